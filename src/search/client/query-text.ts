/** What a reader typed, without the space around and between that says nothing. */
export function textOf(typed: string | null): string {
	return (typed ?? "").normalize("NFC").trim().replace(/\s+/g, " ");
}
