/** Tells the style sheets how high an element is by a property of theirs. Returns what ends that. */
export function watchHeight(element: Element, property: `--${string}`): () => void {
	const sizes = new ResizeObserver(([entry]) => {
		const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
		document.documentElement.style.setProperty(property, `${height}px`);
	});
	sizes.observe(element);
	return () => sizes.disconnect();
}
