import { type DeskStore, StoreFault, type StoreOptions } from "../../src/desk/store/index.ts";

/** Lets the desk's other parts run while the store is being written; what asks it for an article is refused. */
export async function openStoreInTheMaking({ location }: StoreOptions): Promise<DeskStore> {
	const ready: Partial<DeskStore> = {
		contentDirectory: "content" in location ? location.content : "content",
		readersCommit: async () => "",
		indexing: () => undefined,
		nextMoment: () => undefined,
		publishDue: async () => [],
		emptyTrash: async () => 0,
		refresh: async () => {},
		tidy: async () => {},
		onEvent: () => () => {},
		close: async () => {},
	};
	return new Proxy(ready as DeskStore, {
		get(target, name) {
			if (name === "then") return undefined;
			return Reflect.get(target, name) ?? (async () => Promise.reject(new StoreFault("git", "not ready")));
		},
	});
}
