/** Whether a query has quotation marks, and so asks for the words as they were typed. */
export function isQuoted(text: string): boolean {
	return /["“”„«»]/.test(text);
}
