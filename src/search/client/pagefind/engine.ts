/**
 * Pagefind in a worker, with the message format of its own `pagefind-worker.js` (version 1.6). Its `pagefind.js` is not
 * used: it adds a second copy of the engine, and ignores parts of an index that could not be loaded.
 */

export interface PagefindOptions {
	/** The address of a bundle's folder. */
	readonly basePath: string;
	/** In words. */
	readonly excerptLength: number;
	readonly excerptEllipsis: string;
	readonly language: string;
}

/** By filter: a value, or several of which one must match. */
export type PagefindFilters = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

export interface PagefindSearch {
	readonly results: readonly PagefindHit[];
	/** Articles with the words, whatever the filters. */
	readonly unfilteredResultCount: number;
	/** Counts within the results, by filter and value, of the filters that are loaded. */
	readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PagefindHit {
	readonly id: string;
	readonly score: number;
	/** The argument for `getData`. */
	readonly data: string;
}

export interface PagefindData {
	readonly url: string;
	/** HTML: escaped text with `<mark>`. */
	readonly excerpt: string;
	readonly meta: Readonly<Record<string, string>>;
}

interface Methods {
	init(options: PagefindOptions): true;
	/** Whether only words with the term's exact accents match. */
	options(options: { readonly exactDiacritics: boolean }): true;
	/** Loads what a search of the same words and filters needs. */
	preload(term: string | null, options: { readonly filters: PagefindFilters }): true;
	search(
		term: string | null,
		options: { readonly filters: PagefindFilters; readonly sort: Readonly<Record<string, "asc" | "desc">> },
	): PagefindSearch;
	getData(data: string): PagefindData;
}

export interface PagefindEngine {
	/** Calls a method of one of the engine's instances. Each instance has one bundle. */
	call<Name extends keyof Methods>(
		instance: string,
		name: Name,
		...args: Parameters<Methods[Name]>
	): Promise<ReturnType<Methods[Name]>>;
	/** Addresses that could not be loaded since the last call. */
	takeFailures(): readonly string[];
	end(): void;
}

type Message =
	| { readonly failed: string }
	| { readonly id: string; readonly result?: unknown; readonly error?: string };

/**
 * Starts the engine with a bundle. It can open other bundles as well.
 *
 * @param bundle address of the bundle's folder
 */
export function startPagefind(bundle: string): PagefindEngine {
	const worker = new Worker(`/assets/archive-worker.js?${new URLSearchParams({ bundle })}`);
	const waiting = new Map<string, { resolve(result: never): void; reject(error: Error): void }>();
	let failures: string[] = [];
	let broken: Error | undefined;
	let calls = 0;

	worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
		if ("failed" in data) {
			failures.push(data.failed);
			return;
		}
		const call = waiting.get(data.id);
		waiting.delete(data.id);
		if (data.error === undefined) call?.resolve(data.result as never);
		else call?.reject(new Error(data.error));
	});
	worker.addEventListener("error", (event) => {
		broken = new Error(event.message || "The search engine did not start");
		for (const { reject } of waiting.values()) reject(broken);
		waiting.clear();
	});

	return {
		call(instanceId, method, ...args) {
			if (broken) return Promise.reject(broken);
			return new Promise((resolve, reject) => {
				const id = String(++calls);
				waiting.set(id, { resolve, reject });
				worker.postMessage({ id, instanceId, method, args });
			});
		},
		takeFailures() {
			const taken = failures;
			failures = [];
			return taken;
		},
		end() {
			worker.terminate();
		},
	};
}
