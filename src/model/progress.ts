/** Reports the progress of long work. Modules get it as an argument; the caller decides how it is shown. */
export interface Progress {
	/**
	 * Begins a step and ends the previous one.
	 *
	 * @param label what is being done, in Vietnamese: `Đọc bài viết`
	 * @param total the number of units of work; 0 if unknown
	 */
	start(label: string, total: number): void;
	/**
	 * Reports finished units of work, by default one.
	 *
	 * @param share if the total is unknown: the part that is done, from 0 to 1
	 */
	advance(steps?: number, share?: number): void;
	/** Ends the step. */
	done(): void;
	/** For work in parallel: neither ends the other's step. */
	beside(): Progress;
}

/** Shows nothing. */
export const silentProgress: Progress = { start() {}, advance() {}, done() {}, beside: () => silentProgress };
