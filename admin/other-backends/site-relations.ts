/** The choices of pickers without a desk: names from the site's API, and the articles of its newest months. */
import type { RelationOption } from "../../src/desk/messages.ts";
import { apiCollectionAddress, apiMonthAddress } from "../../src/model/addresses.ts";

interface Named {
	readonly id?: string;
	readonly name?: string;
	readonly title?: string;
}

/** How many months back articles are searched; older ones are linked by their addresses. */
const searchedMonths = 6;

const lists = new Map<string, Promise<readonly RelationOption[]>>();

/** The entries of a collection whose names a query finds. @throws if the site cannot be reached */
export async function findInSite(
	collection: string,
	words: string,
	limit: number,
): Promise<readonly RelationOption[]> {
	// Loaded on demand, as the desk's own form does not need it.
	const [all, { optionsNamed }] = await Promise.all([listOf(collection), import("./options-named.ts")]);
	return optionsNamed(all, words).slice(0, limit);
}

function listOf(collection: string): Promise<readonly RelationOption[]> {
	const known = lists.get(collection) ?? readList(collection);
	lists.set(collection, known);
	known.catch(() => lists.delete(collection));
	return known;
}

async function readList(collection: string): Promise<readonly RelationOption[]> {
	switch (collection) {
		case "authors":
		case "committees":
			return optionsOf(await read(apiCollectionAddress(collection), collection));
		case "tags":
			// Articles have the names of tags, not their slugs.
			return optionsOf(await read(apiCollectionAddress("tags"), "tags")).map(({ title }) => ({
				id: title,
				title,
			}));
		case "articles": {
			const months = (await read("/api/index.json", "months")) as readonly { readonly month: string }[];
			const newest = months.slice(-searchedMonths).reverse();
			const lists = await Promise.all(newest.map(({ month }) => read(apiMonthAddress(month), "articles")));
			return lists.flatMap((list) => optionsOf(list).reverse());
		}
		default:
			return [];
	}
}

/** A list in a document of the API; empty if the site has no such document. */
async function read(address: string, name: string): Promise<readonly Named[]> {
	const response = await fetch(address);
	if (response.status === 404) return [];
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return ((await response.json()) as Record<string, readonly Named[]>)[name] ?? [];
}

function optionsOf(entries: readonly Named[]): RelationOption[] {
	return entries.flatMap(({ id, name, title }) => {
		const shown = title ?? name;
		return shown === undefined ? [] : [{ id: id ?? shown, title: shown }];
	});
}
