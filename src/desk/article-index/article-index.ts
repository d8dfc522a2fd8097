import type { SoughtPart, SoughtText } from "../../search/lists/sought-text.ts";
import { analyse } from "../../text/analyse.ts";
import { compareVietnamese, spellingKey } from "../../text/index.ts";
import type { EntrySort } from "../listed-entry.ts";
import { entryStates } from "../revisions/states.ts";
import { documentWords, referenceWord } from "./document-words.ts";
import type { EntryIndex, EntryStatus, IndexedEntry, IndexPage, IndexQuery } from "./entry-index.ts";
import type { SearchableFacts } from "./facts.ts";
import { BytePool, GrowingColumn, NameTable } from "./growing.ts";
import {
	type DocumentWords,
	emptyPostings,
	inBody,
	inLead,
	inNames,
	inTitle,
	type NewDocument,
	type PostingParts,
	Postings,
} from "./postings.ts";
import { WordTable } from "./word-table.ts";

/** So many new documents are searched one by one before their words go into the lists. */
const mostRecent = 1000;

/** Thousands of words may begin with the same letters. */
const mostBeginnings = 400;
/** Of a document, what is usually enough: authors and tags together, and bytes of its facts and its title. */
const usualRelated = 6;
const usualFacts = 700;
const usualTitle = 120;
/** So many spellings of a query are looked for in titles, word beside word. */
const mostPhrases = 24;

const isAlive = 1;
const isPublished = 2;
const isWithdrawn = 4;
const isScheduled = 8;
/** The state is in the bits from here on. */
const stateShift = 4;

/** The parts of an index, as they are stored on the disk. */
export interface ArticleIndexParts {
	readonly names: readonly string[];
	readonly words: { readonly exact: readonly string[]; readonly folded: readonly string[] };
	readonly columns: {
		readonly date: Float64Array;
		readonly flags: Uint8Array;
		readonly committee: Uint32Array;
		readonly province: Uint32Array;
		readonly owner: Uint32Array;
		/** Authors, then tags, of all documents. */
		readonly related: Uint32Array;
		/** For each document, where its authors and its tags end. */
		readonly authorEnds: Uint32Array;
		readonly tagEnds: Uint32Array;
		readonly titleOrder: Uint32Array;
		readonly factEnds: Uint32Array;
		readonly titleEnds: Uint32Array;
		readonly facts: Uint8Array;
		readonly titles: Uint8Array;
	};
	readonly postings: PostingParts;
}

const emptyParts: ArticleIndexParts = {
	names: [],
	words: { exact: [], folded: [] },
	columns: {
		date: new Float64Array(0),
		flags: new Uint8Array(0),
		committee: new Uint32Array(0),
		province: new Uint32Array(0),
		owner: new Uint32Array(0),
		related: new Uint32Array(0),
		authorEnds: new Uint32Array(0),
		tagEnds: new Uint32Array(0),
		titleOrder: new Uint32Array(0),
		factEnds: new Uint32Array(0),
		titleEnds: new Uint32Array(0),
		facts: new Uint8Array(0),
		titles: new Uint8Array(0),
	},
	postings: emptyPostings,
};

/**
 * An index of a hundred thousand articles. A document is a row in columns of numbers. When it changes it gets a new row
 * at the end, and the old row is ignored. The words of the newest documents are searched one by one, those of all
 * others are in posting lists.
 */
export class ArticleIndex implements EntryIndex {
	readonly #names: NameTable;
	readonly #words: WordTable;
	readonly #postings: Postings;
	readonly #date: GrowingColumn<Float64Array>;
	readonly #flags: GrowingColumn<Uint8Array>;
	readonly #committee: GrowingColumn<Uint32Array>;
	readonly #province: GrowingColumn<Uint32Array>;
	readonly #owner: GrowingColumn<Uint32Array>;
	readonly #related: GrowingColumn<Uint32Array>;
	readonly #authorEnds: GrowingColumn<Uint32Array>;
	readonly #tagEnds: GrowingColumn<Uint32Array>;
	readonly #facts: BytePool;
	readonly #titles: BytePool;
	/** All but the recent documents by title and, oldest first, by date. */
	#titleOrder: Uint32Array;
	#dateOrder: Uint32Array;
	readonly #documents = new Map<string, number>();
	readonly #tagCounts = new Map<string, number>();
	readonly #tagKeys = new Map<number, string>();
	#recent: NewDocument[] = [];
	#alive = 0;

