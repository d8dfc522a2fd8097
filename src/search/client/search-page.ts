/** The search page's script. */
import { lostSearchAddress } from "../../model/voice-addresses.ts";
import { readFinderAddress, writeFinderAddress } from "./finder-address.ts";
import { ArchiveSearchForm } from "./pagefind/archive-search-form.ts";
import { savesData } from "./reader-wishes.ts";
import { runSearch } from "./run-search.ts";
import { pageFinder } from "./start-finder.ts";

const finder = pageFinder(savesData());
const isEnglish = document.documentElement.lang === "en";

runSearch({
	finder: isEnglish ? { find: (query) => finder.find({ ...query, isEnglish }) } : finder,
	place: {
		read: () => readFinderAddress(location.search),
		write: (query) => history.pushState(null, "", `?${writeFinderAddress(query)}`),
		onMove: (listener) => addEventListener("popstate", listener),
	},
	archive: "/luu-tru/",
	// The archive has no search in English.
	...(!isEnglish && { deeper: (selects) => new ArchiveSearchForm(selects) }),
	onNothing(text) {
		// Reported only if the portal counts readers at all.
		if (!document.querySelector('script[src="/assets/voice.js"], script[data-service]')) return;
		fetch(lostSearchAddress, { method: "POST", body: text, keepalive: true }).catch(() => {});
	},
});
