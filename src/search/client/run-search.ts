import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import type { Finder, FinderQuery } from "../finder/finder.ts";
import { button, required, setChoice } from "./element.ts";
import { filterOf, readFinderAddress } from "./finder-address.ts";
import { FinderResults, hasFilters } from "./finder-results.ts";
import { showNarrowing } from "./narrowing.ts";
import { textOf } from "./query-text.ts";
import { savesData } from "./reader-wishes.ts";
import { texts } from "./search-texts.ts";

/** The environment of a search page. A served page and one opened from a disk have different ones. */
export interface SearchSurroundings {
	readonly finder: Pick<Finder, "find">;
	/** Where the page stores its query, so that going back restores it. */
	readonly place: {
		read(): FinderQuery;
		write(query: FinderQuery): void;
		/** Calls the listener when the reader goes back or forward. */
		onMove(listener: () => void): void;
	};
	/** Address of the archive by date. */
	readonly archive: string;
	/** Called with a query without results, once the reader has left it unchanged for a while. */
	readonly onNothing?: (text: string) => void;
	/**
	 * Makes another search form, shown below the results.
	 * @param selects the page's filters
	 */
	readonly deeper?: (selects: readonly HTMLSelectElement[]) => DeeperSearch;
}

export interface DeeperSearch {
	readonly element: HTMLElement;
	show(query: FinderQuery): void;
	hide(): void;
}

/** Runs the search page: reads the query from its place, searches with the finder and shows the results. */
export function runSearch({
	finder,
	place: kept,
	archive,
	deeper: makeDeeper,
	onNothing,
}: SearchSurroundings): void {
	const form = required<HTMLFormElement>(".search-page .search-box form");
	const input = required<HTMLInputElement>(".search-page .search-box input");
	const filters = required<HTMLElement>(".search-filters");
	const selects = [...filters.querySelectorAll("select")];
	const pageName = document.title;

	const mount = required<HTMLElement>("#search");
	const status = element("p", { class: "search-status", role: "status", tabindex: "-1" });
	const place = element("div", { class: "search-answer" });
	const results = new FinderResults(place, { withoutPictures: savesData(), archive });
	const deeper = makeDeeper?.(selects);

	/**
	 * Milliseconds after which "searching" is shown. Most answers come sooner, and a text that disappears before it can
	 * be read only costs a repaint.
	 */
	const patience = 300;

	/** Milliseconds for which a query must stay unchanged before it counts as intended. */
	const settled = 3_000;

	let query = kept.read();
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
			deeper?.hide();
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
			const found = results.show(query, answer, run);
			if (found === undefined) showFailure();
			else {
				status.className = "search-status";
				status.textContent = found;
				if (answer.hits.length === 0 && !hasFilters(query.filters)) waitForMore(query.text, signal);
				deeper?.show(query);
			}
		} catch (error) {
			clearTimeout(waiting);
			if (signal.aborted) return;
			console.error(error);
			showFailure();
		}
		place.removeAttribute("aria-busy");
	}

	function showFailure(): void {
		status.className = "search-status search-status-error";
		status.textContent = say(texts, "search.failed");
		place.replaceChildren(button(say(texts, "search.retry"), () => void run()));
		deeper?.hide();
	}

	/** Reports a query without results only after a while: a half-typed word does not count. */
	function waitForMore(text: string, signal: AbortSignal): void {
		setTimeout(() => signal.aborted || onNothing?.(text), settled);
	}

	/** Updates the form to the query. */
	function showQuery(): void {
		if (input.value !== query.text) input.value = query.text;
		for (const select of selects) {
			const filter = filterOf(select.name);
			setChoice(select, (filter ? query.filters[filter] : query.byDate && "ngay") || "");
			// A value that is not among the choices, as in an old link, is added so that the filter is visible.
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
		kept.write(query);
		void run();
	}

	form.addEventListener("submit", (event) => {
		event.preventDefault();
		// Hides a phone's keyboard, which covers the results.
		if (matchMedia("(pointer: coarse)").matches) input.blur();
		change({ ...query, text: textOf(input.value), page: 1 });
	});

	filters.addEventListener("change", () => {
		const address = new URLSearchParams({ q: query.text });
		for (const { name, value } of selects) if (value) address.set(name, value);
		change(readFinderAddress(address.toString()));
	});

	// Links to other queries are followed without reloading the page.
	place.addEventListener("click", (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		change(readFinderAddress(link.search));
		status.focus({ preventScroll: true });
		input.scrollIntoView({ block: "start" });
	});

	kept.onMove(() => {
		query = kept.read();
		void run();
	});

	mount.replaceChildren(status, place, ...(deeper ? [deeper.element] : []));
	if (query.text === "") input.focus();
	void run();
}
