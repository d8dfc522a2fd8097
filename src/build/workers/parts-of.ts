/** A list in parts of so many items each, in its order; the last has what is left. */
export function partsOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
		items.slice(part * size, (part + 1) * size),
	);
}
