import { expect, test } from "vitest";
import { decodePercentSigns } from "./percent-signs.ts";

test.each([
	{ name: "Vietnamese letters", text: "m%C3%B9a-g%E1%BA%B7t", expected: "mùa-gặt" },
	{ name: "signs that part an address", text: "a%2Fb%3Fc%23d", expected: "a/b?c#d" },
	{ name: "no percent signs", text: "mùa gặt", expected: "mùa gặt" },
	{ name: "a percent sign that means nothing", text: "100%-xong%20", expected: "100%-xong%20" },
	{ name: "bytes that are no letter", text: "%E1%BA", expected: "%E1%BA" },
])("$name", ({ text, expected }) => {
	expect(decodePercentSigns(text)).toBe(expected);
});
