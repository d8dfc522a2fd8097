import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { OnFile } from "../finder-writer/segment-folder.ts";

/** With what everything begins that Pagefind's browser script unpacks. */
const signature = Buffer.from("pagefind_dcd");
/** Digits of a digest that stand in a name, and by how many a name grows that is taken. */
const nameLengths = { fragment: 7, index: 7, filter: 7, meta: 10 };
const growth = { fragment: 1, index: 2, filter: 2, meta: 1 };
/** Place of the system's number in the head of a packed file, and the number for any (RFC 1952). */
const systemAt = 9;
const anySystem = 255;

/** Writes files of a bundle, each packed and named by its content. */
export class BundleFolder {
	readonly #root: string;
	readonly #language: string;
	readonly #onFile: OnFile | undefined;
	readonly #folders = new Set<string>();
	readonly #taken = new Set<string>();

	constructor(root: string, language: string, onFile?: OnFile) {
		this.#root = root;
		this.#language = language;
		this.#onFile = onFile;
	}

	/** A file as it is. @param path in the bundle */
	write(path: string, content: Uint8Array): void {
		const folder = join(this.#root, dirname(path));
		if (!this.#folders.has(folder)) {
			mkdirSync(folder, { recursive: true });
			this.#folders.add(folder);
		}
		writeFileSync(join(this.#root, path), content);
		this.#onFile?.(path, content);
	}

	/** @returns the name by which other files know it */
	pack(kind: keyof typeof nameLengths, content: Uint8Array): string {
		const digest = digestOf(content);
		let length = nameLengths[kind];
		let name = "";
		do {
			name = `${this.#language}_${digest.slice(0, length)}`;
			length += growth[kind];
		} while (this.#taken.has(`${kind} ${name}`));
		this.#taken.add(`${kind} ${name}`);
		// At the highest level it would take three times as long and come out one hundredth smaller.
		const packed = gzipSync(Buffer.concat([signature, content]));
		packed[systemAt] = anySystem;
		this.write(kind === "meta" ? `pagefind.${name}.pf_meta` : `${kind}/${name}.pf_${kind}`, packed);
		return name;
	}
}

/** SHA-1 in hexadecimal as Pagefind writes it: without the zero in front of a small byte. */
function digestOf(content: Uint8Array): string {
	const digest = createHash("sha1").update(content).digest();
	return Array.from(digest, (byte) => byte.toString(16)).join("");
}
