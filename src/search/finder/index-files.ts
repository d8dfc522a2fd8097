import type { ReadFile } from "./finder.ts";
import { FinderError } from "./finder.ts";
import type { SegmentList } from "./format.ts";
import { formatVersion, segmentListPath } from "./format.ts";
import { checksum } from "./hash.ts";

/** Version, checksum and numbering stand before the rest of a file. */
export const headSize = 9;

/** Files of the index, each read once and believed only when it is what was written. */
export interface IndexFiles {
	/** @throws FinderError where it cannot be read or used */
	list(signal?: AbortSignal): Promise<SegmentList>;
	/**
	 * What a file holds.
	 *
	 * @param numbering of the segment that it is to belong to
	 * @throws FinderError where it cannot be read or used
	 */
	content(path: string, numbering: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Failures are not remembered, so that another try may succeed. */
export function openIndexFiles(read: ReadFile): IndexFiles {
	const lists = createOnce<SegmentList>();
	const contents = createOnce<Uint8Array>();

	async function bytesOf(path: string, signal?: AbortSignal, isFresh?: boolean): Promise<Uint8Array> {
		try {
			return await read(path, signal, isFresh);
		} catch (error) {
			signal?.throwIfAborted();
			throw new FinderError(`${path}: cannot be read`, { cause: error });
		}
	}

	async function readContent(path: string, numbering: number, signal?: AbortSignal): Promise<Uint8Array> {
		const bytes = await bytesOf(path, signal);
		if (problemOf(path, bytes, numbering) === undefined) return bytes.subarray(headSize);
		// A cache on the way may have kept the file of an earlier state of the index.
		const fresh = await bytesOf(path, signal, true);
		const problem = problemOf(path, fresh, numbering);
		if (problem !== undefined) throw new FinderError(`${path}: ${problem}`);
		return fresh.subarray(headSize);
	}

	return {
		list: (signal) =>
			lists(segmentListPath, signal, async () => parseList(await bytesOf(segmentListPath, signal))),
		content: (path, numbering, signal) => contents(path, signal, () => readContent(path, numbering, signal)),
	};
}

/** Makes each thing once, for all who ask; who asked first and gave up does not take it from the others. */
function createOnce<Thing>() {
	const made = new Map<
		string,
		{ readonly thing: Promise<Thing>; readonly signal: AbortSignal | undefined }
	>();
	return async function once(
		key: string,
		signal: AbortSignal | undefined,
		make: () => Promise<Thing>,
	): Promise<Thing> {
		for (;;) {
			signal?.throwIfAborted();
			const known = made.get(key) ?? { thing: make(), signal };
			made.set(key, known);
			try {
				return await known.thing;
			} catch (error) {
				if (made.get(key) === known) made.delete(key);
				if (known.signal === signal || !known.signal?.aborted) throw error;
			}
		}
	};
}

function parseList(bytes: Uint8Array): SegmentList {
	let sealed: unknown;
	try {
		sealed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (error) {
		throw new FinderError(`${segmentListPath}: no JSON`, { cause: error });
	}
	if (!Array.isArray(sealed)) throw new FinderError(`${segmentListPath}: not a list of segments`);
	const text = new TextEncoder().encode(JSON.stringify(sealed[1] ?? null));
	if (checksum(segmentListPath, text) !== sealed[0])
		throw new FinderError(`${segmentListPath}: not as it was written`);
	const list = sealed[1] as SegmentList;
	if (list.version !== formatVersion) throw new FinderError(`${segmentListPath}: of version ${list.version}`);
	return list;
}

/** Why the bytes are not those of the file, if so. */
function problemOf(path: string, bytes: Uint8Array, numbering: number): string | undefined {
	if (bytes.length < headSize) return "cut short";
	if (bytes[0] !== formatVersion) return `of version ${bytes[0]}`;
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	if (view.getUint32(1) !== checksum(path, bytes.subarray(5))) return "not as it was written";
	if (view.getUint32(5) !== numbering) return "of another state of the index";
	return undefined;
}
