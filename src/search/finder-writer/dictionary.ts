import { placeTone } from "../../text/decode-typing.ts";
import { fold } from "../../text/fold.ts";
import { wordKeys } from "../../text/word-keys.ts";
import type { Dictionary } from "../finder/format.ts";
import { bucketOf, neighboursPath, wordsPath, wordsShelf } from "../finder/format.ts";
import { hashText } from "../finder/hash.ts";
import { encodeText } from "./encode-text.ts";
import { noWord } from "./posting-records.ts";
import type { SegmentFolder } from "./segment-folder.ts";

/** The most neighbours of a word on each side, and the most words of a shelf. */
const mostNeighbours = 160;
const mostWords = 500;
/** The number of most common words that are stored in order. */
const mostUsual = 200;
/** The target length of a file in characters, before encoding. */
const fileLength = 2500;
const mostBits = 10;

interface Counted {
	readonly word: string;
	readonly frequency: number;
}

/** The frequent neighbours of a folded word. */
interface Neighbours {
	readonly after: Counted[];
	readonly before: Counted[];
}

/** A spelling of tokens with its derived data. */
interface Spelling {
	/** As written: with the tone on its vowel instead of at the end. */
	readonly written: string;
	/** Those of its folded word; undefined unless it is a short word of letters. */
	readonly neighbours: Neighbours | undefined;
}

/** Collects the frequent words of an archive and their neighbours, to complete or correct words of queries. */
export class DictionaryCollector {
	readonly #words: readonly string[];
	readonly #spellings: (Spelling | undefined)[] = [];
	readonly #neighbours = new Map<string, Neighbours>();
	readonly #single: Counted[] = [];

	/** @param words accented spellings of tokens, by number */
	constructor(words: readonly string[]) {
		this.#words = words;
	}

	add(first: number, second: number, frequency: number): void {
		const { written: word, neighbours } = this.#spelling(first);
		if (second === noWord) {
			this.#single.push({ word, frequency });
			return;
		}
		const next = this.#spelling(second);
		if (!neighbours || !next.neighbours) return;
		neighbours.after.push({ word: next.written, frequency });
		next.neighbours.before.push({ word, frequency });
	}

	/** @param id of the segment that it is stored in */
	write(folder: SegmentFolder, id: string, numbering: number): Dictionary {
		const shelves = new Map<string, Counted[]>();
		for (const counted of this.#single)
			if (/^\p{L}{2,12}$/u.test(counted.word)) append(shelves, wordsShelf(fold(counted.word)), counted);
		for (const [shelf, words] of shelves)
			folder.write(wordsPath(id, shelf), numbering, encodeText(listed(words, mostWords)));
		const lines = new Map<string, string>();
		for (const [folded, { after, before }] of this.#neighbours)
			if (after.length + before.length > 0)
				lines.set(folded, `${folded}\t${listed(after, mostNeighbours)}\t${listed(before, mostNeighbours)}`);
		const length = [...lines.values()].reduce((sum, line) => sum + line.length, 0);
		const bits = Math.min(mostBits, 31 - Math.clz32(Math.max(1, Math.floor(length / fileLength))));
		const buckets = Array.from({ length: 2 ** bits }, (): string[] => []);
		for (const [folded, line] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1)))
			buckets[bucketOf(hashText(folded), bits)]?.push(line);
		for (const [bucket, own] of buckets.entries())
			folder.write(neighboursPath(id, bucket), numbering, encodeText(own.join("\n")));
		const usual = listed(this.#single, mostUsual).split(" ");
		return {
			segment: id,
			numbering,
			bits,
			shelves: [...shelves.keys()].sort(),
			usual: usual.map((word) => wordKeys(word).folded).join(" "),
		};
	}

	#spelling(number: number): Spelling {
		let spelling = this.#spellings[number];
		if (spelling === undefined) {
			const exact = this.#words[number] ?? "";
			const tone = /[\u0300\u0301\u0303\u0309\u0323]$/.exec(exact)?.[0] ?? "";
			const written = placeTone(exact.slice(0, exact.length - tone.length), tone);
			const neighbours = /^\p{L}{1,12}$/u.test(written) ? this.#neighboursOf(written) : undefined;
			spelling = { written, neighbours };
			this.#spellings[number] = spelling;
		}
		return spelling;
	}

	#neighboursOf(written: string): Neighbours {
		const { folded } = wordKeys(written);
		let neighbours = this.#neighbours.get(folded);
		if (neighbours === undefined) {
			neighbours = { after: [], before: [] };
			this.#neighbours.set(folded, neighbours);
		}
		return neighbours;
	}
}

/** Joins words, the most frequent first, equally frequent ones in code unit order. */
function listed(words: readonly Counted[], most: number): string {
	return [...words]
		.sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
		.slice(0, most)
		.map(({ word }) => word)
		.join(" ");
}

function append(map: Map<string, Counted[]>, key: string, counted: Counted): void {
	const list = map.get(key);
	if (list) list.push(counted);
	else map.set(key, [counted]);
}
