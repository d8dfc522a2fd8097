import { createReadStream, type ReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { constants, createGunzip, type Gunzip, gunzipSync } from "node:zlib";
import { decodeCharacters } from "../../encodings/index.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

/** A file's text as a stream, and how to decode a value in it. */
export interface OpenText {
	readonly chunks: AsyncIterable<string>;
	/**
	 * Decodes one value. A dump may mix encodings: one value in UTF-8, the next in windows-1252 or in broken UTF-8. So
	 * the stream carries bytes (as Latin-1), and each value is decoded by itself.
	 */
	readonly decode: (value: string) => string;
	/** Bytes read from the file so far, before uncompressing. */
	readonly bytesRead: () => number;
}

const sampleBytes = 4_096;
const ascii = /^[\x20-\x7E\t\r\n]*$/;

/** Opens a file, which may be compressed with gzip. UTF-16 is recognised by its first bytes. */
export async function openText(path: string): Promise<OpenText> {
	const head = await headOf(path);
	const file = createReadStream(path);
	const isGzip = head[0] === 0x1f && head[1] === 0x8b;
	const bytes = isGzip ? uncompressed(file) : file;
	const wide = decodeCharacters(isGzip ? beginningOf(head) : head).charset;
	const isWide = wide === "utf-16le" || wide === "utf-16be";
	return {
		chunks: isWide ? decoded(bytes, wide) : decoded(bytes, "latin1"),
		decode: isWide ? (value) => value : decodeLatin1,
		bytesRead: () => file.bytesRead,
	};
}

/** Uncompresses a stream; an error of the file also ends the result. */
function uncompressed(file: ReadStream): Gunzip {
	const text = createGunzip();
	pipeline(file, text, () => {});
	return text;
}

/** The beginning of a compressed file, of which only the first bytes are at hand. */
function beginningOf(head: Buffer): Buffer {
	return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, sampleBytes & ~1);
}

function decodeLatin1(value: string): string {
	return ascii.test(value) ? value : decodeCharacters(Buffer.from(value, "latin1")).text;
}

async function* decoded(
	bytes: AsyncIterable<Buffer>,
	charset: "latin1" | "utf-16le" | "utf-16be",
): AsyncGenerator<string> {
	const wide = charset === "latin1" ? undefined : new TextDecoder(charset);
	let isFirst = true;
	for await (const chunk of bytes) {
		if (wide) yield wide.decode(chunk, { stream: true });
		else {
			const text = chunk.toString("latin1");
			yield isFirst ? text.replace(/^\u00EF\u00BB\u00BF/, "") : text;
		}
		isFirst = false;
	}
}

async function headOf(path: string): Promise<Buffer> {
	const file = await open(path).catch(() => {
		throw new SourceError(strings.noSuchSource(path));
	});
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
