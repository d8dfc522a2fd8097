/** A request that is rejected, with a message for the sender. */
export class Refusal extends Error {
	readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 429 | 503;

	constructor(status: Refusal["status"], message: string) {
		super(message);
		this.status = status;
	}
}
