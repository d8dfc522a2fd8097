export function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
	return items.reduce((total, item) => total + numberOf(item), 0);
}
