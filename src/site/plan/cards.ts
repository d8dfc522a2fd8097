/** Articles as lists show them. */

import { resolveContentPath } from "../../content/index.ts";
import type { Image } from "../../model/image.ts";
import { excerpt } from "../../text/index.ts";
import type { CardView, FigureView, HeadlineView, PictureView } from "../views.ts";
import type { Entry } from "./archive-index.ts";
import type { PlanContext } from "./context.ts";
import { committeeLinkOn, provinceLink } from "./names.ts";
import { optional } from "./optional.ts";

/** The largest width of a card in CSS pixels, times the usual pixel density of two. */
const cardWidth = 960;
/** The number of characters of the lead on a card. */
const cardSummary = 240;

/** A prepared picture by its path in a document; undefined if there is none. */
export function pictureOf(
	{ pictures }: Pick<PlanContext, "pictures">,
	document: string,
	reference: string | undefined,
): PictureView | undefined {
	return reference === undefined ? undefined : pictures.get(resolveContentPath(document, reference));
}

/** A prepared picture with its texts; undefined if the file could not be prepared. */
export function figure(context: PlanContext, document: string, image: Image): FigureView | undefined {
	const picture = pictureOf(context, document, image.src);
	return (
		picture && {
			...picture,
			alt: image.alt,
			...optional("caption", image.caption),
			...optional("credit", image.credit),
			...optional("focus", image.focus),
		}
	);
}

/** Cached by entry, as a dozen pages show an entry's card and headline. */
const cards = new WeakMap<Entry, CardView>();
const headlines = new WeakMap<Entry, HeadlineView>();

/**
 * An article in a list, with the narrow versions of its picture only. The same object for each page, so that it is
 * made, sent to a worker and rendered once for all pages of a batch.
 */
export function card(context: PlanContext, entry: Entry): CardView {
	let known = cards.get(entry);
	if (!known) {
		known = narrowCard(context, entry);
		cards.set(entry, known);
	}
	return known;
}

/** An article in a dated list of headlines; also the same object for each page. */
export function headline(entry: Entry): HeadlineView {
	let known = headlines.get(entry);
	if (!known) {
		const { address, title, date, undated } = entry.article;
		known = { address, title, date, ...(undated && { undated }) };
		headlines.set(entry, known);
	}
	return known;
}

function narrowCard(context: PlanContext, entry: Entry): CardView {
	const { article } = entry;
	const picture = article.image && figure(context, article.file, article.image);
	return {
		...wideCard(context, entry),
		...(picture && {
			picture: {
				...withoutCaption(picture),
				variants: picture.variants.filter(({ width }) => width <= cardWidth),
			},
		}),
	};
}

/** A card with the picture in every width, for a page's lead story. */
export function wideCard(context: PlanContext, entry: Entry): CardView {
	const { article } = entry;
	return {
		...headline(entry),
		...optional("summary", article.summary ? excerpt(article.summary, cardSummary) : article.opening),
		...optional("picture", article.image && figure(context, article.file, article.image)),
		...optional(
			"committee",
			article.committee && committeeLinkOn(context.portal, article.committee, article.date),
		),
		...optional("province", article.province && provinceLink(context.portal, article.province, article.date)),
		...(article.isPhotoStory && { pictures: article.bodyImages.length }),
		...optional("video", article.video),
	};
}

function withoutCaption({ src, width, height, variants, alt, focus }: FigureView): FigureView {
	return { src, width, height, variants, alt, ...optional("focus", focus) };
}
