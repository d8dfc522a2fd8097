import type { LookTools } from "./look-tools.ts";
import type { QueryWord } from "./query-terms.ts";

/** A word is common from this number of documents, and from this share of all. */
const fewDocuments = 3;
const commonShare = 0.005;

/**
 * The places of a query whose words, as typed, are common in the largest segment, with the number of its documents that
 * have them so.
 */
export async function commonPlaces(
	{ archive, documentsWithEach }: Pick<LookTools, "archive" | "documentsWithEach">,
	words: readonly QueryWord[],
	places: readonly number[],
): Promise<Map<number, number>> {
	const most = Math.max(...archive.list.segments.map(({ documents }) => documents));
	const counts = await documentsWithEach(words, places);
	const least = Math.max(fewDocuments, commonShare * most);
	return new Map(
		places.map((place, index) => [place, counts[index] ?? 0] as const).filter(([, count]) => count >= least),
	);
}
