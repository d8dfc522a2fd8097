import { mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Keeps pictures and attachments in a temporary file while the process runs. An archive can only be read from its
 * beginning, but an article asks for its pictures later. The open file is unlinked at once where the system allows it,
 * so that nothing is left behind after a crash.
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
			// Windows cannot delete open files; its temporary folder is cleared by the system.
		}
	}

	add(key: string, bytes: Uint8Array): void {
		writeSync(this.#file, bytes, 0, bytes.length, this.#end);
		this.#places.set(key, { offset: this.#end, length: bytes.length });
		this.#end += bytes.length;
	}

	/** A function that reads a stored response; undefined if there is none. */
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
