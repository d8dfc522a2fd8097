/**
 * Pagefind folds accents by decomposing letters and dropping their marks. That fails in Vietnamese for two letters. đ
 * has no decomposition in Unicode, and a last y after consonants is also written i ("kỹ", "kĩ"). Written as d and i
 * with a combining stroke, both are folded like the rest. So "dong" finds "đồng" and "kĩ" finds "kỹ". The index and the
 * query use this form, and text of the index must be turned back before it is shown.
 */

const stroke = "\u0335";

/** As in `wordKeys`; the tone may be on the u of "qu". Without lookbehind, which older phones do not know. */
const finalY = /((?:^|[^\p{L}\p{M}])(?:q[uùúủũụ]|[b-df-hj-np-tv-xzđ]+))([yỳýỷỹỵ])(?![\p{L}\p{M}])/giu;

/** `đ` as `d`, and a last `y` as `i`, with a combining stroke; in Normalization Form C otherwise. */
export function withStrokes(text: string): string {
	return text
		.normalize("NFC")
		.replace(finalY, (_, consonants: string, y: string) => consonants + asStruckI(y))
		.replaceAll("đ", `d${stroke}`)
		.replaceAll("Đ", `D${stroke}`);
}

/** The text as it was, in Normalization Form C. */
export function withoutStrokes(text: string): string {
	if (!text.includes(stroke)) return text.normalize("NFC");
	return text
		.normalize("NFD")
		.replaceAll(`d${stroke}`, "đ")
		.replaceAll(`D${stroke}`, "Đ")
		.replaceAll(`i${stroke}`, "y")
		.replaceAll(`I${stroke}`, "Y")
		.normalize("NFC");
}

/** The tone stays on the letter: Pagefind distinguishes spellings by it. */
function asStruckI(y: string): string {
	const [letter = "", tone = ""] = y.normalize("NFD");
	return `${letter === "y" ? "i" : "I"}${tone}`.normalize("NFC") + stroke;
}
