/** Signs of Word's symbol fonts, whose codes mean something else in every other font. */

/** Codes of the font Symbol, as Adobe's encoding has them: https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt */
const symbol: Readonly<Record<number, string>> = {
	...codes(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
	...codes(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
	...codes(0xa2, "′≤⁄∞"),
	...codes(0xab, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
	...codes(0xc4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠"),
	...codes(0xd5, "∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
};
const wingdings: Readonly<Record<number, string>> = {
	...codes(0x28, "☎✆✉"),
	...codes(0x6c, "●❍■□"),
	...codes(0x75, "◆❖"),
	...codes(0x9f, "•"),
	...codes(0xa7, "▪"),
	...codes(0xa8, "◻"),
	...codes(0xd8, "➢"),
	...codes(0xdf, "←→↑↓"),
	...codes(0xfb, "✗✓☒☑"),
};
/** Symbol fonts have their codes here. */
const privateStart = 0xf000;

/** A sign of a symbol font in Unicode; the replacement character if it is not known. Undefined for other fonts. */
function inUnicode(font: string, code: number): string | undefined {
	const table = /^symbol$/i.test(font) ? symbol : /^wingdings$/i.test(font) ? wingdings : undefined;
	const own = code >= privateStart ? code - privateStart : code;
	if (own <= 0x20) return " ";
	if (table) return table[own] ?? (own < 0x7f && table === symbol ? String.fromCharCode(own) : "\uFFFD");
	return code >= privateStart && own < 0x100 ? "\uFFFD" : undefined;
}

/** The sign of Word's element `sym`. */
export function signOf(font: string, code: number): string {
	return inUnicode(font, code) ?? String.fromCodePoint(code);
}

/** A text in which signs of a symbol font are Unicode. Letters of other fonts stay as they are. */
export function withSigns(text: string, font: string | undefined): string {
	return text.replace(/[\uF020-\uF0FF]/g, (sign) => inUnicode(font ?? "", sign.charCodeAt(0)) ?? sign);
}

function codes(first: number, signs: string): Record<number, string> {
	return Object.fromEntries([...signs].map((sign, index) => [first + index, sign]));
}
