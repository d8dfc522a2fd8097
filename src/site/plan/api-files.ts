/** The documents of the static API. */

import {
	apiAddress,
	apiCollectionAddress,
	apiDayAddress,
	apiIndexAddress,
	apiMonthAddress,
	apiSchemaAddress,
	authorAddress,
	committeeAddress,
	provinceAddress,
	tagAddress,
} from "../../model/addresses.ts";
import { articleSchema } from "../../model/article.ts";
import { asWritten } from "../../model/as-written.ts";
import type { ArticleId, IsoDay } from "../../model/ids.ts";
import { asIsoDay } from "../../model/ids.ts";
import { fullNameOf } from "../../model/provinces.ts";
import type { ApiArticleView, ApiIndexView, ApiPagesView, ApiWithdrawnView } from "../api/views.ts";
import { apiRecords } from "./api-records.ts";
import type { Entry } from "./archive-index.ts";
import { visible } from "./archive-index.ts";
import { attachmentsOf } from "./attachments.ts";
import { bodyView } from "./body-view.ts";
import { figure, pictureOf } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { optional } from "./optional.ts";
import type { Output } from "./output.ts";
import { furthest, inputsOf, output } from "./output.ts";
import { placesNamed } from "./related.ts";

const articleFields = articleSchema
	.omit({ draft: true, withdrawn: true, image: true, attachments: true })
	.keyof().options;

/** All but the days. */
export function* apiFiles(context: PlanContext): Generator<Output> {
	const months = context.index.byAddressMonth;
	for (const [month, entries] of months) {
		yield output(
			"api-month",
			apiMonthAddress(month),
			() => ({ month, articles: entries.map((entry) => withdrawnOf(entry) ?? articleOf(context, entry)) }),
			dependingOn(context, entries),
		);
	}
	const records = [...apiRecords(context)];
	for (const { address, view } of records) yield output("api-records", address, view);
	const index = (): ApiIndexView => ({
		months: [...months].map(([month, entries]) => ({ month, count: visible(entries).length })),
		...(records.length > 0 && { records: records.map(({ view: _, ...record }) => record) }),
	});
	yield output("api-index", apiIndexAddress, index);
	yield output("api-page", apiAddress, index);
	yield output("api-schema", apiSchemaAddress, () => ({}));
	yield* collections(context);
}

/** @param entries those of a month by their addresses, in the archive's order */
export function* apiDays(context: PlanContext, entries: readonly Entry[]): Generator<Output> {
	for (const [day, own] of groupBy(entries, ({ article }) => dayInId(article.id))) {
		yield output(
			"api-day",
			apiDayAddress(day),
			() => ({
				day,
				articles: own.map(
					(entry) =>
						withdrawnOf(entry) ?? {
							...articleOf(context, entry),
							...optional("readerComments", context.portal.comments.get(entry.article.id)?.comments),
							body: bodyView(context, entry.article),
						},
				),
			}),
			{ ...dependingOn(context, own), day },
		);
	}
}

/** @param entries those of a day or a month, in the archive's order */
function dependingOn(context: PlanContext, entries: readonly Entry[]): Pick<Output, "inputs" | "through"> {
	return {
		inputs: () => inputsOf(entries, ...entries.map(({ article }) => relatedIds(context, article))),
		...optional("through", reachOfDocuments(context, entries)),
	};
}

/**
 * Position of the newest article on which the documents of some articles depend. Undefined if they name an article that
 * is not published yet.
 *
 * @param entries in the archive's order
 */
export function reachOfDocuments(context: PlanContext, entries: readonly Entry[]): number | undefined {
	return furthest([entries.at(-1)?.place, ...entries.flatMap((entry) => placesNamed(context, entry))]);
}

function* collections(context: PlanContext): Generator<Output> {
	const { portal, index } = context;
	yield output("api-provinces", apiCollectionAddress("provinces"), () => ({
		provinces: portal.provinces.units.map((unit) => ({
			...unit,
			fullName: fullNameOf(unit),
			...optional("address", index.byProvincePage.has(unit.slug) ? provinceAddress(unit.slug) : undefined),
		})),
	}));
	yield output("api-committees", apiCollectionAddress("committees"), () => ({
		committees: [...portal.committees.values()].map(({ file: _, ...committee }) => ({
			...committee,
			address: committeeAddress(committee.id),
		})),
	}));
	yield output("api-authors", apiCollectionAddress("authors"), () => ({
		authors: [...index.byAuthor.keys()].sort().flatMap((id) => {
			const author = portal.authors.get(id);
			if (!author) return [];
			const { file, email: _, photo, ...fields } = author;
			return [
				{ ...fields, address: authorAddress(id), ...optional("photo", pictureOf(context, file, photo)) },
			];
		}),
	}));
	yield output("api-tags", apiCollectionAddress("tags"), () => ({
		tags: [...index.byTag.keys()].sort().flatMap((slug) => {
			const tag = portal.tags.get(slug);
			return tag ? [{ ...tag, address: tagAddress(slug) }] : [];
		}),
	}));
	yield output("api-pages", apiCollectionAddress("pages"), () => ({
		pages: portal.pages.map((page): ApiPagesView["pages"][number] => ({
			slug: page.slug,
			address: page.address,
			...asWritten("page", page),
			...optional("image", page.image && figure(context, page.file, page.image)),
			body: bodyView(context, page),
		})),
	}));
	yield output("api-site", apiCollectionAddress("site"), () => {
		const { logo, banners, ...site } = portal.site;
		return {
			...site,
			...optional("logo", pictureOf(context, "site.yml", logo)),
			banners: banners.map(({ image, ...banner }) => ({
				...banner,
				...optional("picture", pictureOf(context, "site.yml", image)),
			})),
		};
	});
}

function dayInId(id: ArticleId): IsoDay {
	return asIsoDay(id.slice(0, "yyyy/mm/dd".length).replaceAll("/", "-"));
}

/** The related articles that readers can see. */
function relatedIds({ index }: PlanContext, article: Entry["article"]): ArticleId[] {
	return visible(article.related.flatMap((id) => index.byId.get(id) ?? [])).map(
		(related) => related.article.id,
	);
}

function withdrawnOf({ article, withdrawn }: Entry): ApiWithdrawnView | undefined {
	return withdrawn && article.withdrawn
		? { id: article.id, address: article.address, withdrawn: article.withdrawn }
		: undefined;
}

function articleOf(context: PlanContext, { article, tags, tagNames }: Entry): ApiArticleView {
	const fields = Object.fromEntries(
		articleFields.flatMap((name) => (article[name] === undefined ? [] : [[name, article[name]]])),
	) as unknown as Pick<ApiArticleView, (typeof articleFields)[number]>;
	return {
		id: article.id,
		address: article.address,
		...fields,
		// Drafts must not be revealed.
		related: relatedIds(context, article),
		tags: [...tagNames],
		tagSlugs: tags,
		...optional("image", article.image && figure(context, article.file, article.image)),
		attachments: attachmentsOf(context, article),
	};
}
