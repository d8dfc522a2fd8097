import { formatNumber } from "../../../text/index.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

/** The largest record that is read: each is held in memory whole. No page and hardly a picture is larger. */
export const maxRecordBytes = 64_000_000;
const maxHeaderBytes = 100_000;
/** How every file of the older ARC format begins. */
const oldArchive = Buffer.from("filedesc:");
const headerEnd = Buffer.from("\r\n\r\n");

/** A record of a web archive. */
export interface WarcRecord {
	/** Names in lower case. */
	readonly headers: ReadonlyMap<string, string>;
	/** Empty for records that are larger than `maxRecordBytes` or not wanted. */
	readonly content: Buffer;
	readonly isTooLarge: boolean;
}

/**
 * Streams the records of an uncompressed WARC file (ISO 28500). Only one is in memory at a time.
 *
 * @param wanted whether a record's content is needed; otherwise it is skipped
 * @throws {SourceError} where the file is broken
 */
export async function* warcRecords(
	bytes: AsyncIterable<Uint8Array>,
	path: string,
	wanted: (headers: ReadonlyMap<string, string>) => boolean,
): AsyncGenerator<WarcRecord> {
	const reader = new ByteReader(bytes);
	for (let count = 0; ; count += 1) {
		let head: Buffer | undefined;
		try {
			if (count === 0 && (await reader.begins(oldArchive))) throw new SourceError(strings.oldArchive(path));
			head = await reader.until(headerEnd, maxHeaderBytes);
		} catch (error) {
			throw brokenError(error, path, count);
		}
		if (head === undefined) return;
		const lines = head
			.toString("utf8")
			.trim()
			.split(/\r?\n(?![ \t])/);
		const length = Number(
			/^content-length:\s*(\d{1,15})\s*$/im.exec(head.toString("latin1"))?.[1] ?? Number.NaN,
		);
		if (!/^WARC\/\d/.test(lines[0] ?? "") || !Number.isSafeInteger(length))
			throw brokenError(undefined, path, count);
		const headers = new Map(lines.slice(1).map(headerOf));
		const isTooLarge = length > maxRecordBytes;
		const isKept = !isTooLarge && wanted(headers);
		try {
			const content = await reader.take(length, isKept);
			yield { headers, content, isTooLarge };
		} catch (error) {
			throw brokenError(error, path, count);
		}
	}
}

function brokenError(error: unknown, path: string, count: number): unknown {
	if (error instanceof SourceError) return error;
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (error !== undefined && !(error instanceof EndedError) && !code.startsWith("Z_")) return error;
	return new SourceError(count === 0 ? strings.notWarc(path) : strings.brokenAfter(formatNumber(count)));
}

function headerOf(line: string): [string, string] {
	const colon = line.indexOf(":");
	const value = line.slice(colon + 1).replace(/\r?\n[ \t]+/g, " ");
	return [line.slice(0, colon).trim().toLowerCase(), value.trim()];
}

/** The stream ended within a record. */
class EndedError extends Error {}

/** Reads a stream in portions. */
class ByteReader {
	readonly #source: AsyncIterator<Uint8Array>;
	#chunks: Buffer[] = [];
	#size = 0;

	constructor(bytes: AsyncIterable<Uint8Array>) {
		this.#source = bytes[Symbol.asyncIterator]();
	}

	/** Whether the next bytes are `mark`, without consuming them. */
	async begins(mark: Buffer): Promise<boolean> {
		while (this.#size < mark.length && (await this.#more()));
		return this.#joined().subarray(0, mark.length).equals(mark);
	}

	/** Reads up to `mark` and skips it. Leading line breaks are left out. Undefined at the end of the stream. */
	async until(mark: Buffer, most: number): Promise<Buffer | undefined> {
		for (;;) {
			const all = this.#joined();
			let start = 0;
			while (all[start] === 0x0d || all[start] === 0x0a) start += 1;
			const end = all.indexOf(mark, start);
			if (end !== -1) {
				this.#keep(all.subarray(end + mark.length));
				return all.subarray(start, end);
			}
			if (all.length - start > most) throw new EndedError();
			this.#keep(all.subarray(start));
			if (!(await this.#more())) {
				if (all.length > start) throw new EndedError();
				return undefined;
			}
		}
	}

	async take(length: number, isKept: boolean): Promise<Buffer> {
		const taken: Buffer[] = [];
		let left = length;
		while (left > 0) {
			if (this.#size === 0 && !(await this.#more())) throw new EndedError();
			const all = this.#joined();
			const part = all.subarray(0, left);
			this.#keep(all.subarray(part.length));
			left -= part.length;
			if (isKept) taken.push(part);
		}
		return Buffer.concat(taken);
	}

	#joined(): Buffer {
		if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
		return this.#chunks[0] ?? Buffer.alloc(0);
	}

	#keep(rest: Buffer): void {
		this.#chunks = rest.length > 0 ? [rest] : [];
		this.#size = rest.length;
	}

	async #more(): Promise<boolean> {
		const { done, value } = await this.#source.next();
		if (done === true) return false;
		this.#chunks.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
		this.#size += value.byteLength;
		return true;
	}
}
