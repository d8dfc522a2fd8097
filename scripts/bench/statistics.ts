/** The value in the middle; the mean of the two where there are two. Undefined for none. */
export function median(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[sorted.length >> 1];
	const lower = sorted[(sorted.length - 1) >> 1];
	return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** The median of one property of several measurements; 0 where there are none. */
export function medianOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return median(items.map(value)) ?? 0;
}