	constructor({ names, words, columns, postings }: ArticleIndexParts = emptyParts) {
		this.#names = new NameTable(names);
		this.#words = new WordTable(words.exact, words.folded);
		this.#postings = new Postings(postings);
		this.#date = new GrowingColumn(columns.date);
		this.#flags = new GrowingColumn(columns.flags);
		this.#committee = new GrowingColumn(columns.committee);
		this.#province = new GrowingColumn(columns.province);
		this.#owner = new GrowingColumn(columns.owner);
		this.#related = new GrowingColumn(columns.related);
		this.#authorEnds = new GrowingColumn(columns.authorEnds);
		this.#tagEnds = new GrowingColumn(columns.tagEnds);
		this.#facts = new BytePool(columns.facts, columns.factEnds);
		this.#titles = new BytePool(columns.titles, columns.titleEnds);
		this.#titleOrder = columns.titleOrder;
		this.#dateOrder = this.#byDate(columns.date.length);
		for (let document = 0; document < columns.flags.length; document++) {
			if (!this.#isAlive(document)) continue;
			this.#alive += 1;
			this.#documents.set(this.#entry(document).id, document);
			this.#countTags(document, 1);
		}
	}

	get size(): number {
		return this.#alive;
	}

	/** Makes room for so many more documents at once: growing step by step leaves as much memory unused. */
	reserve(count: number): void {
		for (const column of [this.#date, this.#flags, this.#committee, this.#province, this.#owner])
			column.reserve(count);
		for (const column of [this.#authorEnds, this.#tagEnds]) column.reserve(count);
		this.#related.reserve(usualRelated * count);
		this.#facts.reserve(count, usualFacts * count);
		this.#titles.reserve(count, usualTitle * count);
	}

	/** Whether most rows are of documents that have changed since. */
	get isWorn(): boolean {
		return this.#flags.length > 2000 && this.#alive * 2 < this.#flags.length;
	}

	/** Ids of the entries that are pending. */
	get pending(): readonly string[] {
		const found: string[] = [];
		for (const [id, document] of this.#documents) {
			if (this.#stateOf(document) !== "published" || this.#owner.at(document) !== 0) found.push(id);
		}
		return found;
	}

	/** The parts to store on the disk. */
	get parts(): ArticleIndexParts {
		this.#settle();
		return {
			names: this.#names.names,
			words: { exact: this.#words.exact, folded: this.#words.folded },
			columns: {
				date: this.#date.values,
				flags: this.#flags.values,
				committee: this.#committee.values,
				province: this.#province.values,
				owner: this.#owner.values,
				related: this.#related.values,
				authorEnds: this.#authorEnds.values,
				tagEnds: this.#tagEnds.values,
				titleOrder: this.#titleOrder,
				factEnds: this.#facts.ends,
				titleEnds: this.#titles.ends,
				facts: this.#facts.bytes,
				titles: this.#titles.bytes,
			},
			postings: this.#postings.parts,
		};
	}

	set(id: string, facts: SearchableFacts, status: EntryStatus): void {
		this.delete(id);
		const { lead: _lead, body: _body, references: _references, ...shown } = facts;
		const document = this.#flags.length;
		const entry: IndexedEntry = { id, facts: shown, status };
		this.#date.push(facts.date === undefined ? Number.NaN : Date.parse(facts.date));
		this.#flags.push(
			isAlive |
				(status.isPublished ? isPublished : 0) |
				(facts.withdrawn !== undefined ? isWithdrawn : 0) |
				(status.scheduledFor !== undefined ? isScheduled : 0) |
				(entryStates.indexOf(status.state) << stateShift),
		);
		this.#committee.push(this.#names.codeOf(facts.committee));
		this.#province.push(this.#names.codeOf(facts.province));
		this.#owner.push(this.#names.codeOf(status.owner));
		for (const author of facts.author) this.#related.push(this.#names.codeOf(author));
		this.#authorEnds.push(this.#related.length);
		for (const tag of facts.tags) this.#related.push(this.#names.codeOf(tag));
		this.#tagEnds.push(this.#related.length);
		this.#facts.push(Buffer.from(JSON.stringify(entry)));
		this.#titles.push(Buffer.from(foldedWords(facts.title)));
		this.#documents.set(id, document);
		this.#alive += 1;
		this.#countTags(document, 1);
		this.#recent.push({ document, words: documentWords(facts, this.#words) });
		if (this.#recent.length >= Math.max(mostRecent, Math.min(4 * mostRecent, this.#flags.length / 20))) {
			this.#settle();
		}
	}

	delete(id: string): void {
		const document = this.#documents.get(id);
		if (document === undefined) return;
		this.#documents.delete(id);
		this.#flags.set(document, this.#flags.at(document) & ~isAlive);
		this.#alive -= 1;
		this.#countTags(document, -1);
	}

	get(id: string): IndexedEntry | undefined {
		const document = this.#documents.get(id);
		return document === undefined ? undefined : this.#entry(document);
	}

	tags(): ReadonlyMap<string, number> {
		return this.#tagCounts;
	}

	referring(to: string): readonly string[] {
		const word = this.#words.find(referenceWord(to));
		if (word === undefined) return [];
		const found: string[] = [];
		this.#eachWith([word], (document) => {
			if (this.#isAlive(document)) found.push(this.#entry(document).id);
		});
		return found;
	}

	unreferred(files: readonly string[]): readonly string[] {
		const recent = new Set<number>();
		for (const { document, words } of this.#recent) {
			if (this.#isAlive(document)) for (const word of words) recent.add(word >>> 4);
		}
		return files.filter((file) => {
			const word = this.#words.find(referenceWord(file));
			if (word === undefined) return true;
			if (recent.has(word)) return false;
			let isNamed = false;
			this.#postings.each(word, (document) => {
				isNamed ||= this.#isAlive(document);
			});
			return !isNamed;
		});
	}

	find(query: IndexQuery): IndexPage {
		const fits = this.#filter(query);
		const found = query.sought && this.#search(query.sought, fits);
		const documents =
			found && query.sort === undefined ? found : this.#sorted(query.sort ?? "-date", withinOf(found, fits));
		const from = this.#placeOf(query.cursor, documents);
		const shown = documents.subarray(from, from + query.limit);
		const last = shown.at(-1);
		const isEnd = from + shown.length >= documents.length || last === undefined;
		return {
			entries: Array.from(shown, (document) => this.#entry(document)),
			cursor: isEnd ? null : `${from + shown.length}.${this.#entry(last).id}`,
			count: documents.length,
		};
	}

	/** A page continues after the last entry of the page before, wherever that entry is now. */
	#placeOf(cursor: string | undefined, documents: Uint32Array): number {
		if (cursor === undefined) return 0;
		const dot = cursor.indexOf(".");
		const offset = Number(cursor.slice(0, Math.max(dot, 0)));
		const document = this.#documents.get(cursor.slice(dot + 1));
		const at = document === undefined ? -1 : documents.indexOf(document);
		return at === -1 ? Math.max(0, Math.floor(offset) || 0) : at + 1;
	}

	#isAlive(document: number): boolean {
		return (this.#flags.at(document) & isAlive) !== 0;
	}

	#stateOf(document: number) {
		return entryStates[this.#flags.at(document) >> stateShift] ?? "writing";
	}

	#entry(document: number): IndexedEntry {
		return JSON.parse(this.#facts.piece(document).toString("utf8")) as IndexedEntry;
	}

	#countTags(document: number, by: 1 | -1): void {
		for (let at = this.#authorEnds.at(document); at < this.#tagEnds.at(document); at++) {
			const name = this.#names.names[this.#related.at(at) - 1] ?? "";
			const count = (this.#tagCounts.get(name) ?? 0) + by;
			if (count === 0) this.#tagCounts.delete(name);
			else this.#tagCounts.set(name, count);
		}
	}

	/** Moves the words of the newest documents into the posting lists. */
	#settle(): void {
		if (this.#recent.length === 0) return;
		this.#postings.append(this.#recent, this.#words.size);
		this.#words.sort();
		this.#titleOrder = this.#withTitles(this.#recent.map(({ document }) => document));
		this.#recent = [];
		this.#dateOrder = this.#byDate(this.#flags.length);
	}

	#byDate(count: number): Uint32Array {
		const keys = new Float64Array(count);
		for (let document = 0; document < count; document++) {
			const date = this.#date.at(document);
			// Minutes since 1970 and the document in one number.
			const minute = Number.isNaN(date) ? 0 : Math.max(0, Math.floor(date / 60_000));
			keys[document] = minute * 2 ** 23 + document;
		}
		return Uint32Array.from(keys.sort(), (key) => key % 2 ** 23);
	}

	/** The order by title with further documents inserted. */
	#withTitles(added: readonly number[]): Uint32Array {
		const known = new Map(added.map((document) => [document, this.#entry(document).facts.title]));
		const titleOf = (document: number) => known.get(document) ?? this.#entry(document).facts.title;
		const order = this.#titleOrder;
		const placed = added
			.filter((document) => this.#isAlive(document))
			.sort((a, b) => compareVietnamese(titleOf(a), titleOf(b)) || a - b)
			.map((document) => {
				let low = 0;
				let high = order.length;
				while (low < high) {
					const middle = (low + high) >> 1;
					if (compareVietnamese(titleOf(order[middle] ?? 0), titleOf(document)) <= 0) low = middle + 1;
					else high = middle;
				}
				return { document, place: low };
			});
		const result = new Uint32Array(order.length + placed.length);
		let at = 0;
		let from = 0;
		for (const { document, place } of placed) {
			result.set(order.subarray(from, place), at);
			at += place - from;
			from = place;
			result[at++] = document;
		}
		result.set(order.subarray(from), at);
		return result;
	}

	#filter(query: IndexQuery): (document: number) => boolean {
		const tests: ((document: number) => boolean)[] = [(document) => this.#isAlive(document)];
		const { state, committee, province, author, tag, year, owner, now = Number.POSITIVE_INFINITY } = query;
		const flag = (bit: number) => (document: number) => (this.#flags.at(document) & bit) !== 0;
		if (state === "withdrawn") tests.push(flag(isWithdrawn));
		else if (state === "scheduled") {
			const isLater = (document: number) =>
				(this.#flags.at(document) & isPublished) !== 0 && this.#date.at(document) > now;
			tests.push((document) => (this.#flags.at(document) & isScheduled) !== 0 || isLater(document));
		} else if (state === "pending") tests.push((document) => this.#stateOf(document) !== "published");
		else if (state !== undefined) tests.push((document) => this.#stateOf(document) === state);
		for (const [column, name] of [
			[this.#committee, committee],
			[this.#province, province],
			[this.#owner, owner],
		] as const) {
			if (name === undefined) continue;
			const code = this.#names.find(name);
			tests.push((document) => column.at(document) === code);
		}
		if (author !== undefined) {
			const code = this.#names.find(author);
			tests.push((document) =>
				this.#relates(this.#tagEnds.at(document - 1), this.#authorEnds.at(document), (own) => own === code),
			);
		}
		if (tag !== undefined) {
			tests.push((document) =>
				this.#relates(
					this.#authorEnds.at(document),
					this.#tagEnds.at(document),
					(own) => this.#tagKey(own) === tag,
				),
			);
		}
		if (year !== undefined) {
			const [from, to] = periodOf(year);
			tests.push((document) => this.#date.at(document) >= from && this.#date.at(document) < to);
		}
		// Most lists ask for nothing else.
		const [first] = tests;
		if (first && tests.length === 1) return first;
		return (document) => tests.every((test) => test(document));
	}

	#relates(from: number, to: number, fits: (code: number) => boolean): boolean {
		for (let at = from; at < to; at++) if (fits(this.#related.at(at))) return true;
		return false;
	}

	#tagKey(code: number): string {
		const known = this.#tagKeys.get(code);
		if (known !== undefined) return known;
		const key = spellingKey(this.#names.names[code - 1] ?? "");
		this.#tagKeys.set(code, key);
		return key;
	}

	#sorted(sort: EntrySort, fits: (document: number) => boolean): Uint32Array {
		const isDown = sort.startsWith("-");
		const by = isDown ? sort.slice(1) : sort;
		if (by === "changed") return this.#byChange(fits, isDown);
		const order =
			by === "title"
				? this.#withTitles(this.#recent.map(({ document }) => document))
				: this.#dateOrderWithRecent();
		const found = order.filter(fits);
		return isDown ? found.reverse() : found;
	}

	#dateOrderWithRecent(): Uint32Array {
		if (this.#dateOrder.length !== this.#flags.length) this.#dateOrder = this.#byDate(this.#flags.length);
		return this.#dateOrder;
	}

	/** Only pending entries have a known change; all others follow by date. */
	#byChange(fits: (document: number) => boolean, isDown: boolean): Uint32Array {
		const pending = this.pending
			.map((id) => this.#documents.get(id) ?? 0)
			.filter(fits)
			.map((document) => ({ document, at: this.#entry(document).status.changedAt ?? "" }))
			.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.document - a.document))
			.map(({ document }) => document);
		const known = new Set(pending);
		const others = this.#dateOrderWithRecent().filter((document) => !known.has(document) && fits(document));
		const found = Uint32Array.from([...pending, ...others.reverse()]);
		return isDown ? found : found.reverse();
	}

	/** What the first understanding finds that finds anything. */
	#search(readings: readonly SoughtText[], fits: (document: number) => boolean): Uint32Array {
		for (const sought of readings) {
			const found = this.#ranked(sought, fits);
			if (found.length > 0) return found;
		}
		return new Uint32Array(0);
	}

	/**
	 * Best first: adjacent words in the title before scattered ones, titles before leads, accents as typed before
	 * others.
	 */
	#ranked(sought: SoughtText, fits: (document: number) => boolean): Uint32Array {
		if (sought.length === 0) return new Uint32Array(0);
		const count = this.#flags.length;
		const scores = new Uint16Array(count);
		const matched = new Uint8Array(count);
		const inTitles = new Uint8Array(count);
		for (const [at, part] of sought.entries()) {
			const best = this.#bestOf(part);
			for (let document = 0; document < count; document++) {
				const value = best[document] ?? 0;
				if (value === 0 || matched[document] !== at) continue;
				matched[document] = at + 1;
				scores[document] = (scores[document] ?? 0) + value;
				if (value >= titleWorth) inTitles[document] = (inTitles[document] ?? 0) + 1;
			}
		}
		const phrases = phrasesOf(sought);
		const byDate = this.#dateOrderWithRecent();
		// Score, then place in the order by date, in one number: numbers are sorted many times faster than by comparing.
		const keys = new Float64Array(count);
		let found = 0;
		for (const [place, document] of byDate.entries()) {
			if (matched[document] !== sought.length || !fits(document)) continue;
			let score = scores[document] ?? 0;
			if (inTitles[document] === sought.length) {
				const title = this.#titles.piece(document);
				if (phrases.some((phrase) => title.includes(phrase))) score += titleWorth * sought.length;
			}
			keys[found++] = score * 2 ** 32 + place;
		}
		const ranked = keys.subarray(0, found).sort().reverse();
		return Uint32Array.from(ranked, (key) => byDate[key % 2 ** 32] ?? 0);
	}

	/** By document, the worth of the best place of a part; zero where it is missing. */
	#bestOf(part: SoughtPart): Uint8Array {
		const best = new Uint8Array(this.#flags.length);
		if ("ways" in part) {
			for (const way of part.ways) {
				const [first, ...others] = way.map((each) => this.#bestOf(each));
				first?.forEach((value, document) => {
					if (value <= (best[document] ?? 0)) return;
					// All words of the way are needed, so the worst place counts.
					const worst = others.reduce((least, other) => Math.min(least, other[document] ?? 0), value);
					if (worst > (best[document] ?? 0)) best[document] = worst;
				});
			}
			return best;
		}
		for (const word of this.#words.like(part.folded, part.isBeginning).slice(0, mostBeginnings)) {
			const isExact = this.#words.exact[word] === part.exact;
			const isWhole = this.#words.folded[word] === part.folded;
			const worth = isExact ? 2 : isWhole ? 1 : 0;
			this.#eachWith([word], (document, mask) => {
				const value = worthOf(mask) + worth;
				if (value > (best[document] ?? 0)) best[document] = value;
			});
		}
		return best;
	}

	/** Documents with any of some words, including the newest ones. */
	#eachWith(words: readonly number[], visit: (document: number, mask: number) => void): void {
		for (const word of words) {
			this.#postings.each(word, visit);
			for (const { document, words: own } of this.#recent) {
				const mask = maskOf(own, word);
				if (mask !== 0) visit(document, mask);
			}
		}
	}
}

/** A filter for those of the found documents; all that fit if nothing was sought. */
function withinOf(
	found: Uint32Array | undefined,
	fits: (document: number) => boolean,
): (document: number) => boolean {
	if (!found) return fits;
	const known = new Set(found);
	return (document) => known.has(document);
}

/** Least score of a word in the title. */
const titleWorth = 20;

function worthOf(mask: number): number {
	if (mask & inTitle) return titleWorth;
	if (mask & inNames) return 12;
	if (mask & inLead) return 8;
	return mask & inBody ? 3 : 0;
}

/** Zero if the document does not have the word. */
function maskOf(words: DocumentWords, word: number): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle] ?? 0) >>> 4 < word) low = middle + 1;
		else high = middle;
	}
	const found = words[low] ?? 0;
	return low < words.length && found >>> 4 === word ? found & 15 : 0;
}

/** The spellings of a query, as they are in the words of a title. */
function phrasesOf(sought: SoughtText): string[] {
	let phrases = [""];
	for (const part of sought) {
		const spellings = "ways" in part ? [...new Set(part.ways.flatMap(phrasesOf))] : [part.folded];
		phrases = phrases.flatMap((before) => spellings.map((spelling) => `${before} ${spelling}`.trim()));
		phrases.splice(mostPhrases);
	}
	return phrases;
}

/** The words of a title with single spaces around and between them. */
function foldedWords(title: string): string {
	const words = analyse(title).filter(({ isWhole }) => !isWhole);
	return ` ${words.map(({ folded }) => folded).join(" ")} `;
}

/** The first millisecond of a year or month, and that of the next one. */
function periodOf(period: string): readonly [number, number] {
	const [year = 0, month] = period.split("-").map(Number);
	const at = (y: number, m: number) => Date.UTC(y, m - 1, 1) - 7 * 3_600_000;
	return month === undefined ? [at(year, 1), at(year + 1, 1)] : [at(year, month), at(year, month + 1)];
}
