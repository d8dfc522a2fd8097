/** A letter to the newsroom, as the page with the form sends it. Nothing of it is kept. */

/** Characters of a letter, as people count them. */
export const longestLetter = 5_000;

/** What the page sends, as JSON. Shared by the page's script and the server. */
export interface LetterRequest {
	readonly name: string;
	/** For the answer; may be empty. */
	readonly email: string;
	readonly text: string;
	/** Readers cannot see this field; only programs fill it. */
	readonly website: string;
	readonly proof: { readonly challenge: string; readonly nonce: number };
}
