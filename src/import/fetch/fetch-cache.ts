import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const recordSchema = z.object({
	address: z.string(),
	/** Milliseconds since 1970. */
	fetched: z.number(),
	etag: z.string().optional(),
	lastModified: z.string().optional(),
	digest: z.string(),
});

/** What was fetched before of an address. */
export interface CachedResponse {
	readonly bytes: Uint8Array;
	/** Milliseconds since 1970. */
	readonly fetched: number;
	readonly etag?: string;
	readonly lastModified?: string;
}

/** Responses in a folder, each as two files: its bytes, and what the server said of them. */
export class FetchCache {
	readonly #directory: string;

	constructor(directory: string) {
		this.#directory = directory;
	}

	/** Undefined where nothing is kept, or where it is not whole. */
	async read(address: string): Promise<CachedResponse | undefined> {
		const path = this.#pathOf(address);
		try {
			const record = recordSchema.parse(JSON.parse(await readFile(`${path}.json`, "utf8")));
			const bytes = await readFile(path);
			if (record.address !== address || record.digest !== sha256(bytes)) return undefined;
			const { fetched, etag, lastModified } = record;
			return {
				bytes,
				fetched,
				...(etag === undefined ? {} : { etag }),
				...(lastModified === undefined ? {} : { lastModified }),
			};
		} catch {
			// A missing or broken part of a cache costs time and nothing else.
			return undefined;
		}
	}

	async write(address: string, response: CachedResponse): Promise<void> {
		await mkdir(this.#directory, { recursive: true });
		const path = this.#pathOf(address);
		const { bytes, ...rest } = response;
		await writeWhole(path, bytes);
		await writeWhole(`${path}.json`, JSON.stringify({ address, ...rest, digest: sha256(bytes) }));
	}

	#pathOf(address: string): string {
		return join(this.#directory, sha256(address));
	}
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
	await writeFile(`${path}.part`, content);
	await rename(`${path}.part`, path);
}

function sha256(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}
