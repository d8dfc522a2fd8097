import { mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Bytes of pictures and attachments on disk, by key, for as long as the process runs: an archive can only be read from
 * its beginning, and what an article needs is asked for later. The file has no name any more where the system allows
 * that, so that nothing is left behind whatever happens.
 */
export class ResponseStore {
	readonly #file: number;
	readonly #places = new Map<string, { readonly offset: number; readonly length: number }>();
	#end = 0;

	constructor() {
		const folder = mkdtempSync(join(tmpdir(), "tintinh-import-"));
		this.#file = openSync(join(folder, "responses"), "wx+", 0o600);
		try {
			rmSync(folder, { recursive: true });
		} catch {
			// Windows keeps files that are open; the system clears its temporary folder.
		}
	}

	add(key: string, bytes: Uint8Array): void {
		writeSync(this.#file, bytes, 0, bytes.length, this.#end);
		this.#places.set(key, { offset: this.#end, length: bytes.length });
		this.#end += bytes.length;
	}

	/** Reads a stored response; undefined if there is none. */
	reader(key: string): (() => Promise<Uint8Array>) | undefined {
		const place = this.#places.get(key);
		if (!place) return undefined;
		return async () => {
			const bytes = new Uint8Array(place.length);
			readSync(this.#file, bytes, 0, place.length, place.offset);
			return bytes;
		};
	}
}
