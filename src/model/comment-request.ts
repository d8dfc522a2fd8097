/** What a page sends with a comment, as JSON. Shared by the page's script and the server. */
export interface CommentRequest {
	/** Of the article: `/2026/11/22/hoi-nghi.html`. */
	readonly address: string;
	readonly name: string;
	readonly email: string;
	readonly text: string;
	/** Readers do not see this field; who fills it is none. */
	readonly website: string;
	readonly consent: boolean;
	/** By which the reader's browser can take the comment back. */
	readonly key: string;
	readonly proof: { readonly challenge: string; readonly nonce: number };
}

/** Leading zero bits of SHA-256 over the challenge, a colon and the nonce. A phone takes a second or two. */
export interface WorkChallenge {
	readonly challenge: string;
	readonly bits: number;
}
