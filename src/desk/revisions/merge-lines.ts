import { diff3Merge } from "node-diff3";

/** Pieces with more lines are not merged: the library's time grows faster than the square of their number. */
const mostLinesOfPiece = 200;
const mostLines = 2000;

/**
 * Three-way merge of two texts by lines.
 *
 * Lines that occur once in all three texts, in the same order, split the texts into pieces. So the time grows with the
 * length, however often a line is repeated.
 *
 * @returns undefined if both changed the same lines, or too many lines
 */
export function mergeLines(base: string, yours: string, theirs: string): string | undefined {
	const baseLines = base.split("\n");
	const yourLines = yours.split("\n");
	const theirLines = theirs.split("\n");
	const merged: string[] = [];
	let compared = 0;
	let from: Anchor = { base: 0, yours: 0, theirs: 0 };
	const end = { base: baseLines.length, yours: yourLines.length, theirs: theirLines.length };
	for (const to of [...anchorsOf(baseLines, yourLines, theirLines), end]) {
		const basePiece = baseLines.slice(from.base, to.base);
		const yourPiece = yourLines.slice(from.yours, to.yours);
		const theirPiece = theirLines.slice(from.theirs, to.theirs);
		const lines = Math.max(basePiece.length, yourPiece.length, theirPiece.length);
		const piece = unchanged(basePiece, yourPiece, theirPiece);
		if (piece) merged.push(...piece);
		else {
			compared += lines;
			if (lines > mostLinesOfPiece || compared > mostLines) return undefined;
			const regions = diff3Merge(yourPiece, basePiece, theirPiece, { excludeFalseConflicts: true });
			for (const region of regions) {
				if (!region.ok) return undefined;
				merged.push(...region.ok);
			}
		}
		from = to;
	}
	return merged.join("\n");
}

/** The number of one line in each text. */
interface Anchor {
	readonly base: number;
	readonly yours: number;
	readonly theirs: number;
}

function unchanged(
	base: readonly string[],
	yours: readonly string[],
	theirs: readonly string[],
): readonly string[] | undefined {
	if (isEqual(yours, base)) return theirs;
	return isEqual(theirs, base) || isEqual(yours, theirs) ? yours : undefined;
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((line, at) => line === b[at]);
}

function anchorsOf(
	base: readonly string[],
	yours: readonly string[],
	theirs: readonly string[],
): readonly Anchor[] {
	const inBase = linesOnce(base);
	const inYours = linesOnce(yours);
	const inTheirs = linesOnce(theirs);
	const anchors: Anchor[] = [];
	for (const [line, at] of inBase) {
		const your = inYours.get(line);
		const their = inTheirs.get(line);
		if (your !== undefined && their !== undefined) anchors.push({ base: at, yours: your, theirs: their });
	}
	anchors.sort((a, b) => a.base - b.base);
	return rising(
		rising(anchors, (anchor) => anchor.yours),
		(anchor) => anchor.theirs,
	);
}

function linesOnce(lines: readonly string[]): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	const repeated = new Set<string>();
	for (const [at, line] of lines.entries()) {
		if (places.has(line)) repeated.add(line);
		else places.set(line, at);
	}
	for (const line of repeated) places.delete(line);
	return places;
}

/** The longest increasing subsequence of a list. */
function rising(anchors: readonly Anchor[], placeOf: (anchor: Anchor) => number): readonly Anchor[] {
	/** By length, the anchor that ends an increasing subsequence of that length at the lowest place. */
	const ends: number[] = [];
	const before = new Int32Array(anchors.length).fill(-1);
	const placeAt = (at: number) => {
		const anchor = anchors[at];
		return anchor === undefined ? -1 : placeOf(anchor);
	};
	for (let at = 0; at < anchors.length; at++) {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (placeAt(ends[middle] ?? -1) < placeAt(at)) low = middle + 1;
			else high = middle;
		}
		before[at] = ends[low - 1] ?? -1;
		ends[low] = at;
	}
	const longest: Anchor[] = [];
	for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
		const anchor = anchors[at];
		if (anchor) longest.push(anchor);
	}
	return longest.reverse();
}
