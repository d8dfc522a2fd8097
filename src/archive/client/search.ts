/** The script of the search page in an archive: the site's search over an index of scripts, on a page from a disk. */
import { readFinderAddress, writeFinderAddress } from "../../search/client/finder-address.ts";
import { runSearch } from "../../search/client/run-search.ts";
import type { PageFinder } from "../../search/client/start-finder.ts";
import { attachSuggestions } from "../../search/client/suggest.ts";
import { readByScripts } from "../../search/finder/file-scripts.ts";
import { openFinder } from "../../search/finder/index.ts";
import { loadSecondLook } from "../../search/finder/second-look.ts";
import { articlePlace } from "../article-place.ts";
import type { IndexFacts } from "../index-facts.ts";

/** A script before this one sets it. */
declare const finderIndex: IndexFacts;

const { root, firsts, monthsByDay, archive } = finderIndex;
const gathering = { monthsByDay: new Set(monthsByDay) };
const finder = openFinder({ read: readByScripts(document, root, firsts), loadSecondLook });

/** Articles have their addresses on the site, other files their paths in the archive. */
function placed<Found extends { readonly address: string }>(found: Found): Found {
	const place = articlePlace(found.address, gathering);
	return place ? { ...found, address: `${place.path}#${place.anchor}` } : found;
}

const running: { find?: AbortController; suggest?: AbortController } = {};

function restart(kind: keyof typeof running): AbortSignal {
	running[kind]?.abort();
	const controller = new AbortController();
	running[kind] = controller;
	return controller.signal;
}

const pageFinder: PageFinder = {
	async find(query) {
		const answer = await finder.find(query, restart("find"));
		return { ...answer, hits: answer.hits.map(placed) };
	},
	suggest: async (typed) => (await finder.suggest(typed, restart("suggest"))).map(placed),
};
// Where the field for suggestions looks for it.
Object.assign(globalThis, { finder: pageFinder });

/** The fragment that this script set. A page from a disk may change nothing else of its address. */
let written = location.hash;

runSearch({
	finder: pageFinder,
	place: {
		read: () => readFinderAddress(location.hash === "" ? location.search : location.hash.slice(1)),
		write(query) {
			location.hash = `?${writeFinderAddress(query)}`;
			written = location.hash;
		},
		onMove: (listener) =>
			addEventListener("hashchange", () => {
				if (location.hash === written) return;
				written = location.hash;
				listener();
			}),
	},
	archive,
});

const input = document.querySelector<HTMLInputElement>(".search-page .search-box input");
if (input) attachSuggestions(input, input.value);
