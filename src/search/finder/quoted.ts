/** Whether a query has quotation marks, and so asks for the words as they were typed. */
export function isQuoted(text: string): boolean {
	return /["“”„«»]/.test(text);
}

/** Whether the whole query is one text in quotation marks. */
export function isOneQuotation(text: string): boolean {
	return /^\s*["“”„«][^"“”„«»]+["“”»]\s*$/.test(text);
}
