import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterNames, readFinderAddress, writeFinderAddress } from "./finder-address.ts";

const word = fc
	.string({ unit: "grapheme", minLength: 1 })
	.map((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
	.filter((text) => text !== "");

describe("readFinderAddress", () => {
	test("collapses white space and reads decomposed letters", () => {
		const typed = encodeURIComponent(`  dân   ${"vận".normalize("NFD")} `);
		expect(readFinderAddress(`?q=${typed}`).text).toBe("dân vận");
	});

	test("reads an address without parameters as an empty query", () => {
		expect(readFinderAddress("")).toEqual({ text: "", filters: {}, byDate: false, page: 1 });
	});

	test.each(["0", "-3", "1.5", "hai", "1e99", ""])("reads page “%s” as the first page", (page) => {
		expect(readFinderAddress(`?q=a&trang=${page}`).page).toBe(1);
	});

	test("reads back what writeFinderAddress wrote", () => {
		const filters = fc.record(Object.fromEntries(filterNames.map((name) => [name, word])), {
			requiredKeys: [],
		});
		const query = fc.record({
			text: word,
			byDate: fc.boolean(),
			filters,
			page: fc.integer({ min: 1, max: 500 }),
		});
		fc.assert(
			fc.property(query, (given) => {
				expect(readFinderAddress(`?${writeFinderAddress(given)}`)).toEqual(given);
			}),
		);
	});
});
