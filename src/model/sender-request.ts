/** What every form for readers' words sends, as JSON. Shared by the pages' scripts and the server. */
export interface SenderRequest {
	readonly name: string;
	/** May be empty. */
	readonly email: string;
	readonly text: string;
	/** Readers do not see this field; only programs fill it. */
	readonly website: string;
	readonly proof: { readonly challenge: string; readonly nonce: number };
}

/** Leading zero bits of SHA-256 over the challenge, a colon and the nonce. A phone takes a second or two. */
export interface WorkChallenge {
	readonly challenge: string;
	readonly bits: number;
}
