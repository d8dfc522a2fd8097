import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import type { FinderAnswer, FinderQuery } from "../finder/finder.ts";
import { button } from "./element.ts";
import { filterNames, writeFinderAddress } from "./finder-address.ts";
import { highlighted } from "./highlighted.ts";
import { resultItem } from "./result-item.ts";
import { texts } from "./search-texts.ts";
import { suggestionNotice } from "./suggestion-notice.ts";
import { understoodNotice } from "./understood-notice.ts";

/** The number of results that the finder returns at once. */
const perPage = 10;

interface ResultsOptions {
	readonly withoutPictures: boolean;
	/** Address of the archive by date, offered if nothing was found. */
	readonly archive: string;
}

/** Shows the finder's answers in an element of the page. */
export class FinderResults {
	private readonly place: HTMLElement;
	private readonly options: ResultsOptions;

	constructor(place: HTMLElement, options: ResultsOptions) {
		this.place = place;
		this.options = options;
	}

	/**
	 * Shows an answer.
	 *
	 * @param retry repeats the search
	 * @returns the status text: how many were found; undefined if the parts that could be loaded have no results
	 */
	show(query: FinderQuery, answer: FinderAnswer, retry: () => void): string | undefined {
		const { hits, suggestion, understoodAs, failures } = answer;
		const parts: Node[] = [];
		if (failures > 0 && hits.length === 0) return undefined;
		if (failures > 0) {
			const notice = element("p", { class: "search-notice" }, say(texts, "search.failedInPart"), " ");
			notice.append(button(say(texts, "search.retry"), retry));
			parts.push(notice);
		}
		if (understoodAs)
			parts.push(
				understoodNotice(
					understoodAs,
					query.text,
					(text) => `?${writeFinderAddress({ ...query, text, page: 1 })}`,
				),
			);
		if (suggestion && suggestion.count > 0)
			parts.push(
				suggestionNotice(suggestion, `?${writeFinderAddress({ ...query, text: suggestion.text, page: 1 })}`),
			);
		if (hits.length === 0) parts.push(...advice(query, this.options.archive));
		else parts.push(this.list(answer), ...pageLinks(query, answer));
		this.place.replaceChildren(...parts);
		return statusOf(query, answer);
	}

	private list({ hits }: FinderAnswer): HTMLElement {
		const items = hits.map(({ address, title, date, undated, lead, picture, committee, province, marks }) =>
			resultItem({
				address,
				title: highlighted(title, marks.title),
				date: undated ? undefined : date,
				text: highlighted(lead, marks.lead),
				names: [
					...(committee ? [highlighted(committee, marks.committee)] : []),
					...(province ? [highlighted(province, marks.province)] : []),
				],
				picture: this.options.withoutPictures ? undefined : picture,
			}),
		);
		return element("ol", { class: "search-results" }, ...items);
	}
}

function statusOf({ text, page, filters }: FinderQuery, { hits, total, isInPart }: FinderAnswer): string {
	if (hits.length === 0)
		return hasFilters(filters) ? say(texts, "search.emptyFilters") : say(texts, "search.empty", { text });
	return page > 1
		? say(texts, isInPart ? "search.foundInPartOnPage" : "search.foundOnPage", {
				count: total,
				page: String(page),
				pages: Math.ceil(total / perPage),
			})
		: say(texts, isInPart ? "search.foundInPart" : "search.found", { count: total });
}

function advice(query: FinderQuery, archive: string): Node[] {
	const filtered = hasFilters(query.filters);
	const links = element("p", { class: "search-ways" });
	if (filtered) {
		const href = `?${writeFinderAddress({ ...query, filters: {}, page: 1 })}`;
		links.append(element("a", { href }, say(texts, "search.withoutFilters")));
	}
	links.append(element("a", { href: archive }, say(texts, "search.archive")));
	const words = filtered ? say(texts, "search.emptyFilteredAdvice") : say(texts, "search.emptyAdvice");
	return [element("p", { class: "search-advice" }, words), links];
}

export function hasFilters(filters: FinderQuery["filters"]): boolean {
	return filterNames.some((name) => filters[name] !== undefined);
}

/** Links to the previous and next pages. */
function pageLinks(query: FinderQuery, { total }: FinderAnswer): Node[] {
	const pages = Math.ceil(total / perPage);
	if (pages < 2) return [];
	const link = (page: number, label: string, rel: string) =>
		element("a", { href: `?${writeFinderAddress({ ...query, page })}`, rel }, label);
	const navigation = element("nav", { class: "search-pages", "aria-label": say(texts, "search.pages") });
	if (query.page > 1) navigation.append(link(query.page - 1, say(texts, "search.previous"), "prev"));
	if (query.page < pages) navigation.append(link(query.page + 1, say(texts, "search.next"), "next"));
	return [navigation];
}
