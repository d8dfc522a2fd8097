import type { ErrorAnswer } from "../messages.ts";

/** A refusal in the API's form. @param message in Vietnamese, for the editor */
export function refuse(status: number, message: string, more: object = {}): Response {
	return Response.json({ message, ...more } satisfies ErrorAnswer, {
		status,
		headers: { "Cache-Control": "no-store" },
	});
}

/** Thrown to refuse a request; the API's error handler sends the answer. */
export class Refusal extends Error {
	readonly status: number;
	readonly more: object;
	constructor(status: number, message: string, more: object = {}) {
		super(message);
		this.status = status;
		this.more = more;
	}
}
