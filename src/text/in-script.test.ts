import { expect, test } from "vitest";
import { inScript } from "./in-script.ts";

test.each([
	["2", "SUP", "²"],
	["-3", "SUP", "⁻³"],
	["o", "SUP", "°"],
	["10", "SUB", "₁₀"],
	["o", "SUB", "o"],
	["a", "SUP", "a"],
	["(1)", "SUP", "(1)"],
	["12345678901", "SUP", "12345678901"],
] as const)("%s in %s is %s", (text, tagName, written) => {
	expect(inScript(text, tagName)).toBe(written);
});
