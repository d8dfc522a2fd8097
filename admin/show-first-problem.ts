/** Moves to the first field with a problem when a save was refused. */
export function showFirstProblem(): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let shown: Element | null = null;
	new MutationObserver(() => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			const first = document.querySelector('#nc-root [class*="ControlErrorsList"]');
			if (first && first !== shown) {
				const container = first.closest('[class*="ControlContainer"]');
				container?.scrollIntoView({ block: "center" });
				container
					?.querySelector<HTMLElement>("input, textarea, [contenteditable]")
					?.focus({ preventScroll: true });
			}
			shown = first;
		}, 100);
	}).observe(document.body, { childList: true, subtree: true });
}
