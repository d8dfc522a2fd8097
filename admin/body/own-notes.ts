import type { Block } from "./nodes.ts";

interface Node {
	readonly type?: string;
	readonly label?: string;
	readonly children?: readonly Node[];
}

/**
 * Gives the footnotes of pasted blocks labels that the text does not use yet, so that no reference leads to another
 * note. Leaves out references whose note was not pasted.
 *
 * @param taken labels that the text uses
 */
export function withOwnNotes(blocks: readonly Block[], taken: readonly string[]): Block[] {
	const used = new Set(taken);
	const labels = new Map<string, string>();
	for (const block of blocks) {
		if (block.type === "footnote" && !labels.has(block.label)) labels.set(block.label, freeLabel(used));
	}
	const renamed = (node: Node): Node[] => {
		const { type, label = "", children } = node;
		const isNote = type === "footnote" || type === "footnote-reference";
		const own = labels.get(label);
		if (isNote && own === undefined) return [];
		return [
			{
				...node,
				...(isNote && own !== undefined && { label: own }),
				...(children && { children: children.flatMap(renamed) }),
			},
		];
	};
	return blocks.flatMap((block) => renamed(block as Node)) as Block[];
}

/** The lowest unused number, which is added to the used ones. */
export function freeLabel(used: Set<string>): string {
	let number = 1;
	while (used.has(String(number))) number += 1;
	used.add(String(number));
	return String(number);
}
