/** The `collections` of a portal's own templates: what readers can see, made on demand. */
import { authorAddress, committeeAddress, provinceAddress, tagAddress } from "../model/addresses.ts";
import { signatureOf } from "../model/author.ts";
import type { IsoDate, Slug, UrlPath } from "../model/ids.ts";
import type { Entry } from "../site/plan/archive-index.ts";
import { visible } from "../site/plan/archive-index.ts";
import { card } from "../site/plan/cards.ts";
import type { PlanContext } from "../site/plan/context.ts";
import type { CardView } from "../site/views.ts";
import { lazyList } from "./lazy-list.ts";

/** An article in the form of Eleventy's own collection items. */
export interface ArticleItem {
	readonly url: UrlPath;
	/** As in the article's file: a day, or a moment with Vietnam's offset. */
	readonly date: IsoDate;
	readonly data: Omit<CardView, "address"> & {
		readonly tags: readonly string[];
		readonly authors: readonly string[];
	};
}

/** A tag, author, committee or province with its articles, oldest first. */
export interface TermItem {
	readonly slug: Slug;
	readonly name: string;
	readonly url: UrlPath;
	readonly articles: readonly ArticleItem[];
}

export interface OwnCollections {
	/** Oldest first, as Eleventy's are. */
	readonly articles: readonly ArticleItem[];
	readonly tags: readonly TermItem[];
	readonly authors: readonly TermItem[];
	readonly committees: readonly TermItem[];
	readonly provinces: readonly TermItem[];
}

export function ownCollections(context: PlanContext): OwnCollections {
	const { portal, index } = context;
	const items = new WeakMap<Entry, ArticleItem>();
	const itemOf = (entry: Entry): ArticleItem => {
		const known = items.get(entry) ?? articleItem(context, entry);
		items.set(entry, known);
		return known;
	};
	const itemsOf = (entries: readonly Entry[]) => lazyList(() => visible(entries).map(itemOf));
	const terms = (
		lists: ReadonlyMap<Slug, readonly Entry[]>,
		nameOf: (slug: Slug) => string | undefined,
		addressOf: (slug: Slug) => UrlPath,
	) =>
		lazyList(() =>
			[...lists].map(
				([slug, entries]): TermItem => ({
					slug,
					name: nameOf(slug) ?? slug,
					url: addressOf(slug),
					articles: itemsOf(entries),
				}),
			),
		);
	return {
		articles: itemsOf(index.all),
		tags: terms(index.byTag, (slug) => portal.tags.get(slug)?.name, tagAddress),
		authors: terms(
			index.byAuthor,
			(id) => {
				const author = portal.authors.get(id);
				return author && signatureOf(author);
			},
			authorAddress,
		),
		committees: terms(index.byCommittee, (id) => portal.committees.get(id)?.name, committeeAddress),
		provinces: terms(
			index.byProvincePage,
			(slug) => portal.provinces.withSlug(slug).at(-1)?.name,
			provinceAddress,
		),
	};
}

/** `data` is made when a template asks for it. */
function articleItem(context: PlanContext, entry: Entry): ArticleItem {
	const { article, tagNames } = entry;
	const { portal } = context;
	let data: ArticleItem["data"] | undefined;
	return {
		url: article.address,
		date: article.date,
		get data() {
			const { address: _, ...shown } = card(context, entry);
			data ??= {
				...shown,
				tags: tagNames,
				authors: article.author.flatMap((id) => {
					const author = portal.authors.get(id);
					return author ? [signatureOf(author)] : [];
				}),
			};
			return data;
		},
	};
}
