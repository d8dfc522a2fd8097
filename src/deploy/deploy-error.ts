/** A deployment cannot go on. Message and remedy are in Vietnamese. */
export class DeployError extends Error {
	readonly remedy: string;

	constructor(message: string, remedy: string) {
		super(message);
		this.remedy = remedy;
	}
}
