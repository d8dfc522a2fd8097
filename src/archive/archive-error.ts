/** Something about an archive that its maker can put right. In Vietnamese. */
export class ArchiveError extends Error {
	readonly remedy: string;
	constructor(message: string, remedy: string) {
		super(message);
		this.remedy = remedy;
	}
}
