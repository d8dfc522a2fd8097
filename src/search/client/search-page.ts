/** The search page's script: reads the query from the address, asks the bundles, shows what they answer. */
import { asIsoDateTime } from "../../model/ids.ts";
import { formatDay } from "../../text/index.ts";
import { withoutStrokes } from "../stroke.ts";
import type { Found } from "./archive-search.ts";
import { bundleAddress, createArchiveSearch } from "./archive-search.ts";
import { excerptNodes } from "./excerpt.ts";
import type { PagefindModule, PagefindResult } from "./pagefind.d.ts";
import type { FilterName, Query } from "./query.ts";
import { filterNames, readQuery, writeQuery } from "./query.ts";
import { strings } from "./strings.ts";

/** Results shown at once. */
const step = 10;
/** Choices of a filter, the most frequent ones. */
const choices = 40;

const mount = document.querySelector<HTMLElement>("#search");
if (mount) start(mount);

function start(mount: HTMLElement): void {
	const periods = JSON.parse(mount.dataset.bundles ?? "[]") as string[];
	let failures = 0;
	const archive = createArchiveSearch(periods, async (period, options) => {
		// Some browsers never ask again for a module that failed to load, unless under another address.
		const again = failures === 0 ? "" : `?again=${failures}`;
		try {
			const module = (await import(`${bundleAddress(period)}pagefind.js${again}`)) as PagefindModule;
			const pagefind = module.createInstance(options);
			await pagefind.init();
			return pagefind;
		} catch (error) {
			failures++;
			throw error;
		}
	});
	const form = document.querySelector<HTMLFormElement>(".search-page form");
	const input = form?.querySelector<HTMLInputElement>("input[name=q]");
	const status = element("p", { class: "search-status", role: "status" });
	const filters = element("form", { class: "search-filters", "aria-label": strings.filters });
	const results = element("ol", { class: "search-results" });
	const after = element("div", { class: "search-after" });
	filters.hidden = true;
	mount.replaceChildren(status, filters, results, after);

	let latest = 0;
	let query = readQuery(location.search);

	async function run(reach: "recent" | "all" = "recent"): Promise<void> {
		const turn = ++latest;
		results.replaceChildren();
		after.replaceChildren();
		status.className = "search-status";
		if (query.text === "") {
			status.textContent = "";
			filters.hidden = true;
			return;
		}
		status.textContent = strings.loading;
		status.classList.add("search-loading");
		try {
			const found = await archive.search(query, reach);
			if (turn !== latest) return;
			// Pagefind passes over the pieces of an index that it could not load.
			if (found.results.length === 0 && !navigator.onLine) throw new Error("Offline");
			status.classList.remove("search-loading");
			showFilters(found);
			await showResults(found, turn);
		} catch (error) {
			if (turn === latest) showFailure(reach);
			console.error(error);
		}
	}

	function change(next: Query): void {
		query = next;
		history.pushState(null, "", `?${writeQuery(query)}`);
		void run();
	}

	async function showResults(found: Found, turn: number): Promise<void> {
		const count = found.results.length;
		if (count === 0) {
			status.classList.add("search-empty");
			status.textContent = strings.empty(query.text);
			after.append(
				element("p", { class: "search-advice" }, strings.emptyAdvice),
				element("a", { href: "/luu-tru/" }, strings.archive),
			);
		} else {
			status.textContent = found.hasOlder ? strings.foundInYears(count, found.from) : strings.found(count);
		}
		await showMore(found, 0, turn);
	}

	async function showMore(found: Found, from: number, turn: number): Promise<void> {
		const shown = await Promise.all(found.results.slice(from, from + step).map((result) => result.data()));
		if (turn !== latest) return;
		const items = shown.map(resultItem);
		results.append(...items);
		if (from > 0) items[0]?.querySelector("a")?.focus();
		after.querySelectorAll(".search-more").forEach((button) => {
			button.remove();
		});
		if (from + step < found.results.length) {
			after.append(button(strings.more, () => void showMore(found, from + step, turn)));
		} else if (found.hasOlder) {
			after.append(button(strings.older(found.from), () => void run("all")));
		}
	}

	function showFailure(reach: "recent" | "all"): void {
		status.className = "search-status search-status-error";
		status.textContent = strings.failed;
		after.replaceChildren(button(strings.retry, () => void run(reach)));
	}

	function showFilters(found: Found): void {
		const focused = filters.querySelector<HTMLSelectElement>("select:focus")?.name;
		const fields = filterNames.flatMap((name) => filterField(name, found) ?? []);
		filters.replaceChildren(...fields, sortField());
		filters.hidden = false;
		if (focused) filters.querySelector<HTMLSelectElement>(`select[name=${focused}]`)?.focus();
	}

	function filterField(name: FilterName, found: Found): HTMLElement | undefined {
		const chosen = query.filters[name];
		const counts = Object.entries(found.filters[name] ?? {}).filter(
			([value, count]) => count > 0 || value === chosen,
		);
		if (counts.length === 0 && chosen === undefined) return undefined;
		counts.sort(([a, countA], [b, countB]) => (name === "year" ? b.localeCompare(a) : countB - countA));
		const options = counts
			.slice(0, choices)
			.map(([value, count]) => [value, `${value} (${count})`] as [string, string]);
		if (chosen !== undefined && !options.some(([value]) => value === chosen))
			options.unshift([chosen, chosen]);
		return selectField(name, strings.filter[name], [["", strings.any], ...options], chosen ?? "", (value) => {
			const { [name]: _, ...others } = query.filters;
			change({ ...query, filters: value === "" ? others : { ...others, [name]: value } });
		});
	}

	function sortField(): HTMLElement {
		const options = [
			["", strings.byRelevance],
			["date", strings.byDate],
		] as const;
		return selectField("sort", strings.sort, options, query.byDate ? "date" : "", (value) =>
			change({ ...query, byDate: value === "date" }),
		);
	}

	filters.addEventListener("submit", (event) => event.preventDefault());
	form?.addEventListener("submit", (event) => {
		event.preventDefault();
		const { text } = readQuery(`?${new URLSearchParams({ q: input?.value ?? "" })}`);
		change({ ...query, text });
	});
	addEventListener("popstate", () => {
		query = readQuery(location.search);
		if (input) input.value = query.text;
		void run();
	});
	if (input) input.value = query.text;
	if (query.text === "") input?.focus();
	void run();
}

