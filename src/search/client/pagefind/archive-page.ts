/** The archive search's script: reads the query from the address, searches with Pagefind and shows the results. */

import { element } from "../../../dom/element.ts";
import { say } from "../../../messages/index.ts";
import { fromPagefind } from "../../pagefind/text.ts";
import { button, required } from "../element.ts";
import { excerptNodes } from "../excerpt.ts";
import { markedTitle } from "../marked-title.ts";
import { showNarrowing } from "../narrowing.ts";
import { textOf } from "../query-text.ts";
import { savesData } from "../reader-wishes.ts";
import { resultItem } from "../result-item.ts";
import { texts } from "../search-texts.ts";
import { pageFinder } from "../start-finder.ts";
import { suggestionNotice } from "../suggestion-notice.ts";
import { understoodNotice } from "../understood-notice.ts";
import type { ArchiveFilter, ArchiveQuery } from "./archive-address.ts";
import { archiveFilters, readArchiveAddress, writeArchiveAddress } from "./archive-address.ts";
import { archiveFilterFields, chosenFilters } from "./archive-filters.ts";
import type { ArchiveAnswer } from "./archive-search.ts";
import { createArchiveSearch } from "./archive-search.ts";
import { startPagefind } from "./engine.ts";
import { loadSpellings } from "./load-spellings.ts";

/** The number of results shown at once. */
const step = 10;

const mount = required<HTMLElement>("#search");
const periods = JSON.parse(mount.dataset.bundles ?? "[]") as string[];
const archive = createArchiveSearch(periods, startPagefind, loadSpellings, correct);
const form = required<HTMLFormElement>(".search-page .search-box form");
const input = required<HTMLInputElement>(".search-page .search-box input");
const years = required<HTMLElement>(".search-filters");
const pageName = document.title;

const chosen = element("ul", { class: "search-chosen" });
const fields = element("div", { class: "search-filters" });
const more = element("details", { class: "search-more-filters" });
more.append(element("summary", {}, say(texts, "search.moreFilters")), fields);
const status = element("p", { class: "search-status", role: "status", tabindex: "-1" });
const notices = element("div");
const results = element("ol", { class: "search-results" });
const after = element("div", { class: "search-after" });

let query = readArchiveAddress(location.search);
let latest = 0;
/** Whether the fields offer the choices of the shown results. */
let hasChoices = false;

/** The finder knows the words of the whole archive. It is not loaded for readers who wish to load little. */
async function correct(text: string): Promise<string | undefined> {
	if (savesData()) return undefined;
	try {
		return (await pageFinder(false).find({ text, filters: {}, byDate: false, page: 1 })).suggestion?.text;
	} catch (error) {
		console.error(error);
		return undefined;
	}
}

async function run(all = false): Promise<void> {
	const turn = ++latest;
	hasChoices = false;
	showQuery();
	status.className = "search-status";
	if (isEmpty(query)) {
		status.textContent = "";
		for (const part of [notices, results, after]) part.replaceChildren();
		return;
	}
	status.textContent = say(texts, "search.loading");
	status.classList.add("search-loading");
	results.setAttribute("aria-busy", "true");
	try {
		const withChoices = more.open;
		const answer = await archive.search(query, { all, withChoices });
		if (turn !== latest) return;
		const focused = fields.querySelector<HTMLSelectElement>("select:focus")?.name;
		hasChoices = withChoices;
		fields.replaceChildren(...archiveFilterFields(query, answer.choices));
		if (focused) fields.querySelector<HTMLSelectElement>(`select[name=${focused}]`)?.focus();
		results.replaceChildren();
		after.replaceChildren();
		showNotices(answer, all);
		await showMore(answer, 0, turn);
		if (turn !== latest) return;
		const isUnread = answer.results.length === 0 && answer.failed.length > 0;
		status.className = `search-status${isUnread ? " search-status-error" : ""}`;
		status.textContent = isUnread ? say(texts, "search.failed") : statusOf(answer);
		if (answer.results.length === 0 && !isUnread) after.append(...advice(answer));
	} catch (error) {
		if (turn !== latest) return;
		console.error(error);
		status.className = "search-status search-status-error";
		status.textContent = say(texts, "search.failed");
		for (const part of [notices, results]) part.replaceChildren();
		after.replaceChildren(button(say(texts, "search.retry"), () => void run(all)));
	}
	results.removeAttribute("aria-busy");
}

function statusOf({ results, from, to }: ArchiveAnswer): string {
	const count = results.length;
	if (count > 0)
		return from === to
			? say(texts, "search.foundInYear", { count, year: from })
			: say(texts, "search.foundInYears", { count, from, to });
	return query.text === "" || hasFilters(query)
		? say(texts, "search.emptyFilters")
		: say(texts, "search.empty", { text: query.text });
}

/** A period's name for readers: a year, a month, or the days of a month from one on. */
function periodName(period: string): string {
	const [year = "", month, day] = period.split("-");
	if (month === undefined) return say(texts, "search.periodYear", { year });
	const numbers = { month: String(Number(month)), year };
	return day === undefined
		? say(texts, "search.periodMonth", numbers)
		: say(texts, "search.periodFromDay", { ...numbers, day: String(Number(day)) });
}

