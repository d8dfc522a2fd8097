import { fold } from "../../src/text/index.ts";
import type { Random } from "../bench/random.ts";

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Combining marks of the tones, in Unicode's order. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const toneList = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/**
 * A phrase with one slip of a finger in one of its longer syllables: a letter left out, typed twice, changed for its
 * neighbour on the keyboard, two exchanged, or another tone. Undefined where no syllable has three letters.
 */
export function withTypo(phrase: string, random: Random): string | undefined {
	const syllables = phrase.split(" ");
	const long = syllables.flatMap((syllable, place) => (/^\p{L}{3,}$/u.test(syllable) ? [place] : []));
	if (long.length === 0) return undefined;
	const place = random.pick(long);
	const right = syllables[place] ?? "";
	for (let attempt = 0; attempt < 50; attempt++) {
		const wrong = slip(right, random);
		if (wrong !== right) return syllables.with(place, wrong).join(" ");
	}
	return undefined;
}

function slip(word: string, random: Random): string {
	const letters = [...word];
	const at = random.below(letters.length);
	const letter = letters[at] ?? "";
	const kinds = [
		() => letters.toSpliced(at, 1),
		() => letters.toSpliced(at, 0, letter),
		() => letters.with(at, neighbour(letter, random)),
		() => {
			const other = at === 0 ? 1 : at - 1;
			return letters.with(at, letters[other] ?? "").with(other, letter);
		},
		() => [withOtherTone(word, random)],
	];
	return random.pick(kinds)().join("");
}

/** The key beside that of a letter's base; the letter itself if the keyboard has none. */
function neighbour(letter: string, random: Random): string {
	const key = fold(letter);
	const row = rows.find((keys) => keys.includes(key));
	if (row === undefined || key === "") return letter;
	const place = row.indexOf(key);
	return row[place === 0 ? 1 : place === row.length - 1 ? place - 1 : place + random.pick([-1, 1])] ?? letter;
}

/** The word with another tone on the letter that has one; the word itself where none has. */
function withOtherTone(word: string, random: Random): string {
	return word
		.normalize("NFD")
		.replace(tones, () => random.pick(toneList))
		.normalize("NFC");
}
