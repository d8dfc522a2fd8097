import { apiPath, type RelationAnswer, type RelationOption } from "../src/desk/messages.ts";

/** @returns the entries of a collection that match some words */
type RelationSource = (
	collection: string,
	words: string,
	limit: number,
) => Promise<readonly RelationOption[]>;

let otherSource: RelationSource | undefined;

/** Makes another source than the desk answer from now on. */
export function findRelationsBy(source: RelationSource): void {
	otherSource = source;
}

/** The title of an entry from another source than the desk; undefined if the desk is the source. */
export async function titleElsewhere(collection: string, id: string): Promise<string | undefined> {
	const all = await otherSource?.(collection, "", Number.POSITIVE_INFINITY);
	return all && (all.find((option) => option.id === id)?.title ?? id);
}

/**
 * The entries of a collection that match some words, ignoring accents; none if no server answers.
 *
 * @param day for provinces: those of that day
 */
export async function findRelations(
	collection: string,
	words: string,
	{ limit = 20, day }: { readonly limit?: number; readonly day?: string } = {},
): Promise<readonly RelationOption[]> {
	if (otherSource) return await otherSource(collection, words, limit);
	const query = new URLSearchParams({ q: words, limit: String(limit), ...(day && { on: day }) });
	const response = await fetch(`${apiPath}/relations/${collection}?${query}`).catch(() => undefined);
	return response?.ok ? ((await response.json()) as RelationAnswer).options : [];
}
