/**
 * A list that is made when somebody first looks at it. A template that does not ask for it pays nothing.
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
		// Eleventy awaits a collection; finding out whether it is a promise does not need its items.
		get: (_, name, receiver) => (name === "then" ? undefined : Reflect.get(filled(), name, receiver)),
		has: (_, name) => Reflect.has(filled(), name),
		ownKeys: () => Reflect.ownKeys(filled()),
		getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(filled(), name),
	});
}
