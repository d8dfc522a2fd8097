import { apiPath, type RelationAnswer, type RelationOption } from "../src/desk/messages.ts";

/** @returns those of a collection that fit some words */
type RelationSource = (
	collection: string,
	words: string,
	limit: number,
) => Promise<readonly RelationOption[]>;

let otherSource: RelationSource | undefined;

/** Has somebody else than the desk answer from now on. */
export function findRelationsBy(source: RelationSource): void {
	otherSource = source;
}

/** The title of an entry that somebody else than the desk knows; undefined where it is the desk that is asked. */
export async function titleElsewhere(collection: string, id: string): Promise<string | undefined> {
	const all = await otherSource?.(collection, "", Number.POSITIVE_INFINITY);
	return all && (all.find((option) => option.id === id)?.title ?? id);
}

/**
 * What a collection has for some words, whatever their marks; nothing where no server answers.
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
