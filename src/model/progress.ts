/** How far long work has come. Modules take it as an argument; who shows it, and where, is the caller's affair. */
export interface Progress {
	/**
	 * Begins a stretch of work. What was under way before ends here.
	 *
	 * @param label what is being done, in Vietnamese: `Đọc bài viết`
	 * @param total number of steps; 0 where it is not known
	 */
	start(label: string, total: number): void;
	/** Some steps are done; one unless said otherwise. */
	advance(steps?: number): void;
	/** The stretch of work is over. */
	done(): void;
	/** For work that goes on at the same time: neither ends what the other has under way. */
	beside(): Progress;
}

/** Shows nothing. */
export const silentProgress: Progress = { start() {}, advance() {}, done() {}, beside: () => silentProgress };
