/** Joins the lists into which programs cut one list. */
import { type Block, type InlineNode, isLeaf, type List } from "./nodes.ts";

/** Joins adjacent lists of one kind, as the editor does, and fills empty items that only contain a nested list. */
export function joinLists(blocks: readonly Block[]): Block[] {
	const result: Block[] = [];
	for (const block of blocks) {
		const last = result.at(-1);
		if (isList(block) && last && isList(last) && mayJoin(last, block)) join(last, block);
		else result.push(isList(block) ? structuredClone(block) : block);
	}
	for (const block of result) if (isList(block)) startAtOne(block);
	return result;
}

/** A list that starts at 1 says nothing about its start. */
function startAtOne(list: List): void {
	if (list.start === 1) delete list.start;
	for (const {
		children: [, ...inner],
	} of list.children)
		inner.forEach(startAtOne);
}

/** A list that begins at a deeper level belongs below the last item, whatever its kind. */
function mayJoin(list: List, next: List): boolean {
	return list.type === next.type || beginsDeeper(next);
}

function beginsDeeper({ children: [first] }: List): boolean {
	return first !== undefined && first.children.length > 1 && isEmptyLine(first.children[0].children);
}

function join(list: List, next: List): void {
	for (const item of next.children) {
		const [text, ...inner] = item.children;
		const last = list.children.at(-1);
		if (!last || inner.length === 0 || !isEmptyLine(text.children)) {
			list.children.push(item);
			continue;
		}
		for (const deeper of inner) {
			const lists = last.children.slice(1) as List[];
			const own = lists.at(-1);
			if (own && mayJoin(own, deeper)) join(own, deeper);
			else last.children.push(deeper);
		}
	}
}

export function isList(block: Block): block is List {
	return block.type === "ul" || block.type === "ol";
}

export function isEmptyLine(nodes: readonly InlineNode[]): boolean {
	return nodes.every((node) => isLeaf(node) && node.text.trim() === "");
}
