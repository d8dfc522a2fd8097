import type { SenderRequest } from "./sender-request.ts";

/** The request with which a page sends a comment. */
export interface CommentRequest extends SenderRequest {
	/** The article's address: `/2026/11/22/hoi-nghi.html`. */
	readonly address: string;
	readonly consent: boolean;
	/** The key with which the reader's browser can take the comment back. */
	readonly key: string;
}
