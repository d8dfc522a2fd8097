import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatVersion } from "../finder/format.ts";
import { checksum } from "../finder/hash.ts";
import { headSize } from "../finder/index-files.ts";

/**
 * Called for each written file.
 * @param path below the root of the index
 */
export type OnFile = (path: string, bytes: Uint8Array) => void;

/** Writes files of an index, each with its header. */
export class SegmentFolder {
	readonly #root: string;
	readonly #onFile: OnFile | undefined;
	readonly #made = new Set<string>();

	/** @param root of the index, not of the segment */
	constructor(root: string, onFile?: OnFile) {
		this.#root = root;
		this.#onFile = onFile;
	}

	/** @param path below the root */
	write(path: string, numbering: number, content: Uint8Array): void {
		const bytes = new Uint8Array(headSize + content.length);
		const view = new DataView(bytes.buffer);
		bytes[0] = formatVersion;
		view.setUint32(5, numbering);
		bytes.set(content, headSize);
		view.setUint32(1, checksum(path, bytes.subarray(5)));
		const file = join(this.#root, path);
		const folder = dirname(file);
		if (!this.#made.has(folder)) {
			mkdirSync(folder, { recursive: true });
			this.#made.add(folder);
		}
		writeFileSync(file, bytes);
		this.#onFile?.(path, bytes);
	}
}
