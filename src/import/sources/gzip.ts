import { once } from "node:events";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Whether a file's first bytes are those of gzip (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** A stream's bytes, uncompressed if they are gzip, of one member or of many (a WARC file has one for each record). */
export async function uncompressed(stream: Readable): Promise<Readable> {
	if (!isGzip(await firstBytes(stream))) return stream;
	// A pipeline destroys both streams, so an error of the first reaches whoever reads the other.
	const plain = createGunzip();
	pipeline(stream, plain, () => {});
	return plain;
}

/** Peeks at the beginning of a stream without consuming it. */
async function firstBytes(stream: Readable): Promise<Buffer> {
	if (stream.readableLength === 0 && !stream.readableEnded) await once(stream, "readable");
	const head: Buffer = stream.read() ?? Buffer.alloc(0);
	if (head.length > 0) stream.unshift(head);
	return head;
}

/**
 * The beginning of a file, uncompressed if it is gzip. That it is cut off or broken is no error here.
 *
 * @param head the file's first bytes
 * @param most how many bytes are wanted
 */
export function beginningOf(head: Buffer, most: number): Promise<Buffer> {
	if (!isGzip(head)) return Promise.resolve(head);
	return new Promise((done) => {
		const parts: Buffer[] = [];
		let size = 0;
		const gunzip = createGunzip();
		const finish = () => {
			gunzip.destroy();
			done(Buffer.concat(parts).subarray(0, most));
		};
		gunzip.on("data", (part: Buffer) => {
			parts.push(part);
			size += part.length;
			if (size >= most) finish();
		});
		gunzip.on("error", finish);
		gunzip.on("end", finish);
		gunzip.end(head);
	});
}
