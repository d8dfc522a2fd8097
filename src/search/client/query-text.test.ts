import { expect, test } from "vitest";
import { writeFinderAddress } from "./finder-address.ts";
import { writeArchiveAddress } from "./pagefind/archive-address.ts";
import { textOf } from "./query-text.ts";

test.each([
	["5,000 letters with two accents each", "ế".repeat(5000)],
	["the same, decomposed", "ế".normalize("NFD").repeat(5000)],
	["1,200 words", "nghiêng ".repeat(1200)],
	["3,000 emoji", `x${"😀".repeat(3000)}`],
])("the address of %s has room in a request", (_, typed) => {
	const text = textOf(typed);
	expect(text.length).toBeGreaterThan(400);
	for (const address of [
		writeFinderAddress({ text, filters: {}, byDate: false, page: 1 }),
		writeArchiveAddress({ text, filters: {}, byDate: false }),
	]) {
		expect(address.length).toBeLessThan(6000);
		expect(address).not.toContain("%EF%BF%BD");
	}
});

test("a text that is too long ends after a whole word", () => {
	const typed = "hội nghị ".repeat(100);
	expect(`${typed} `.startsWith(`${textOf(typed)} `)).toBe(true);
	expect(textOf("  hội \n nghị ")).toBe("hội nghị");
});
