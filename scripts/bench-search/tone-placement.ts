/** The two ways of setting a tone mark on oa, oe and uy: "hòa, khỏe, thúy" and "hoà, khoẻ, thuý". */

const pairs: ReadonlyMap<string, string> = new Map(
	[
		["òa", "oà"],
		["óa", "oá"],
		["ỏa", "oả"],
		["õa", "oã"],
		["ọa", "oạ"],
		["òe", "oè"],
		["óe", "oé"],
		["ỏe", "oẻ"],
		["õe", "oẽ"],
		["ọe", "oẹ"],
		["ùy", "uỳ"],
		["úy", "uý"],
		["ủy", "uỷ"],
		["ũy", "uỹ"],
		["ụy", "uỵ"],
	].flatMap(([first = "", second = ""]) => [
		[first, second],
		[second, first],
	]),
);

// After q the u belongs to the consonant: "quý" is written in one way only.
const openSyllable =
	/(?<![\p{L}\p{M}])((?!q)[\p{L}]*?)((?:[oO][àáảãạèéẻẽẹ])|(?:[òóỏõọ][ae])|(?:u[ỳýỷỹỵ])|(?:[ùúủũụ]y))(?![\p{L}\p{M}])/giu;

/** The text with every such mark in its other place; the same text where there is none. Text in NFC. */
export function withOtherTonePlacement(text: string): string {
	return text.replace(openSyllable, (_syllable, before: string, vowels: string) => {
		const other = pairs.get(vowels.toLowerCase());
		if (other === undefined || (before.toLowerCase().endsWith("q") && /^u/i.test(vowels)))
			return before + vowels;
		return before + (vowels === vowels.toLowerCase() ? other : other.toUpperCase());
	});
}
