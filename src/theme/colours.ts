/** Colours as CSS writes them, and how far apart two of them are. */

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** `#a61b1b` or `#a11`; undefined for any other way to write a colour. */
export function parseColour(text: string): Colour | undefined {
	const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text.trim());
	if (!digits) return undefined;
	const [, short, long] = digits;
	const pairs = short ? [...short].map((digit) => digit + digit) : (long?.match(/../g) ?? []);
	const [red = 0, green = 0, blue = 0] = pairs.map((pair) => Number.parseInt(pair, 16));
	return [red, green, blue];
}

/** `#a61b1b` */
export function formatColour(colour: Colour): string {
	return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** @param share of the second colour, from 0 to 1 */
export function mix(one: Colour, other: Colour, share: number): Colour {
	const part = (index: 0 | 1 | 2) => one[index] * (1 - share) + other[index] * share;
	return [part(0), part(1), part(2)];
}

/** From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
	const [red = 0, green = 0, blue = 0] = colour.map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
