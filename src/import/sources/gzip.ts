import { once } from "node:events";
import { pipeline, type Readable } from "node:stream";
import { promisify } from "node:util";
import { createGunzip, gunzip } from "node:zlib";

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

/** A file's bytes, uncompressed if they are gzip; undefined if it is broken or has more than `most` bytes. */
export async function uncompressedBytes(bytes: Buffer, most: number): Promise<Buffer | undefined> {
	if (!isGzip(bytes)) return bytes;
	return promisify(gunzip)(bytes, { maxOutputLength: most }).catch(() => undefined);
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
		const plain = createGunzip();
		const finish = () => {
			plain.destroy();
			done(Buffer.concat(parts).subarray(0, most));
		};
		plain.on("data", (part: Buffer) => {
			parts.push(part);
			size += part.length;
			if (size >= most) finish();
		});
		plain.on("error", finish);
		plain.on("end", finish);
		plain.end(head);
	});
}
