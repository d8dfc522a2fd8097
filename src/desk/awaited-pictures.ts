/** Pictures that pages show already and that the first build has left to the next: each is made when it is asked for. */
import { createImageStore } from "../images/index.ts";

export interface AwaitedPictures {
	/**
	 * Tells which there are; nobody knows before the first build has ended.
	 *
	 * @param pictures addresses, with the path below the content folder of each one's source
	 */
	expect(pictures: Readonly<Record<string, string>>): void;
	/** The file of an address; undefined where none is awaited there. Waits until that is known. */
	fileOf(address: string): Promise<string | undefined>;
}

export function createAwaitedPictures(folders: {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
}): AwaitedPictures {
	const store = createImageStore(folders);
	const sources = new Map<string, string>();
	/** Of a source; the files of one picture are made together. */
	const making = new Map<string, Promise<unknown>>();
	const files = new Map<string, string>();
	let tell = () => {};
	const told = new Promise<void>((resolve) => {
		tell = resolve;
	});
	return {
		expect(pictures) {
			for (const [address, source] of Object.entries(pictures)) sources.set(address, source);
			tell();
		},
		async fileOf(address) {
			if (!address.startsWith("/anh/")) return undefined;
			await told;
			const source = sources.get(address);
			if (source === undefined) return undefined;
			const made = making.get(source) ?? store.prepare([source]);
			making.set(source, made);
			await made;
			for (const { address, cachedFile } of store.files()) files.set(address, cachedFile);
			return files.get(address);
		},
	};
}
