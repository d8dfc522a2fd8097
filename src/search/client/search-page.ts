/** The search page's script: reads the query from the address, asks the finder, shows what it answers. */
import { say } from "../../messages/index.ts";
import type { FinderQuery } from "../finder/finder.ts";
import { button, element, required, setChoice } from "./element.ts";
import { filterOf, readFinderAddress, writeFinderAddress } from "./finder-address.ts";
import { FinderResults } from "./finder-results.ts";
import { showNarrowing } from "./narrowing.ts";
import { ArchiveSearchForm } from "./pagefind/archive-search-form.ts";
import { textOf } from "./query-text.ts";
import { savesData } from "./reader-wishes.ts";
import { texts } from "./search-texts.ts";
import { pageFinder } from "./start-finder.ts";

const finder = pageFinder(savesData());
const form = required<HTMLFormElement>(".search-page .search-box form");
const input = required<HTMLInputElement>(".search-page .search-box input");
const filters = required<HTMLElement>(".search-filters");
const selects = [...filters.querySelectorAll("select")];
const pageName = document.title;

const mount = required<HTMLElement>("#search");
const status = element("p", { class: "search-status", role: "status", tabindex: "-1" });
const place = element("div", { class: "search-answer" });
const results = new FinderResults(place, savesData());
const deeper = new ArchiveSearchForm(selects);

/**
 * Milliseconds after which a reader is told that the answer is being looked for. Most come sooner, and a word that is
 * gone before it could be read costs a drawing of the page.
 */
const patience = 300;

let query = readFinderAddress(location.search);
let running = new AbortController();

async function run(): Promise<void> {
	running.abort();
	running = new AbortController();
	const { signal } = running;
	showQuery();
	if (query.text === "") {
		status.className = "search-status";
		status.textContent = "";
		place.removeAttribute("aria-busy");
		place.replaceChildren();
		deeper.hide();
		return;
	}
	place.setAttribute("aria-busy", "true");
	const waiting = setTimeout(() => {
		if (signal.aborted) return;
		status.className = "search-status search-loading";
		status.textContent = say(texts, "search.loading");
	}, patience);
	try {
		const answer = await finder.find(query);
		clearTimeout(waiting);
		if (signal.aborted) return;
		status.className = "search-status";
		status.textContent = results.show(query, answer, run);
		deeper.show(query);
	} catch (error) {
		clearTimeout(waiting);
		if (signal.aborted) return;
		console.error(error);
		status.className = "search-status search-status-error";
		status.textContent = say(texts, "search.failed");
		place.replaceChildren(button(say(texts, "search.retry"), () => void run()));
		deeper.hide();
	}
	place.removeAttribute("aria-busy");
}

/** Brings what the page holds of the query in line with it. */
function showQuery(): void {
	if (input.value !== query.text) input.value = query.text;
	for (const select of selects) {
		const filter = filterOf(select.name);
		setChoice(select, (filter ? query.filters[filter] : query.byDate && "ngay") || "");
		// A value that is no choice, as an old link may hold one, must not filter without being seen.
		if (filter && query.filters[filter] && select.value !== query.filters[filter]) {
			const value = query.filters[filter];
			select.append(element("option", { value }, value));
			select.value = value;
		}
	}
	if (query.text !== "") showNarrowing(selects.some(({ value }) => value !== ""));
	document.title =
		query.text === "" ? pageName : say(texts, "search.pageTitle", { text: query.text, title: pageName });
}

function change(next: FinderQuery): void {
	query = next;
	history.pushState(null, "", `?${writeFinderAddress(query)}`);
	void run();
}

form.addEventListener("submit", (event) => {
	event.preventDefault();
	// What lay over the results: the keyboard of a phone.
	if (matchMedia("(pointer: coarse)").matches) input.blur();
	change({ ...query, text: textOf(input.value), page: 1 });
});

filters.addEventListener("change", () => {
	const address = new URLSearchParams({ q: query.text });
	for (const { name, value } of selects) if (value) address.set(name, value);
	change(readFinderAddress(address.toString()));
});

// Links to other queries of this page are followed without loading it again.
place.addEventListener("click", (event) => {
	const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	change(readFinderAddress(link.search));
	status.focus({ preventScroll: true });
	input.scrollIntoView({ block: "start" });
});

addEventListener("popstate", () => {
	query = readFinderAddress(location.search);
	void run();
});

mount.replaceChildren(status, place, deeper.element);
if (query.text === "") input.focus();
void run();
