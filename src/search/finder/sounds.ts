/**
 * Beginnings of syllables that many people pronounce alike and therefore confuse in writing. Of "ng" and "ngh", "g" and
 * "gh", "c", "k" and "q", the vowel decides which is right.
 */
const alikeBeginnings = ["ch tr", "s x", "d gi r", "l n", "ng ngh gh", "g gh", "c k q", "f ph", "i y"].map(
	(group) => group.split(" "),
);
/** "gì" and "giếng" are written with one i for two. */
const sharedI = /^gi(?![aăâoôơuưy])/;

/** Other spellings that sound like a word, syllables or not. @param letters folded, or the exact key */
export function soundAlikes(letters: string): string[] {
	const forms = [...new Set([letters, letters.replace(sharedI, "gii")])];
	const alikes = alikeBeginnings.flatMap((group) =>
		group.flatMap((own) =>
			forms
				.filter((form) => form.startsWith(own))
				.flatMap((form) => group.map((alike) => alike + form.slice(own.length))),
		),
	);
	const written = new Set(alikes.map((alike) => alike.replace(/^gii/, "gi")));
	written.delete(letters);
	return [...written];
}

/** The parts of an exact key. */
export function lettersAndTone(exact: string): [letters: string, tone: string] {
	const letters = exact.replace(/[\u0300\u0301\u0303\u0309\u0323]+$/, "");
	return [letters, exact.slice(letters.length)];
}
