import { fold } from "../text/index.ts";

/**
 * The candidate that was probably meant: one that differs only in case and accents, or in a few typing errors.
 * Undefined if none is near. The first of equally near ones is returned.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
	const wanted = fold(text);
	const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
	let best: string | undefined;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		const folded = fold(candidate);
		if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
		const distance = editDistance(wanted, folded, bestDistance);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** Edit distance with swaps of neighbours (Damerau–Levenshtein); `limit` if it is not smaller. */
function editDistance(a: string, b: string, limit: number): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let smallest = i;
		for (let j = 1; j <= b.length; j += 1) {
			const substitution = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let distance = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, substitution);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				distance = Math.min(distance, at(beforePrevious, j - 2) + 1);
			}
			row.push(distance);
			smallest = Math.min(smallest, distance);
		}
		if (smallest >= limit) return limit;
		beforePrevious = previous;
		previous = row;
	}
	return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Number.POSITIVE_INFINITY;
}
