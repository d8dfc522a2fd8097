import type { Archive } from "./archive.ts";
import type { FinderFilters } from "./finder.ts";
import type { Segment } from "./format.ts";
import { baseOf, lookUp } from "./look-up.ts";
import { filterTerm } from "./query-terms.ts";

/** The archive as far as filters let it be seen. */
export async function narrowed(archive: Archive, filters: FinderFilters): Promise<Archive> {
	const { list } = archive;
	const { year } = filters;
	const segments = list.segments.filter(
		({ years }) => year === undefined || years.some(([name]) => name === year),
	);
	const tests = year === undefined ? [] : [inYear(list.segments, year)];
	const terms = (["province", "committee"] as const).flatMap((kind) =>
		filters[kind] === undefined ? [] : filterTerm(kind, filters[kind]),
	);
	for (const { lists } of await lookUp(archive, segments, terms)) {
		const wanted = new Set(
			lists.flatMap(({ base, postings }) => postings.documents.map((document) => base + document)),
		);
		tests.push((number) => wanted.has(number));
	}
	return { ...archive, segments, isWanted: (number) => tests.every((test) => test(number)) };
}

function inYear(segments: readonly Segment[], year: string): (number: number) => boolean {
	const spans = segments.flatMap((segment) =>
		segment.years.flatMap(([name, first], index) => {
			const base = baseOf(segments, segment);
			const end = segment.years[index + 1]?.[1] ?? segment.documents;
			return name === year ? [[base + first, base + end] as const] : [];
		}),
	);
	return (number) => spans.some(([from, to]) => number >= from && number < to);
}
