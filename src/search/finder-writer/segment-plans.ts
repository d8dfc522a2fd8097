/** A segment that an index is to have. */
export interface SegmentPlan {
	readonly id: string;
	/** Whether articles are still being added. */
	readonly isNewest: boolean;
	/** Whether it holds the dictionary: where articles are added it would change too many files. */
	readonly hasDictionary: boolean;
	/** Whether an article of a day or moment belongs to it. */
	readonly covers: (date: string) => boolean;
}

/**
 * The segments by which an archive is cut, oldest first: all closed years together, the closed months of the newest
 * article's year, and its month. So publishing writes the last alone, and a question asks three at most.
 *
 * @param newest day or moment of the newest article
 */
export function segmentPlans(newest: string): readonly SegmentPlan[] {
	const year = newest.slice(0, 4);
	const month = newest.slice(0, 7);
	return [
		{ id: "closed", isNewest: false, hasDictionary: true, covers: (date) => date.slice(0, 4) < year },
		{
			id: year,
			isNewest: false,
			hasDictionary: false,
			covers: (date) => date.slice(0, 4) === year && date.slice(0, 7) < month,
		},
		{ id: month, isNewest: true, hasDictionary: false, covers: (date) => date.slice(0, 7) >= month },
	];
}
