import { placeTone } from "../../text/decode-typing.ts";
import { fold } from "../../text/fold.ts";
import { wordKeys } from "../../text/word-keys.ts";
import type { Dictionary } from "../finder/format.ts";
import { bucketOf, neighboursPath, wordsPath, wordsShelf } from "../finder/format.ts";
import { hashText } from "../finder/hash.ts";
import { encodeText } from "../finder/text-coder.ts";
import { noWord } from "./posting-records.ts";
import type { SegmentFolder } from "./segment-folder.ts";

/** Of a word only so many neighbours on each side are kept, and of a shelf so many words. */
const mostNeighbours = 160;
const mostWords = 500;
/** Words whose order a question is told. */
const mostUsual = 200;
/** Characters of a file before it is coded. */
const fileLength = 2500;
const mostBits = 10;

interface Counted {
	readonly word: string;
	readonly frequency: number;
}

/** The frequent words of an archive and what they stand beside, for words that are half typed or misspelt. */
export class DictionaryCollector {
	readonly #words: readonly string[];
	readonly #written: (string | undefined)[] = [];
	readonly #after = new Map<string, Counted[]>();
	readonly #before = new Map<string, Counted[]>();
	readonly #single: Counted[] = [];

	/** @param words accented spellings as tokens have them, by number */
	constructor(words: readonly string[]) {
		this.#words = words;
	}

	add(first: number, second: number, frequency: number): void {
		const word = this.#writtenWord(first);
		if (second === noWord) {
			this.#single.push({ word, frequency });
			return;
		}
		const next = this.#writtenWord(second);
		if (!/^\p{L}{1,12}$/u.test(word) || !/^\p{L}{1,12}$/u.test(next)) return;
		append(this.#after, wordKeys(word).folded, { word: next, frequency });
		append(this.#before, wordKeys(next).folded, { word, frequency });
	}

	/** @param id of the segment that it is put in */
	write(folder: SegmentFolder, id: string, numbering: number): Dictionary {
		const shelves = new Map<string, Counted[]>();
		for (const counted of this.#single)
			if (/^\p{L}{2,12}$/u.test(counted.word)) append(shelves, wordsShelf(fold(counted.word)), counted);
		for (const [shelf, words] of shelves)
			folder.write(wordsPath(id, shelf), numbering, encodeText(listed(words, mostWords)));
		const lines = new Map<string, string>();
		for (const folded of new Set([...this.#after.keys(), ...this.#before.keys()])) {
			const after = listed(this.#after.get(folded) ?? [], mostNeighbours);
			const before = listed(this.#before.get(folded) ?? [], mostNeighbours);
			lines.set(folded, `${folded}\t${after}\t${before}`);
		}
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

	/** A token's spelling as it is written: with the tone on its vowel instead of at the end. */
	#writtenWord(number: number): string {
		let written = this.#written[number];
		if (written === undefined) {
			const exact = this.#words[number] ?? "";
			const tone = /[\u0300\u0301\u0303\u0309\u0323]$/.exec(exact)?.[0] ?? "";
			written = placeTone(exact.slice(0, exact.length - tone.length), tone);
			this.#written[number] = written;
		}
		return written;
	}
}

/** The most frequent first; equally frequent ones by their letters. */
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
