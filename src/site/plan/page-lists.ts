/** The lists by which phones keep pages: one for each month, so that a new article changes its month's. */
import { resolveContentPath } from "../../content/index.ts";
import { dateAddress, pageListAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { type FixedFile, type PageList, pageListVersion } from "../../model/page-list.ts";
import type { PictureView } from "../views.ts";
import type { Entry } from "./archive-index.ts";
import { attachmentsOf } from "./attachments.ts";
import type { PlanContext } from "./context.ts";
import type { Listing } from "./output.ts";
import { relatedTo } from "./related.ts";

/** Pixels of the widest version that a phone keeps, of an article's own pictures and of those beside other titles. */
const widest = { own: 960, related: 480 };

export function* pageLists(context: PlanContext): Generator<Listing> {
	const { byAddressMonth, byMonth } = context.index;
	if (!context.portal.site.features.offline) return;
	for (const month of [...new Set([...byAddressMonth.keys(), ...byMonth.keys()])].sort()) {
		yield {
			address: pageListAddress(month),
			template: "page-list",
			folder: dateAddress(month),
			view: (pages, sizeOf): PageList => {
				const articles = new Map(
					(byAddressMonth.get(month) ?? []).map((entry) => [entry.article.address, entry]),
				);
				return {
					version: pageListVersion,
					month,
					pages: pages.map(({ address, sha256, size }) => {
						const entry = articles.get(address);
						const pictures = entry ? picturesOf(context, entry, sizeOf) : [];
						const attachments = entry && !entry.withdrawn ? attachmentsOf(context, entry.article) : [];
						return {
							address,
							digest: shortened(sha256),
							size,
							...(entry?.withdrawn && { withdrawn: true as const }),
							...(pictures.length > 0 && { pictures }),
							...(attachments.length > 0 && {
								attachments: attachments.map(({ address, size }) => ({ address, size })),
							}),
						};
					}),
				};
			},
		};
	}
}

/** @param sha256 in hexadecimal */
function shortened(sha256: string): string {
	return Buffer.from(sha256.slice(0, 32), "hex").toString("base64url");
}

/** What an article's page shows. */
function picturesOf(
	context: PlanContext,
	entry: Entry,
	sizeOf: (address: UrlPath) => number | undefined,
): FixedFile[] {
	const { article, withdrawn } = entry;
	if (withdrawn) return [];
	const versions = new Map<UrlPath, UrlPath>();
	const add = (file: string, reference: string, width: number) => {
		const picture = context.pictures.get(resolveContentPath(file, reference));
		if (picture && !versions.has(picture.src)) versions.set(picture.src, versionOf(picture, width));
	};
	if (article.image) add(article.file, article.image.src, widest.own);
	for (const reference of article.bodyImages) add(article.file, reference, widest.own);
	for (const { article: related } of relatedTo(context, entry)) {
		if (related.image) add(related.file, related.image.src, widest.related);
	}
	return [...versions.values()].flatMap((address) => {
		const size = sizeOf(address);
		return size === undefined ? [] : [{ address, size }];
	});
}

function versionOf({ src, variants }: PictureView, width: number): UrlPath {
	const narrow = variants.filter((variant) => variant.width <= width);
	return (narrow.at(-1) ?? variants[0])?.src ?? src;
}
