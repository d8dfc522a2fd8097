import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterNames, readQuery, writeQuery } from "./query.ts";

describe("readQuery", () => {
	test("folds white space and reads decomposed letters", () => {
		expect(readQuery(`?q=${encodeURIComponent(`  dân   ${"vận".normalize("NFD")} `)}`).text).toBe("dân vận");
	});

	test("takes an address without parameters for an empty query", () => {
		expect(readQuery("")).toEqual({ text: "", filters: {}, byDate: false });
	});

	test("reads back what writeQuery wrote", () => {
		const word = fc
			.string({ unit: "grapheme", minLength: 1 })
			.map((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
			.filter((text) => text !== "");
		fc.assert(
			fc.property(
				fc.record({
					text: word,
					byDate: fc.boolean(),
					filters: fc.record(Object.fromEntries(filterNames.map((name) => [name, word])), {
						requiredKeys: [],
					}),
				}),
				(query) => {
					expect(readQuery(`?${writeQuery(query)}`)).toEqual(query);
				},
			),
		);
	});
});
