/** A planned segment of an index. */
export interface SegmentPlan {
	readonly id: string;
	/** Whether articles are still being added. */
	readonly isNewest: boolean;
	/** Whether it contains the dictionary, which would change too many files in a segment that grows. */
	readonly hasDictionary: boolean;
	/** Whether an article with a date belongs to it. */
	readonly covers: (date: string) => boolean;
}

/**
 * The segments of an archive, oldest first: all past years together, the past months of the newest article's year, and
 * its month. So publishing writes only the last one, and a query reads three at most.
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
