/**
 * Files of the site that the first build leaves to the next one. A picture is made on request. Requests for the editor,
 * a feed, a search index or the list of a month's pages wait until it is built.
 */
import type { BuildReport } from "../build/build-options.ts";
import { createImageStore } from "../images/index.ts";

export interface AwaitedFiles {
	/** To be called when a build has ended. @param awaited what it left to the next one */
	built(awaited: BuildReport["awaited"]): void;
	/**
	 * Waits for a file that the tree does not have.
	 *
	 * @returns its path; "published" if the tree has it now; undefined if no build makes it
	 */
	waitFor(address: string): Promise<string | "published" | undefined>;
}

/** Files that only a complete build makes. */
const madeLast =
	/^\/(?:admin|pagefind|tim-kiem\/chi-muc|anh\/chia-se)\/|\/(?:atom\.xml|feed\.json)$|^\/doc-ngoai-tuyen\/\d{4}-\d{2}\.json$/;

export function createAwaitedFiles(folders: {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
}): AwaitedFiles {
	const store = createImageStore(folders);
	/** Pictures by address; undefined until the first build has ended. */
	let sources: ReadonlyMap<string, string> | undefined;
	let isWhole = false;
	const waiting: (() => void)[] = [];
	/** By source: the files of one picture are made together. */
	const making = new Map<string, Promise<unknown>>();

	async function pictureAt(address: string): Promise<string | undefined> {
		const source = sources?.get(address);
		if (source === undefined) return undefined;
		const made = making.get(source) ?? store.prepare([source]);
		making.set(source, made);
		await made;
		for (const file of store.files()) if (file.address === address) return file.cachedFile;
		return undefined;
	}

	return {
		built(awaited) {
			isWhole = awaited === undefined;
			sources = new Map(Object.entries(awaited ?? {}));
			for (const go of waiting.splice(0)) go();
		},
		async waitFor(address) {
			const isLast = madeLast.test(address);
			if (isWhole || !(isLast || address.startsWith("/anh/"))) return undefined;
			const next = () => new Promise<void>((resolve) => waiting.push(resolve));
			if (!sources) await next();
			const picture = await pictureAt(address);
			if (picture !== undefined) return picture;
			if (isWhole) return "published";
			if (!isLast) return undefined;
			await next();
			return "published";
		},
	};
}
