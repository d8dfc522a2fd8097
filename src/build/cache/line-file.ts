/** Reads single lines of a file without reading all of it: a large archive's manifest has 100 MB. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A range of bytes. The file must not change while the range is in use. */
export interface FilePart {
	readonly file: string;
	readonly from: number;
	readonly until: number;
}

const lineEnd = 0x0a;
/** How many bytes are first read on both sides of a place to find its line; usually enough. */
const usualReach = 512;
/** Bytes that are read at once. */
const bytesAtOnce = 1 << 20;

interface Line {
	readonly from: number;
	readonly until: number;
	readonly text: string;
}

/** An open file, which must be closed. All places are in bytes. */
export class LineFile {
	readonly #path: string;
	readonly #file: number;
	readonly size: number;

	/** @throws if it cannot be opened */
	constructor(path: string) {
		this.#path = path;
		this.#file = openSync(path, "r");
		this.size = fstatSync(this.#file).size;
	}

	bytes(from: number, until: number): Buffer {
		const bytes = Buffer.allocUnsafe(Math.max(until - from, 0));
		return bytes.subarray(0, readAt(this.#file, bytes, from));
	}

	text(from: number, until: number): string {
		return this.bytes(from, until).toString();
	}

	part(from: number, until: number): FilePart {
		return { file: this.#path, from, until };
	}

	/**
	 * The line at a place, with its line feed.
	 * @param least the start of that line or of an earlier one
	 */
	lineAt(place: number, least: number): Line {
		for (let reach = usualReach; ; reach *= 2) {
			const start = Math.max(place - reach, least);
			const end = Math.min(place + reach, this.size);
			const bytes = this.bytes(start, end);
			const before = bytes.subarray(0, place - start).lastIndexOf(lineEnd);
			const after = bytes.indexOf(lineEnd, place - start);
			const isWhole = (before >= 0 || start === least) && (after >= 0 || end === this.size);
			if (!isWhole) continue;
			const line = bytes.subarray(before + 1, after < 0 ? bytes.length : after + 1);
			const from = start + before + 1;
			return { from, until: from + line.length, text: line.toString() };
		}
	}

	close(): void {
		closeSync(this.#file);
	}
}

export function readPart({ file, from, until }: FilePart): Buffer {
	const opened = new LineFile(file);
	try {
		return opened.bytes(from, until);
	} finally {
		opened.close();
	}
}

/** The bytes of a range, piece by piece. A piece is valid until the next one is requested. */
export function* piecesOf({ file, from, until }: FilePart): Generator<Uint8Array> {
	const source = openSync(file, "r");
	try {
		const buffer = Buffer.allocUnsafe(Math.min(bytesAtOnce, until - from));
		for (let place = from; place < until; ) {
			const read = readAt(source, buffer.subarray(0, until - place), place);
			if (read === 0) throw new Error(`${file} has become shorter`);
			yield buffer.subarray(0, read);
			place += read;
		}
	} finally {
		closeSync(source);
	}
}

/** @returns the number of bytes read, at most the size of the buffer */
function readAt(file: number, bytes: Buffer, place: number): number {
	let read = 0;
	while (read < bytes.length) {
		const more = readSync(file, bytes, read, bytes.length - read, place + read);
		if (more === 0) break;
		read += more;
	}
	return read;
}
