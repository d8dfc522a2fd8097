import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** The content of an entry: bytes, or a file with them. */
export type EntryContent = { readonly bytes: Uint8Array } | { readonly source: string };

export interface EntryOptions {
	/** Whether it is stored without compression. @default false */
	readonly stored?: boolean;
}

/** Already compressed. */
const compressedTypes = /\.(?:webp|jpe?g|png|gif|woff2|mp[34]|zip|docx|xlsx|pptx)$/i;
/** A plain file that its owner may change and everybody may read. */
const fileMode = 0o100644;

/**
 * A zip that is written entry by entry, with no more than one in memory. The same entries in the same order give the
 * same bytes: all have the same time, and none depends on this machine.
 */
export class ZipWriter {
	readonly #zip = new ZipFile();
	readonly #time: Date;
	readonly #written: Promise<void>;
	/** Rejects with the error, at once. */
	readonly #failure: Promise<never>;

	/** @param day of all entries, as `2026-11-28`; zips allow none before 1980 */
	constructor(file: string, day: string) {
		// The format has no time zone: noon in the reader's own.
		this.#time = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
		const output = createWriteStream(file, { flush: true });
		this.#failure = new Promise((_, reject) => {
			this.#zip.on("error", reject);
			output.on("error", reject);
		});
		this.#failure.catch(() => {});
		this.#zip.outputStream.pipe(output);
		this.#written = finished(output);
		this.#written.catch(() => {});
	}

	/** Adds an entry; resolves when its content has been read. */
	async add(path: string, content: EntryContent, { stored = false }: EntryOptions = {}): Promise<void> {
		const options = {
			mtime: this.#time,
			mode: fileMode,
			forceDosTimestamp: true,
			compressionLevel: stored || compressedTypes.test(path) ? 0 : 9,
		};
		if (stored && "bytes" in content) {
			// Sizes come before the content, where EPUB readers look for them.
			this.#zip.addBuffer(Buffer.from(content.bytes), path, options);
			return;
		}
		const stream =
			"bytes" in content
				? Readable.from([content.bytes], { objectMode: false })
				: createReadStream(content.source);
		// Not `addReadStream`: yazl keeps what it is given until the end of the zip, and the content with it.
		const given = [stream];
		this.#zip.addReadStreamLazy(path, options, (give) => {
			for (const each of given.splice(0)) give(null, each);
		});
		await Promise.race([finished(stream), this.#failure]);
	}

	/** Resolves when every byte is on the disk. */
	async end(): Promise<void> {
		this.#zip.end();
		await Promise.race([this.#written, this.#failure]);
	}
}
