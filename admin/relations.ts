import type { RelationAnswer, RelationOption } from "../src/desk/messages.ts";
import { askDesk } from "./desk/desk-client.ts";

/** @returns the entries of a collection that match some words @throws if they cannot be read */
type RelationSource = (
	collection: string,
	words: string,
	limit: number,
) => Promise<readonly RelationOption[]>;

let otherSource: RelationSource | undefined;

/** Makes another source than the desk answer from now on; without one, the desk does. */
export function findRelationsBy(source: RelationSource | undefined): void {
	otherSource = source;
}

/** Whether the desk finds the entries. */
export function isDeskAsked(): boolean {
	return otherSource === undefined;
}

/** The title of an entry from another source than the desk; undefined if the desk is the source. */
export async function titleElsewhere(collection: string, id: string): Promise<string | undefined> {
	const all = await otherSource?.(collection, "", Number.POSITIVE_INFINITY);
	return all && (all.find((option) => option.id === id)?.title ?? id);
}

/**
 * The entries of a collection that match some words, ignoring accents.
 *
 * @param day for provinces: those of that day
 * @throws if no server answers
 */
export async function findRelations(
	collection: string,
	words: string,
	{ limit = 20, day }: { readonly limit?: number; readonly day?: string } = {},
): Promise<readonly RelationOption[]> {
	if (otherSource) return await otherSource(collection, words, limit);
	const query = new URLSearchParams({ q: words, limit: String(limit), ...(day && { on: day }) });
	const path = `/relations/${collection}?${query}`;
	return (await askDesk<RelationAnswer>(path, { isPatient: false })).options;
}
