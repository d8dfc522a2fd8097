import { expect, test } from "vitest";
import { countCharacters } from "./characters.ts";

test.each([
	["", 0],
	["Đường về bản", 12],
	["Đường về bản".normalize("NFD"), 12],
	["👨‍👩‍👧‍👦🌾", 2],
	["a\nb", 3],
	["a\r\nb", 3],
	["q̃", 1],
	["👨🏻‍❤️‍💋‍👨🏿", 1],
	[`a${"\u0301".repeat(4_000)}`, 250],
])("%j has %i characters", (text, count) => {
	expect(countCharacters(text)).toBe(count);
});
