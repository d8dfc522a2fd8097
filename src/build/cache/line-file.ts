/** A file of lines of which only those that are asked for are read: a manifest of a large archive has 100 MB. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Some bytes of a file, which is not changed as long as they may be asked for. */
export interface FilePart {
	readonly file: string;
	readonly from: number;
	readonly until: number;
}

const lineEnd = 0x0a;
/** What is read at first to both sides of a place to find its line; usually enough. */
const usualReach = 512;
/** The size of a piece, so that that of its part does not count. */
const bytesAtOnce = 1 << 20;

interface Line {
	readonly from: number;
	readonly until: number;
	readonly text: string;
}

/** To be closed. All places are counted in bytes. */
export class LineFile {
	readonly #path: string;
	readonly #file: number;
	readonly size: number;

	/** @throws where it cannot be opened */
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

	/** The line of a place, with its line feed. @param least where a line begins that is no later */
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

/** The bytes of a part, piece by piece. A piece is good until the next one is asked for. */
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

/** @returns how many bytes there were, up to as many as there is room for */
function readAt(file: number, bytes: Buffer, place: number): number {
	let read = 0;
	while (read < bytes.length) {
		const more = readSync(file, bytes, read, bytes.length - read, place + read);
		if (more === 0) break;
		read += more;
	}
	return read;
}