function showNotices({ failed, understoodAs, suggestion }: ArchiveAnswer, all: boolean): void {
	notices.replaceChildren();
	if (understoodAs !== undefined)
		notices.append(
			understoodNotice(understoodAs, query.text, (text) => `?${writeArchiveAddress({ ...query, text })}`),
		);
	if (suggestion)
		notices.append(
			suggestionNotice(suggestion, `?${writeArchiveAddress({ ...query, text: suggestion.text })}`),
		);
	if (failed.length === 0) return;
	const notice = element("p", { class: "search-notice" });
	notice.append(say(texts, "search.failedPeriods", { periods: failed.map(periodName).join(", ") }), " ");
	notice.append(button(say(texts, "search.retry"), () => void run(all)));
	notices.append(notice);
}

async function showMore(answer: ArchiveAnswer, from: number, turn: number): Promise<void> {
	const shown = await Promise.allSettled(
		answer.results.slice(from, from + step).map((result) => result.load()),
	);
	if (turn !== latest) return;
	const found = shown.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
	const items = found.map(({ url, excerpt, meta }) =>
		resultItem({
			address: url,
			title: markedTitle(fromPagefind(meta.title ?? url), answer.understoodAs ?? query.text),
			date: meta.date,
			text: excerptNodes(excerpt),
			names: [],
			picture: savesData() ? undefined : meta.image,
		}),
	);
	results.append(...items);
	if (from > 0) items[0]?.querySelector("a")?.focus();
	after.replaceChildren();
	const missing = shown.length - found.length;
	if (missing > 0) {
		const notice = element(
			"p",
			{ class: "search-notice" },
			say(texts, "search.textsMissing", { count: missing }),
			" ",
		);
		notice.append(button(say(texts, "search.retry"), () => void run()));
		after.append(notice);
	}
	if (from + step < answer.results.length)
		after.append(button(say(texts, "search.more"), () => void showMore(answer, from + step, turn)));
	else if (answer.hasOlder)
		after.append(button(say(texts, "search.older", { year: answer.from }), () => void run(true)));
}

function advice({ missing }: ArchiveAnswer): Node[] {
	const links = element("p", { class: "search-ways" });
	if (hasFilters(query)) {
		const href = `?${writeArchiveAddress({ text: query.text, filters: {}, byDate: query.byDate })}`;
		links.append(element("a", { href }, say(texts, "search.withoutFilters")));
	}
	if (query.text !== "") {
		const href = `/tim-kiem/?${new URLSearchParams({ q: query.text })}`;
		links.append(element("a", { href }, say(texts, "search.everywhere")));
	}
	links.append(element("a", { href: "/luu-tru/" }, say(texts, "search.archive")));
	const words = hasFilters(query)
		? say(texts, "search.emptyFilteredAdvice")
		: say(texts, "search.emptyAdvice");
	const nowhere = missing.map((word) => `“${word}”`).join(", ");
	return [
		...(missing.length > 0
			? [element("p", { class: "search-advice" }, say(texts, "search.missing", { words: nowhere }))]
			: []),
		element("p", { class: "search-advice" }, words),
		links,
	];
}

/** Updates the form to the query. */
function showQuery(): void {
	input.value = query.text;
	for (const select of years.querySelectorAll("select"))
		select.value =
			(select.name === "xep" ? query.byDate && "ngay" : select.name === "tu-nam" ? query.from : query.to) ||
			"";
	showNarrowing(query.from !== undefined || query.to !== undefined || query.byDate);
	more.hidden = isEmpty(query);
	chosen.replaceChildren(...chosenFilters(query));
	document.title =
		query.text === "" ? pageName : say(texts, "search.pageTitle", { text: query.text, title: pageName });
}

function isEmpty({ text, from, to }: ArchiveQuery): boolean {
	return text === "" && !from && !to && !hasNames(query);
}

function hasNames({ filters }: ArchiveQuery): boolean {
	return archiveFilters.some((name) => filters[name] !== undefined);
}

function hasFilters(given: ArchiveQuery): boolean {
	return given.from !== undefined || given.to !== undefined || hasNames(given);
}

function change(next: ArchiveQuery): void {
	query = next;
	history.pushState(null, "", `?${writeArchiveAddress(query)}`);
	void run();
}

form.addEventListener("submit", (event) => {
	event.preventDefault();
	// Hides a phone's keyboard, which covers the results.
	if (matchMedia("(pointer: coarse)").matches) input.blur();
	change({ ...query, text: textOf(input.value) });
});

years.addEventListener("change", () => {
	const selects = [...years.querySelectorAll("select")];
	const given = new Map(selects.map(({ name, value }) => [name, value]));
	const { from: _, to: __, ...others } = query;
	const from = given.get("tu-nam");
	const to = given.get("den-nam");
	change({ ...others, ...(from && { from }), ...(to && { to }), byDate: given.get("xep") === "ngay" });
});

fields.addEventListener("change", ({ target }) => {
	const { name, value } = target as HTMLSelectElement;
	const { [name as ArchiveFilter]: _, ...others } = query.filters;
	change({ ...query, filters: value === "" ? others : { ...others, [name]: [value] } });
});

more.addEventListener("toggle", () => {
	if (more.open && !hasChoices) void run();
});

// Links to other queries are followed without reloading the page.
required<HTMLElement>(".search-page").addEventListener("click", (event) => {
	const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	change(readArchiveAddress(link.search));
	status.focus({ preventScroll: true });
});

addEventListener("popstate", () => {
	query = readArchiveAddress(location.search);
	void run();
});

mount.replaceChildren(chosen, more, status, notices, results, after);
if (query.text === "") input.focus();
void run();
