import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openFinder } from "../../src/search/finder/open-finder.ts";
import { loadSecondLook } from "../../src/search/finder/second-look.ts";
import type { Search } from "./quality.ts";

/** The finder over an index in a folder, with the reader that pages use. */
export function searchFinder(directory: string): Search {
	const finder = openFinder({ loadSecondLook, read: (path) => readFile(join(directory, path)) });
	return async (text) => {
		const { hits, failures } = await finder.find({ text, filters: {}, byDate: false, page: 1 });
		if (failures > 0) throw new Error(`Files of the index in ${directory} could not be read`);
		return hits.map(({ address }) => address);
	};
}
