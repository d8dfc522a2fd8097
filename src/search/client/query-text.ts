/** Normalises typed text: trimmed, with single spaces. */
export function textOf(typed: string | null): string {
	return (typed ?? "").normalize("NFC").trim().replace(/\s+/g, " ");
}
