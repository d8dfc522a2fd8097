/** Splits a list into parts of `size` items, in order. The last part may be shorter. */
export function partsOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
		items.slice(part * size, (part + 1) * size),
	);
}
