/** The lines of a log, which may be compressed. Only a piece of it is in memory at a time. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

export interface LogPiece {
	readonly lines: readonly string[];
	/** Bytes up to the end of its last line, after unpacking. */
	readonly end: number;
}

const pieceSize = 1024 * 1024;
/** No real request is that long; the rest of the line is dropped. */
const longestLine = 64 * 1024;
const lineEnd = 0x0a;

/**
 * Whole lines only: a line that the server is still writing is left for the next run.
 *
 * @param from bytes that were read before, after unpacking
 * @throws errors of the disk, and zlib's errors for a damaged file
 */
export async function* logPieces(file: string, from: number): AsyncGenerator<LogPiece> {
	let at = 0;
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of await contentOf(file)) {
		const start = at;
		at += chunk.length;
		if (at <= from) continue;
		const fresh = start < from ? chunk.subarray(from - start) : chunk;
		rest = rest.length === 0 ? fresh : Buffer.concat([rest, fresh]);
		const last = rest.lastIndexOf(lineEnd);
		if (last === -1) {
			if (rest.length > longestLine) rest = Buffer.alloc(0);
			continue;
		}
		const lines = rest.toString("utf8", 0, last).split("\n");
		rest = Buffer.from(rest.subarray(last + 1));
		yield { lines, end: at - rest.length };
	}
}

/**
 * Identifies a log by its first line, so that it is recognised after it was renamed or compressed. Undefined for a log
 * without a complete line.
 */
export async function fingerprintOf(file: string): Promise<string | undefined> {
	for await (const { lines } of logPieces(file, 0)) {
		return createHash("sha256")
			.update(lines[0] ?? "")
			.digest("base64url")
			.slice(0, 22);
	}
	return undefined;
}

async function contentOf(file: string): Promise<AsyncIterable<Buffer>> {
	const handle = await open(file);
	const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
	const stream = createReadStream(file, { highWaterMark: pieceSize });
	const isPacked = buffer[0] === 0x1f && buffer[1] === 0x8b;
	if (!isPacked) return stream;
	const unpacked = createGunzip({ chunkSize: pieceSize });
	stream.on("error", (error) => unpacked.destroy(error));
	return stream.pipe(unpacked);
}
