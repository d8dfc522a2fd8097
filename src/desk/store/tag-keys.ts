import { searchedWords } from "../../search/lists/sought-text.ts";
import { fold, spellingKey } from "../../text/index.ts";

/** What the name of a tag is compared by. */
export interface TagKeys {
	readonly spelling: string;
	readonly folded: string;
	/** See `searchedWords`. */
	readonly words: string;
}

/** Beyond this many names, the cache is cleared. */
const mostNames = 50_000;
const known = new Map<string, TagKeys>();

/** The keys of a tag's name. Every list offers thousands of tags, so they are computed once. */
export function tagKeys(name: string): TagKeys {
	const before = known.get(name);
	if (before) return before;
	if (known.size >= mostNames) known.clear();
	const keys = { spelling: spellingKey(name), folded: fold(name), words: searchedWords(name) };
	known.set(name, keys);
	return keys;
}
