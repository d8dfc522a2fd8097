/**
 * Pagefind folds accents by decomposing letters and dropping their marks, which leaves đ as it is: Unicode gives it
 * no decomposition. Written as d with a combining stroke it is folded like the rest, so that "dong" finds "đồng".
 * The index and the query use this form; whoever shows text of the index turns it back.
 */

const stroke = "\u0335";

/** `đ` as `d` and a combining stroke, in Normalization Form C otherwise. */
export function withStrokes(text: string): string {
	return text.normalize("NFC").replaceAll("đ", `d${stroke}`).replaceAll("Đ", `D${stroke}`);
}

/** The text as it was, in Normalization Form C. */
export function withoutStrokes(text: string): string {
	return text.replaceAll(`d${stroke}`, "đ").replaceAll(`D${stroke}`, "Đ").normalize("NFC");
}
