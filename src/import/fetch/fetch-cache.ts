import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeFileAtomically } from "../../disk/atomic-write.ts";
import { sha256 } from "../../disk/digest.ts";

const recordSchema = z.object({
	address: z.string(),
	/** Milliseconds since 1970. */
	fetched: z.number(),
	etag: z.string().optional(),
	lastModified: z.string().optional(),
	digest: z.string(),
});

/** What was fetched before from an address. */
export interface CachedResponse {
	readonly bytes: Uint8Array;
	/** Milliseconds since 1970. */
	readonly fetched: number;
	readonly etag?: string;
	readonly lastModified?: string;
}

/** Responses in a folder, each as two files: its bytes and its headers. */
export class FetchCache {
	readonly #directory: string;

	constructor(directory: string) {
		this.#directory = directory;
	}

	/** Undefined if nothing is cached, or it is incomplete. */
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
			// A missing or damaged part of the cache only costs time.
			return undefined;
		}
	}

	async write(address: string, response: CachedResponse): Promise<void> {
		const path = this.#pathOf(address);
		const { bytes, ...rest } = response;
		await writeFileAtomically(path, bytes, { flush: false });
		const description = JSON.stringify({ address, ...rest, digest: sha256(bytes) });
		await writeFileAtomically(`${path}.json`, description, { flush: false });
	}

	#pathOf(address: string): string {
		return join(this.#directory, sha256(address));
	}
}
