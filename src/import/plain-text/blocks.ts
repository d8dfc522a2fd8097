/** Adjacent lines of a page, without blank lines between them. */
export interface Block {
	/** Trimmed, none of them empty. */
	readonly lines: readonly string[];
	/** The number of its first line in the page, counted from one. */
	readonly line: number;
}

/** The blocks of a page's text, separated by blank lines. */
export function blocksOf(text: string): Block[] {
	const blocks: { lines: string[]; line: number }[] = [];
	let isOpen = false;
	text.split("\n").forEach((raw, index) => {
		const line = raw.replace(/\s+/g, " ").trim();
		if (line === "") isOpen = false;
		else if (isOpen) blocks.at(-1)?.lines.push(line);
		else {
			blocks.push({ lines: [line], line: index + 1 });
			isOpen = true;
		}
	});
	return blocks;
}
