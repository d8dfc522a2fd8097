/** The same articles in the form of each engine. */

import type { FinderDocument } from "../../src/search/finder/document.ts";
import type { PagefindRecord, SearchDocument } from "../../src/search/record.ts";
import type { BenchArticle } from "./articles.ts";

export function finderDocument(article: BenchArticle): FinderDocument {
	const { address, title, date, summary, text, committee, province, tags, author } = article;
	return {
		address,
		title,
		date,
		lead: summary,
		text,
		committee,
		...(province === undefined ? {} : { province }),
		names: [...tags, author],
	};
}

/** What our own bundles of a period are made of. */
export function searchDocument(article: BenchArticle): SearchDocument {
	const { address, title, date, summary, text, committee, province, tags, author } = article;
	return {
		address,
		title,
		date,
		summary,
		text,
		bylines: [author],
		filters: {
			province: province === undefined ? [] : [province.name],
			committee: [committee.name],
			tag: tags,
			author: [author],
		},
	};
}

/** What Pagefind is given where nothing is done for Vietnamese. */
export function stockRecord({ address, title, date, summary, text }: BenchArticle): PagefindRecord {
	return {
		url: address,
		language: "vi",
		content: `${summary}\n${text}`,
		meta: { title, date },
		filters: {},
		sort: {},
	};
}
