import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveFilters, readArchiveAddress, writeArchiveAddress } from "./archive-address.ts";

const word = fc
	.string({ unit: "grapheme", minLength: 1 })
	.map((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
	.filter((text) => text !== "");
const year = fc.integer({ min: 1990, max: 2100 }).map(String);

describe("readArchiveAddress", () => {
	test("reads an address without parameters as an empty query", () => {
		expect(readArchiveAddress("")).toEqual({ text: "", filters: {}, byDate: false });
	});

	test("reads a year alone, as the form of a year's page sends it", () => {
		expect(readArchiveAddress("?nam=2025&q=d%C3%A2n+v%E1%BA%ADn")).toEqual({
			text: "dân vận",
			filters: {},
			from: "2025",
			to: "2025",
			byDate: false,
		});
	});

	test("reads several provinces, as the form of a merged province's page sends them", () => {
		expect(
			readArchiveAddress("?tinh=B%C3%ACnh+Ph%C6%B0%E1%BB%9Bc&tinh=%C4%90%E1%BB%93ng+Nai&q=").filters,
		).toEqual({
			province: ["Bình Phước", "Đồng Nai"],
		});
	});

	test("reads back what writeArchiveAddress wrote", () => {
		const values = fc.array(word, { minLength: 1, maxLength: 3 });
		const filters = fc.record(Object.fromEntries(archiveFilters.map((name) => [name, values])), {
			requiredKeys: [],
		});
		const query = fc.record(
			{ text: word, byDate: fc.boolean(), filters, from: year, to: year },
			{ requiredKeys: ["text", "byDate", "filters"] },
		);
		fc.assert(
			fc.property(query, (given) => {
				expect(readArchiveAddress(`?${writeArchiveAddress(given)}`)).toEqual(given);
			}),
		);
	});
});
