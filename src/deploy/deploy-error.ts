/** A deployment that cannot go on, and what its owner can do about it; both in Vietnamese. */
export class DeployError extends Error {
	readonly remedy: string;

	constructor(message: string, remedy: string) {
		super(message);
		this.remedy = remedy;
	}
}
