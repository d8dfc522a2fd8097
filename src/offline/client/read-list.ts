import { element } from "../../dom/element.ts";
import { say, sayDay } from "../../messages/index.ts";
import { keptAddress, searchAddress } from "../../model/addresses.ts";
import { cacheNames, storedHeaders } from "../cache-names.ts";
import { isArticleAddress } from "../set-contents.ts";
import { texts } from "./kept-texts.ts";
import { dayAt } from "./phone.ts";

/** At most so many of each kind are listed. */
const mostListed = { articles: 30, others: 12 };

interface ReadPage {
	readonly address: string;
	readonly title: string;
	/** Milliseconds since 1970. */
	readonly moment: number;
}

/** What was read and is still on the phone, latest first: articles, then days, lists and other pages. */
export async function readPages(): Promise<HTMLElement> {
	const cache = await caches.open(cacheNames.read);
	const pages = await Promise.all(
		(await cache.keys()).map(async (request): Promise<ReadPage> => {
			const headers = (await cache.match(request))?.headers;
			return {
				address: new URL(request.url).pathname,
				title: decodeURIComponent(headers?.get(storedHeaders.title) ?? ""),
				moment: Number(headers?.get(storedHeaders.moment)),
			};
		}),
	);
	const known = pages
		// The search page is of no use without its index.
		.filter(({ title, address }) => title !== "" && address !== keptAddress && address !== searchAddress)
		.sort((a, b) => b.moment - a.moment);
	const articles = known.filter(({ address }) => isArticleAddress(address));
	const others = known.filter(({ address }) => !isArticleAddress(address));
	return element(
		"section",
		{},
		element("h2", { class: "section-heading" }, say(texts, "kept.read")),
		articles.length > 0
			? list(articles.slice(0, mostListed.articles))
			: element("p", { class: "notice" }, say(texts, "kept.noneRead")),
		...(others.length > 0
			? [
					element("h3", { class: "kept-others" }, say(texts, "kept.readOthers")),
					list(others.slice(0, mostListed.others)),
				]
			: []),
	);
}

function list(pages: readonly ReadPage[]): HTMLElement {
	return element(
		"ul",
		{ class: "kept-list" },
		...pages.map(({ address, title, moment }) =>
			element(
				"li",
				{},
				element("a", { href: address }, title),
				" ",
				element("small", {}, sayDay(texts, dayAt(moment))),
			),
		),
	);
}
