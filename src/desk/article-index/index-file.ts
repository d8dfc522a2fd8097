/** The index on the disk: a cache that may be deleted. A stale or damaged file is ignored. */

import { hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { replaceFile } from "../../disk/atomic-write.ts";
import type { ArticleIndexParts } from "./article-index.ts";

/** Must be raised when the form or the meaning of the stored data changes. */
const version = 5;
const alignment = 8;

interface Header {
	readonly version: number;
	readonly stamp: string;
	readonly names: readonly string[];
	readonly words: ArticleIndexParts["words"];
	/** Type and number of elements, in file order. */
	readonly arrays: readonly { readonly name: string; readonly kind: Kind; readonly length: number }[];
	readonly digest: string;
}

const kinds = { Uint8Array, Uint32Array, Float64Array };
type Kind = keyof typeof kinds;
type NumberArray = InstanceType<(typeof kinds)[Kind]>;

/** @param stamp identifies what the index was made from */
export async function writeIndexFile(file: string, stamp: string, parts: ArticleIndexParts): Promise<void> {
	const arrays = Object.entries({ ...parts.columns, ...parts.postings }) as [string, NumberArray][];
	const pieces = arrays.map(([, array]) => bytesOf(array));
	const header: Header = {
		version,
		stamp,
		names: parts.names,
		words: parts.words,
		arrays: arrays.map(([name, array]) => ({
			name,
			kind: array.constructor.name as Kind,
			length: array.length,
		})),
		digest: digestOf(pieces),
	};
	const head = Buffer.from(JSON.stringify(header));
	const length = Buffer.alloc(alignment);
	length.writeUInt32LE(head.length);
	await replaceFile(file, async (unfinished) => {
		const handle = await open(unfinished, "w");
		try {
			for (const piece of [length, head, ...pieces]) {
				await handle.writeFile(piece);
				await handle.writeFile(padding(piece.length));
			}
		} finally {
			await handle.close();
		}
	});
}

/** @returns undefined if there is no valid one */
export async function readIndexFile(
	file: string,
): Promise<{ readonly stamp: string; readonly parts: ArticleIndexParts } | undefined> {
	const handle = await open(file).catch(() => undefined);
	try {
		return handle && (await readParts(handle));
	} catch {
		return undefined;
	} finally {
		await handle?.close();
	}
}

/** Reads directly into the arrays: a whole file beside them would take as much memory again. */
async function readParts(
	handle: FileHandle,
): Promise<{ readonly stamp: string; readonly parts: ArticleIndexParts } | undefined> {
	const start = new Uint8Array(alignment);
	await fill(handle, start, 0);
	const length = Buffer.from(start.buffer).readUInt32LE(0);
	if (length > (await handle.stat()).size) return undefined;
	const head = Buffer.alloc(length);
	await fill(handle, head, alignment);
	const header = JSON.parse(head.toString("utf8")) as Header;
	if (header.version !== version) return undefined;
	let at = alignment + padded(head.length);
	const arrays: Record<string, NumberArray> = {};
	const pieces: Uint8Array[] = [];
	for (const { name, kind, length } of header.arrays) {
		const array = new kinds[kind](length);
		const piece = bytesOf(array);
		await fill(handle, piece, at);
		at += padded(piece.length);
		arrays[name] = array;
		pieces.push(piece);
	}
	if (digestOf(pieces) !== header.digest) return undefined;
	const { bytes, ends, last, ...columns } = arrays;
	const { stamp, names, words } = header;
	const parts = { names, words, columns, postings: { bytes, ends, last } };
	return { stamp, parts: parts as unknown as ArticleIndexParts };
}

/** @throws if the file ends before */
async function fill(handle: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
	let read = 0;
	while (read < bytes.length) {
		const { bytesRead } = await handle.read(bytes, read, bytes.length - read, from + read);
		if (bytesRead === 0) throw new Error("The file is too short");
		read += bytesRead;
	}
}

function bytesOf(array: NumberArray): Uint8Array {
	return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function digestOf(pieces: readonly Uint8Array[]): string {
	return hash("sha256", pieces.map((piece) => hash("sha256", piece, "hex")).join("\n"), "hex");
}

function padded(length: number): number {
	return Math.ceil(length / alignment) * alignment;
}

function padding(length: number): Buffer {
	return Buffer.alloc(padded(length) - length);
}
