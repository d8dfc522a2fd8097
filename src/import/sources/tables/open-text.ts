import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { decodeCharacters, wideCharset } from "../../encodings/index.ts";
import { SourceError } from "../../source.ts";
import { beginningOf, uncompressed } from "../gzip.ts";
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

/**
 * Opens a file, which may be compressed with gzip. UTF-16 is recognised by its first bytes.
 *
 * @throws {SourceError} if there is no such file, and later, if its compression is broken
 */
export async function openText(path: string): Promise<OpenText> {
	const wide = wideCharset(await beginningOf(await headOf(path), sampleBytes));
	const file = createReadStream(path);
	return {
		chunks: decoded(await uncompressed(file), wide ?? "latin1", path),
		decode: wide ? (value) => value : decodeLatin1,
		bytesRead: () => file.bytesRead,
	};
}

function decodeLatin1(value: string): string {
	return ascii.test(value) ? value : decodeCharacters(Buffer.from(value, "latin1")).text;
}

async function* decoded(
	bytes: AsyncIterable<Buffer>,
	charset: "latin1" | "utf-16le" | "utf-16be",
	path: string,
): AsyncGenerator<string> {
	const wide = charset === "latin1" ? undefined : new TextDecoder(charset);
	let isFirst = true;
	try {
		for await (const chunk of bytes) {
			if (wide) yield wide.decode(chunk, { stream: true });
			else {
				const text = chunk.toString("latin1");
				yield isFirst ? text.replace(/^\u00EF\u00BB\u00BF/, "") : text;
			}
			isFirst = false;
		}
	} catch (error) {
		const isCompression = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
		throw isCompression ? new SourceError(strings.brokenCompression(path)) : error;
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
