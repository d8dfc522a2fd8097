/** How dark a month is shown in the picture of the archive: 0 where nothing was published, up to 5. */
export type ArchiveLevel = 0 | 1 | 2 | 3 | 4 | 5;

const levels = [1, 2, 3, 4, 5] as const;

/**
 * The level of a month with `count` articles if the busiest month has `most`. The square root keeps quiet months
 * distinguishable beside a very busy one.
 */
export function archiveLevel(count: number, most: number): ArchiveLevel {
	if (count <= 0) return 0;
	return levels.find((level) => count <= upTo(level, most)) ?? 5;
}

/** A level with the counts that belong to it, both ends included. */
export interface ArchiveLevelRange {
	readonly level: ArchiveLevel;
	readonly from: number;
	readonly to: number;
}

/** The levels that any count up to `most` can have. */
export function archiveLevelRanges(most: number): readonly ArchiveLevelRange[] {
	return levels
		.map((level) => ({
			level,
			from: level === 1 ? 1 : upTo((level - 1) as 1, most) + 1,
			to: upTo(level, most),
		}))
		.filter(({ from, to }) => from <= to);
}

function upTo(level: (typeof levels)[number], most: number): number {
	return Math.floor((level * level * most) / 25);
}
