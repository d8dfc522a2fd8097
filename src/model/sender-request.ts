/** The part of a request that all readers' forms send as JSON. Shared by the pages' scripts and the server. */
export interface SenderRequest {
	readonly name: string;
	/** May be empty. */
	readonly email: string;
	readonly text: string;
	/** A hidden field that only bots fill in. */
	readonly website: string;
	readonly proof: { readonly challenge: string; readonly nonce: number };
}

/**
 * A proof of work: SHA-256 of challenge, colon and nonce must begin with this many zero bits. A phone needs a second or
 * two.
 */
export interface WorkChallenge {
	readonly challenge: string;
	readonly bits: number;
}
