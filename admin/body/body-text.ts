import { renderMarkdown } from "../../src/content/markdown/render-markdown.ts";
import type { Block } from "./nodes.ts";
import { emptyText } from "./nodes.ts";
import { readBlocks, type SourcedBlock } from "./read-blocks.ts";
import { writeBlock } from "./write-block.ts";

/**
 * The text of a body while it is edited. Unedited blocks stay byte for byte as they were: an unchanged block is written
 * as its own source, with the blank lines after it. Only changed blocks are serialised.
 */
export class BodyText {
	readonly blocks: readonly Block[];
	readonly #lead: string;
	/** By the block's content: its place and its source. */
	readonly #sources = new Map<string, { readonly index: number; readonly source: string }[]>();
	readonly #keys = new WeakMap<object, string>();
	readonly #written = new WeakMap<object, string>();
	readonly #trail: string;

	constructor(body: string) {
		const { lead, blocks } = readBlocks(body);
		const definitions = blocks.filter(definesLinks).map(({ source }) => source);
		const kept = keepListsApart(blocks.map((block) => keepFaithful(block, definitions.join("\n"))));
		this.#lead = lead;
		this.#trail = /\n*$/.exec(body)?.[0] ?? "";
		for (const [index, { block, source }] of kept.entries()) {
			const key = this.#key(block);
			const same = this.#sources.get(key) ?? [];
			same.push({ index, source });
			this.#sources.set(key, same);
		}
		this.blocks = kept.map(({ block }) => block);
	}

	/** The Markdown of these blocks, for a body that was edited from the original one. */
	write(blocks: readonly Block[]): string {
		const used = new Set<number>();
		let text = this.#lead;
		let previous = -1;
		let first = true;
		for (const block of blocks) {
			const key = this.#key(block);
			const free = (this.#sources.get(key) ?? []).filter(({ index }) => !used.has(index));
			const kept = free.find(({ index }) => index === previous + 1) ?? free[0];
			if (kept) used.add(kept.index);
			const piece = kept?.source ?? this.#write(block);
			if (piece === "") continue;
			// Blocks that were neighbours before keep the blank lines between them.
			if (!first && !(kept && kept.index === previous + 1)) text = `${text.trimEnd()}\n\n`;
			text += piece;
			previous = kept ? kept.index : Number.NaN;
			first = false;
		}
		return text === this.#lead ? "" : text.replace(/\n*$/, this.#trail);
	}

	#key(block: Block): string {
		let key = this.#keys.get(block);
		if (key === undefined) {
			key = JSON.stringify(block, sortedKeys);
			this.#keys.set(block, key);
		}
		return key;
	}

	#write(block: Block): string {
		let text = this.#written.get(block);
		if (text === undefined) {
			text = writeBlock(block);
			this.#written.set(block, text);
		}
		return text;
	}
}

/** Slate does not keep the order of an element's properties, and gives elements ids that mean nothing here. */
function sortedKeys(_: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => name !== "id")
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

/** A block that would change for readers if it were serialised is shown as Markdown. */
function keepFaithful({ block, source }: SourcedBlock, definitions: string): SourcedBlock {
	if (block.type === "source" || block.type === "footnote") return { block, source };
	if (rendered(writeBlock(block)) === rendered(`${source}\n\n${definitions}`)) return { block, source };
	return asSource(source);
}

function asSource(source: string): SourcedBlock {
	return { block: { type: "source", source: source.replace(/\n+$/, ""), children: emptyText() }, source };
}

/** The editor joins two adjacent lists of one kind, which only different marks separate in Markdown. */
function keepListsApart(blocks: readonly SourcedBlock[]): SourcedBlock[] {
	return blocks.map((sourced, index) => {
		const { type } = sourced.block;
		const isDoubled = (type === "ul" || type === "ol") && blocks[index - 1]?.block.type === type;
		return isDoubled ? asSource(sourced.source) : sourced;
	});
}

function definesLinks({ block, source }: SourcedBlock): boolean {
	return block.type === "source" && /^ {0,3}\[[^\]]+\]:/.test(source);
}

function rendered(markdown: string): string {
	return renderMarkdown(markdown).replace(/\s+/g, " ").trim();
}
