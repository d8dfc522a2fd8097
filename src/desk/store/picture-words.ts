import { setImmediate } from "node:timers/promises";
import { searchedWords } from "../../search/lists/sought-text.ts";

/** So many paths take a few milliseconds. */
const pathsAtOnce = 500;

/** The searched words of pictures by their paths. Those of a large archive take a second, so they are found in slices. */
export class PictureWords {
	#paths: readonly string[] = [];
	#words: Promise<ReadonlyMap<string, string>> = Promise.resolve(new Map());

	/** @param paths one list is answered at once the second time, and of another list only what is new is read */
	of(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
		if (this.#paths !== paths) {
			this.#paths = paths;
			this.#words = read(paths, this.#words);
		}
		return this.#words;
	}
}

/** Between two slices, other requests are answered. */
async function read(
	paths: readonly string[],
	before: Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
	const known = await before;
	const words = new Map<string, string>();
	for (let from = 0; from < paths.length; from += pathsAtOnce) {
		for (const path of paths.slice(from, from + pathsAtOnce))
			words.set(path, known.get(path) ?? searchedWords(path));
		await setImmediate();
	}
	return words;
}
