import { encode } from "uqr";
import { expect, test } from "vitest";
import { strings } from "../../messages/index.ts";
import { AddressCode } from "./address-code.tsx";

const url = "https://tintinh.example/2026/11/22/bai.html";

/** The dark squares that an SVG path paints, as `x y`. */
function painted(path: string): string[] {
	const squares: string[] = [];
	let x = 0;
	let y = 0;
	for (const [, command, first = "", second] of path.matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
		if (command === "M") [x, y] = [Number(first), Math.floor(Number(second))];
		else if (command === "m") x += Number(first);
		else for (const end = x + Number(first); x < end; x++) squares.push(`${x} ${y}`);
	}
	return squares;
}

test("paints every dark square of the code, and no other", () => {
	const html = String(AddressCode({ site: { messages: strings } as never, url }));
	const { data } = encode(url, { ecc: "L", border: 2 });
	const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
	expect(painted(/ d="([^"]*)"/.exec(html)?.[1] ?? "")).toEqual(dark);
});