function resultItem({ url, excerpt, meta }: PagefindResult): HTMLElement {
	const item = element("li", { class: "search-result" });
	const about = element("p", { class: "search-result-about" });
	const date = meta.date ?? "";
	about.append(element("time", { datetime: date }, formatDay(asIsoDateTime(date))));
	const text = element("p", { class: "search-result-excerpt" });
	text.append(...excerptNodes(document, excerpt));
	const title = element("h2", { class: "search-result-title" });
	title.append(element("a", { href: url }, withoutStrokes(meta.title ?? url)));
	item.append(title, about, text);
	if (meta.image) {
		item.prepend(
			element("img", { class: "search-result-picture", src: meta.image, alt: "", loading: "lazy" }),
		);
	}
	return item;
}

function selectField(
	name: string,
	label: string,
	options: readonly (readonly [string, string])[],
	chosen: string,
	onChange: (value: string) => void,
): HTMLElement {
	const select = element("select", { name });
	for (const [value, text] of options) {
		const option = element("option", { value }, text);
		option.selected = value === chosen;
		select.append(option);
	}
	select.addEventListener("change", () => onChange(select.value));
	const field = element("label", {}, label);
	field.append(select);
	return field;
}

function button(label: string, onClick: () => void): HTMLElement {
	const made = element("button", { type: "button", class: "search-more" }, label);
	made.addEventListener("click", onClick);
	return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Readonly<Record<string, string>>,
	text = "",
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	if (text !== "") made.textContent = text;
	return made;
}
