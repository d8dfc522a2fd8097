/** The store's collections under the names of the API: the settings are one entry of `settings`, in the store of `site`. */
import { type Collection, collections } from "./messages.ts";
import type * as States from "./revisions/states.ts";

export function isDeskCollection(name: string): name is Collection {
	return (collections as readonly string[]).includes(name);
}

export function storeCollection(collection: Collection): States.Collection {
	return collection === "settings" ? "site" : collection;
}

export function deskEntry(collection: States.Collection): Collection {
	return collection === "site" ? "settings" : collection;
}
