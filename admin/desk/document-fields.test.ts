import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldInFile, plainValue, withFields } from "./document-fields.ts";

describe("a field that two people changed", () => {
	test("is shown as people write it", () => {
		expect(plainValue("title", "title: 'A: hai bản'\n")).toBe("A: hai bản");
		expect(plainValue("summary", "summary: |-\n  Một.\n  Hai.\n")).toBe("Một.\nHai.");
	});

	test("is shown as in the file if it is more than one text", () => {
		expect(plainValue("tags", "tags: [Dân vận, Nông thôn]\n")).toBeUndefined();
		expect(plainValue("body", "title: không phải trường")).toBeUndefined();
	});

	test("is written to the file as it was typed, whatever its characters", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
				const text = withFields(
					"---\ntitle: Cũ\n---\n\nThân\n",
					new Map([["title", fieldInFile("title", value)]]),
				);
				const yaml = text.slice("---\n".length, text.indexOf("\n---\n") + 1);
				expect(plainValue("title", yaml)).toBe(value);
			}),
		);
	});
});
