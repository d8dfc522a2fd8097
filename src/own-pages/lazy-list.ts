/**
 * A list that is made when it is first read. It costs nothing if no template uses it.
 *
 * @param make called once at the most
 */
export function lazyList<Item>(make: () => Iterable<Item>): readonly Item[] {
	const items: Item[] = [];
	let isMade = false;
	const filled = (): Item[] => {
		if (!isMade) {
			isMade = true;
			for (const item of make()) items.push(item);
		}
		return items;
	};
	return new Proxy(items, {
		// Eleventy awaits a collection. To find out that it is no promise, its items are not needed.
		get: (_, name, receiver) => (name === "then" ? undefined : Reflect.get(filled(), name, receiver)),
		has: (_, name) => Reflect.has(filled(), name),
		ownKeys: () => Reflect.ownKeys(filled()),
		getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(filled(), name),
	});
}
