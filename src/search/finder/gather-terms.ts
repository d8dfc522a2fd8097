import type { Archive } from "./archive.ts";
import type { FoundTerm } from "./look-up.ts";
import { lookUp } from "./look-up.ts";
import type { QueryPlan, QueryTerm } from "./query-terms.ts";
import { isSentence, rank } from "./rank.ts";
import { sum } from "./sum.ts";

/**
 * The number of rarest terms for which the smaller segments are asked first. If a title has the whole sentence, it is
 * one.
 */
const mostLeaders = { decided: 1, open: 3 };
/**
 * If a smaller segment has one of these, it is asked for this many in all. It is fewer if the largest segment has the
 * whole query.
 */
const mostElsewhere = { decided: 4, open: 10 };

/**
 * Looks up the terms of a query. Each term costs one file per segment, so the largest segment is asked first. Its first
 * terms show whether some document has the whole query; the rest are read only if none has. The other segments are
 * asked as long as they may have something.
 */
export async function gatherTerms(archive: Archive, { first, more }: QueryPlan): Promise<FoundTerm[]> {
	const [main, ...others] = [...archive.segments].sort((a, b) => b.documents - a.documents);
	if (!main) return [];
	const begun = await lookUp(archive, [main], first);
	const isDecided = rank(begun, archive.list.segments).some(({ isCertain }) => isCertain);
	const most = mostLeaders[isDecided && isSentence(begun) ? "decided" : "open"];
	const leaders = byRarity(begun).slice(0, Math.min(most, Math.ceil(begun.length / 2)));
	const [added, ...led] = await Promise.all([
		lookUp(archive, [main], isDecided ? [] : more),
		...others.map((segment) => lookUp(archive, [segment], leaders)),
	]);
	const found = [...begun, ...added];
	const rest = byRarity(found)
		.filter((term) => !leaders.includes(term))
		.slice(0, mostElsewhere[isDecided ? "decided" : "open"] - leaders.length);
	const followed = await Promise.all(
		others.map((segment, place) =>
			lookUp(archive, [segment], led[place]?.some(({ frequency }) => frequency > 0) ? rest : []),
		),
	);
	const elsewhere = [...led, ...followed].flat();
	return found.map((own) => together(own, ...elsewhere.filter(({ term }) => term === own.term)));
}

/** Terms that were found nowhere come last: they are more likely typing errors than news in another segment. */
function byRarity(found: readonly FoundTerm[]): QueryTerm[] {
	const rarity = ({ frequency }: FoundTerm) => frequency || nowhere;
	return [...found].sort((a, b) => rarity(a) - rarity(b)).map(({ term }) => term);
}

/** More than there are documents. */
const nowhere = 1e9;

function together(...parts: readonly [FoundTerm, ...FoundTerm[]]): FoundTerm {
	return {
		term: parts[0].term,
		asked: parts.flatMap(({ asked }) => asked),
		frequency: sum(parts, ({ frequency }) => frequency),
		lists: parts.flatMap(({ lists }) => lists),
	};
}
