/** The same articles in the form of each engine. */

import { authorAddress, committeeAddress, tagAddress } from "../../src/model/addresses.ts";
import { asSlug } from "../../src/model/ids.ts";
import type { FinderDocument, FinderLabel } from "../../src/search/finder/document.ts";
import type { PagefindRecord, SearchDocument } from "../../src/search/pagefind/record.ts";
import { archiveNames } from "../bench/archive.ts";
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

/** What the search box suggests besides articles. */
export function benchLabels(): FinderLabel[] {
	// As many as an archive has, whatever the seed.
	const { authors, committees, tags } = archiveNames(1);
	return [
		...[...tags].map(([slug, text]) => ({ kind: "tag" as const, text, address: tagAddress(asSlug(slug)) })),
		...[...committees].map(([id, { name }]) => ({
			kind: "committee" as const,
			text: name,
			address: committeeAddress(asSlug(id)),
		})),
		...[...authors].map(([id, text]) => ({
			kind: "author" as const,
			text,
			address: authorAddress(asSlug(id)),
		})),
	];
}
