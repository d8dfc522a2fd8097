import { apiPath, type RelationAnswer, type RelationOption } from "../src/desk/messages.ts";

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
	const query = new URLSearchParams({ q: words, limit: String(limit), ...(day && { on: day }) });
	const response = await fetch(`${apiPath}/relations/${collection}?${query}`).catch(() => undefined);
	return response?.ok ? ((await response.json()) as RelationAnswer).options : [];
}
