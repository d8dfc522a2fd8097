/** Moves to the first field of an item that was just added to a list: Decap puts it below all others. */
export function leadToNewItem(): void {
	const onClick = ({ target }: Event) => {
		const button = target instanceof Element ? target.closest("button") : null;
		const bar = button?.parentElement;
		const isOfList = bar?.querySelector('[data-testid="expand-button"]') !== null;
		if (!bar || !isOfList || button?.dataset.testid === "expand-button") return;
		const list = bar.parentElement;
		const count = itemsOf(list).length;
		const lead = () => {
			const items = itemsOf(list);
			if (items.length <= count) return;
			const first = items.at(-1)?.querySelector<HTMLElement>("input, textarea, [contenteditable]");
			first?.scrollIntoView({ block: "center" });
			first?.focus({ preventScroll: true });
		};
		setTimeout(lead);
	};
	// Runs before Decap's handler, as the items before the addition are counted.
	document.addEventListener("click", onClick, { capture: true });
}

function itemsOf(list: Element | null): Element[] {
	return [...(list?.querySelectorAll('[class*="SortableListItem"]') ?? [])];
}
