import { windows1252Characters } from "./windows-1252.ts";

/** The names of U+00A0 to U+00FF in HTML, in order. */
const latin1 =
	"nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(
		" ",
	);

const namedCharacters: ReadonlyMap<string, string> = new Map([
	...latin1.map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
	...Object.entries({
		amp: "&",
		lt: "<",
		gt: ">",
		quot: '"',
		apos: "'",
		Abreve: "Ă",
		abreve: "ă",
		Dstrok: "Đ",
		dstrok: "đ",
		Itilde: "Ĩ",
		itilde: "ĩ",
		Utilde: "Ũ",
		utilde: "ũ",
		ndash: "–",
		mdash: "—",
		lsquo: "‘",
		rsquo: "’",
		sbquo: "‚",
		ldquo: "“",
		rdquo: "”",
		bdquo: "„",
		bull: "•",
		hellip: "…",
		euro: "€",
		trade: "™",
	}),
]);

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));/g;

/**
 * Decodes character references that an old portal left in its text: "D&ugrave;" → "Dù". Only known ones that end with a
 * semicolon; "R&D" and "GD&ĐT;" stay. One level only: "&amp;lt;" becomes "&lt;".
 *
 * @returns the text, and the references that were replaced, in order
 */
export function decodeEntities(text: string): { readonly text: string; readonly decoded: readonly string[] } {
	if (!text.includes("&")) return { text, decoded: [] };
	const decoded: string[] = [];
	const plain = text.replace(reference, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
		const character =
			name === undefined
				? numbered(decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal))
				: namedCharacters.get(name);
		if (character === undefined) return whole;
		decoded.push(whole);
		return character;
	});
	return { text: plain, decoded };
}

function numbered(codePoint: number): string | undefined {
	// As in browsers: numbers of control characters mean windows-1252.
	if (codePoint >= 0x80 && codePoint < 0xa0) return windows1252Characters[codePoint];
	const isCharacter =
		codePoint >= 0x20 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
	return isCharacter || codePoint === 9 || codePoint === 10 ? String.fromCodePoint(codePoint) : undefined;
}
