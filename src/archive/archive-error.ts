/** An error in making or reading an archive that its user can fix. The message is Vietnamese. */
export class ArchiveError extends Error {
	readonly remedy: string;
	constructor(message: string, remedy: string) {
		super(message);
		this.remedy = remedy;
	}
}
