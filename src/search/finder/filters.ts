import type { Archive } from "./archive.ts";
import type { FinderQuery } from "./finder.ts";
import { english } from "./format.ts";
import { baseOf, lookUp } from "./look-up.ts";
import { filterTerm } from "./query-terms.ts";

/** The archive restricted by filters. */
export async function narrowed(
	archive: Archive,
	{ filters, isEnglish }: Pick<FinderQuery, "filters" | "isEnglish">,
): Promise<Archive> {
	const { list } = archive;
	const { year } = filters;
	const tests: ((number: number) => boolean)[] = [];
	const spans = list.segments.flatMap((segment) =>
		segment.years.flatMap(([name, first], index) => {
			const from = baseOf(list.segments, segment);
			const end = segment.years[index + 1]?.[1] ?? segment.documents;
			return name === year ? { segment, from: from + first, to: from + end } : [];
		}),
	);
	if (year !== undefined) tests.push((number) => spans.some(({ from, to }) => number >= from && number < to));
	const segments = year === undefined ? list.segments : spans.map(({ segment }) => segment);
	const terms = [
		...(["province", "committee"] as const).flatMap((kind) =>
			filters[kind] === undefined ? [] : filterTerm(kind, filters[kind]),
		),
		...(isEnglish ? [filterTerm("language", english)] : []),
	];
	const found = await lookUp(archive, segments, terms);
	for (const { lists } of found) {
		const wanted = new Set(
			lists.flatMap(({ base, postings }) => postings.others.map((document) => base + document)),
		);
		tests.push((number) => wanted.has(number));
	}
	// Articles in English share a small segment, so that the others need not be read.
	const bases = new Set(isEnglish ? found[found.length - 1]?.lists.map(({ base }) => base) : []);
	const asked = isEnglish
		? segments.filter((segment) => bases.has(baseOf(list.segments, segment)))
		: segments;
	return { ...archive, segments: asked, isWanted: (number) => tests.every((test) => test(number)) };
}
