import type { SenderRequest } from "./sender-request.ts";

/** What a page sends with a comment. */
export interface CommentRequest extends SenderRequest {
	/** Of the article: `/2026/11/22/hoi-nghi.html`. */
	readonly address: string;
	readonly consent: boolean;
	/** By which the reader's browser can take the comment back. */
	readonly key: string;
}
