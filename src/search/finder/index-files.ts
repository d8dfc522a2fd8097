import type { ReadFile } from "./finder.ts";
import { FinderError } from "./finder.ts";
import type { SegmentList } from "./format.ts";
import { formatVersion, segmentListPath } from "./format.ts";
import { giveUpIfAborted } from "./give-up.ts";
import { checksum } from "./hash.ts";

/** Each file begins with version, checksum and numbering. */
export const headSize = 9;

/** Files of the index, each read once and verified by its checksum. */
export interface IndexFiles {
	/** @throws FinderError where it cannot be read or used */
	list(signal?: AbortSignal): Promise<SegmentList>;
	/**
	 * The content of a file.
	 *
	 * @param numbering of the segment to which it should belong
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
			giveUpIfAborted(signal);
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

/** Makes each thing once for all callers. If the first caller gives up, the others still get it. */
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
			giveUpIfAborted(signal);
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
	try {
		const [seal, list] = JSON.parse(new TextDecoder().decode(bytes)) as [unknown, SegmentList];
		if (seal !== checksum(segmentListPath, new TextEncoder().encode(JSON.stringify(list))))
			throw new FinderError("not as it was written");
		if (list.version !== formatVersion) throw new FinderError(`of version ${list.version}`);
		return list;
	} catch (error) {
		throw new FinderError(`${segmentListPath}: cannot be used`, { cause: error });
	}
}

/** Why the bytes are not those of the file; undefined if they are. */
function problemOf(path: string, bytes: Uint8Array, numbering: number): string | undefined {
	if (bytes.length < headSize) return "cut short";
	if (bytes[0] !== formatVersion) return `of version ${bytes[0]}`;
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	if (view.getUint32(1) !== checksum(path, bytes.subarray(5))) return "not as it was written";
	if (view.getUint32(5) !== numbering) return "of another state of the index";
	return undefined;
}
