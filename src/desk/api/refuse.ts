import type { ErrorAnswer } from "../messages.ts";

/** A refusal in the form in which the API gives all of them. @param message in Vietnamese, for the editor */
export function refuse(status: number, message: string, more: object = {}): Response {
	return Response.json({ message, ...more } satisfies ErrorAnswer, {
		status,
		headers: { "Cache-Control": "no-store" },
	});
}

/** Thrown where an answer is known to be a refusal; the API's error handler sends it. */
export class Refusal extends Error {
	readonly status: number;
	readonly more: object;
	constructor(status: number, message: string, more: object = {}) {
		super(message);
		this.status = status;
		this.more = more;
	}
}
