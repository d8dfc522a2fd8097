/** Articles as lists show them. */

import { resolveContentPath } from "../../content/index.ts";
import type { Image } from "../../model/image.ts";
import { excerpt } from "../../text/index.ts";
import type { CardView, FigureView, HeadlineView, PictureView } from "../views.ts";
import type { Entry } from "./archive-index.ts";
import type { PlanContext } from "./context.ts";
import { committeeLinkOn, provinceLink } from "./names.ts";
import { optional } from "./optional.ts";

/** Cards are at most this wide on the page, in CSS pixels times the usual density of two. */
const cardWidth = 960;
/** Characters of the lead on a card. */
const cardSummary = 240;

/** A prepared picture by the path that a document writes; undefined where there is none. */
export function pictureOf(
	{ pictures }: Pick<PlanContext, "pictures">,
	document: string,
	reference: string | undefined,
): PictureView | undefined {
	return reference === undefined ? undefined : pictures.get(resolveContentPath(document, reference));
}

/** A prepared picture with its words; undefined where the file could not be prepared. */
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

/** An entry belongs to one plan, and a dozen pages show its card and its headline. */
const cards = new WeakMap<Entry, CardView>();
const headlines = new WeakMap<Entry, HeadlineView>();

/**
 * An article in a list, with the narrow versions of its picture only. The same object for each of its pages, so that it
 * is made, handed to a worker and rendered once for all of them that are rendered together.
 */
export function card(context: PlanContext, entry: Entry): CardView {
	let known = cards.get(entry);
	if (!known) {
		known = narrowCard(context, entry);
		cards.set(entry, known);
	}
	return known;
}

/** An article in a dated list of headlines; the same object for each of its pages, too. */
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

/** The same with the picture in every width, for the story that leads a page. */
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
