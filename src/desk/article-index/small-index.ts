import { searchedWords, soughtAmong } from "../../search/lists/sought-text.ts";
import { compareVietnamese, spellingKey } from "../../text/index.ts";
import type { EntrySort } from "../listed-entry.ts";
import type { EntryIndex, EntryStatus, IndexedEntry, IndexPage, IndexQuery } from "./entry-index.ts";
import type { SearchableFacts } from "./facts.ts";

interface Item {
	readonly entry: IndexedEntry;
	/** See `searchedWords`. */
	readonly words: string;
	readonly references: readonly string[];
}

type Compare = (a: string, b: string) => number;

/** An index of a few hundred entries, searched one by one. */
export class SmallIndex implements EntryIndex {
	readonly #items = new Map<string, Item>();
	readonly #compareTitles: Compare;
	/** All items by title; undefined after a change. */
	#byTitle: readonly Item[] | undefined;

	/** @param compareTitles the order by title */
	constructor(compareTitles: Compare = compareVietnamese) {
		this.#compareTitles = compareTitles;
	}

	get size(): number {
		return this.#items.size;
	}

	set(id: string, facts: SearchableFacts, status: EntryStatus): void {
		const { lead, body, references, ...shown } = facts;
		const words = searchedWords(
			[facts.title, facts.alias, id, lead, ...facts.author, ...facts.tags, body].join("\n"),
		);
		this.#byTitle = undefined;
		this.#items.set(id, { entry: { id, facts: shown, status }, words, references });
	}

	delete(id: string): void {
		this.#byTitle = undefined;
		this.#items.delete(id);
	}

	get(id: string): IndexedEntry | undefined {
		return this.#items.get(id)?.entry;
	}

	find(query: IndexQuery): IndexPage {
		const { sort = "title" } = query;
		const all = sort === "title" ? this.#inOrder() : [...this.#items.values()];
		const fitting = all.filter(({ entry }) => fits(entry, query));
		const found = soughtAmong(fitting, ({ words }) => words, query.sought).map(({ entry }) => entry);
		if (sort !== "title") found.sort(comparisonOf(sort, this.#compareTitles));
		const from = query.cursor === undefined ? 0 : Number(query.cursor) || 0;
		const entries = found.slice(from, from + query.limit);
		const next = from + entries.length;
		return { entries, cursor: next < found.length ? String(next) : null, count: found.length };
	}

	#inOrder(): readonly Item[] {
		const compare = comparisonOf("title", this.#compareTitles);
		this.#byTitle ??= [...this.#items.values()].sort((a, b) => compare(a.entry, b.entry));
		return this.#byTitle;
	}

	tags(): ReadonlyMap<string, number> {
		const counts = new Map<string, number>();
		for (const { entry } of this.#items.values()) {
			for (const tag of entry.facts.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
		}
		return counts;
	}

	referring(to: string): readonly string[] {
		return [...this.#items.values()]
			.filter(({ references }) => references.includes(to))
			.map(({ entry }) => entry.id);
	}

	unreferred(files: readonly string[]): readonly string[] {
		const named = new Set([...this.#items.values()].flatMap(({ references }) => references));
		return files.filter((file) => !named.has(file));
	}
}

function fits({ facts, status }: IndexedEntry, query: IndexQuery): boolean {
	return (
		isInState(facts.withdrawn !== undefined, status, query.state) &&
		(query.committee === undefined || facts.committee === query.committee) &&
		(query.province === undefined || facts.province === query.province) &&
		(query.author === undefined || facts.author.includes(query.author)) &&
		(query.tag === undefined || facts.tags.some((tag) => spellingKey(tag) === query.tag)) &&
		(query.year === undefined || facts.date?.startsWith(query.year) === true) &&
		(query.owner === undefined || status.owner === query.owner)
	);
}

function isInState(isWithdrawn: boolean, status: EntryStatus, wanted: IndexQuery["state"]): boolean {
	if (wanted === undefined) return true;
	if (wanted === "withdrawn") return isWithdrawn;
	if (wanted === "scheduled") return status.scheduledFor !== undefined;
	if (wanted === "pending") return status.state !== "published";
	return status.state === wanted;
}

function comparisonOf(sort: EntrySort, compareTitles: Compare): (a: IndexedEntry, b: IndexedEntry) => number {
	const isDown = sort.startsWith("-");
	const by = isDown ? sort.slice(1) : sort;
	const compare = (a: IndexedEntry, b: IndexedEntry): number => {
		if (by === "title") return compareTitles(a.facts.title, b.facts.title);
		if (by === "changed") return compareText(a.status.changedAt ?? "", b.status.changedAt ?? "");
		return compareText(a.facts.date ?? "", b.facts.date ?? "");
	};
	return (a, b) => (isDown ? -compare(a, b) : compare(a, b)) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
