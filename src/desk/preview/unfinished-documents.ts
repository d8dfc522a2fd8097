/** Makes unfinished documents fit for a page: missing and invalid fields are left out. */
import { readDocument, readEntryText, type YamlFields } from "../../content/index.ts";
import { articleAddress, pageAddress } from "../../model/addresses.ts";
import type { Article, ArticleFields } from "../../model/article.ts";
import type { ArticleId, IsoDateTime, Slug } from "../../model/ids.ts";
import type { Page } from "../../model/page.ts";
import type { Portal } from "../../model/portal.ts";
import type { StoryForm } from "../../model/story.ts";

/** @param now used for a missing date */
export function unfinishedArticle(
	{ id, file, bytes }: { readonly id: ArticleId; readonly file: string; readonly bytes: Buffer },
	now: IsoDateTime,
): Article {
	const { fields, ...text } = readText<ArticleFields>(file, "article", bytes);
	return {
		tags: [],
		related: [],
		featured: false,
		draft: false,
		attachments: [],
		formerAddresses: [],
		...fields,
		title: fields.title ?? writtenTitle(file, bytes),
		date: fields.date ?? now,
		author: fields.author ?? [],
		...pictureOf(file, bytes, fields.image),
		id,
		address: articleAddress(id),
		file,
		...text,
	};
}

export function unfinishedPage({
	slug,
	file,
	bytes,
}: {
	readonly slug: Slug;
	readonly file: string;
	readonly bytes: Buffer;
}): Page {
	const { fields, digest, bodyImages } = readText<Page>(file, "page", bytes);
	return {
		...fields,
		title: fields.title ?? writtenTitle(file, bytes),
		...pictureOf(file, bytes, fields.image),
		slug,
		address: pageAddress(slug),
		file,
		digest,
		bodyImages,
	};
}

/** The portal with a document in its future place. */
export function withArticle(portal: Portal, article: Article): Portal {
	const others = portal.articles.filter(({ id }) => id !== article.id);
	const isBefore = (one: Article) =>
		one.date < article.date || (one.date === article.date && one.id < article.id);
	const at = others.findIndex((one) => !isBefore(one));
	return { ...portal, articles: others.toSpliced(at === -1 ? others.length : at, 0, article) };
}

export function withPage(portal: Portal, page: Page): Portal {
	return { ...portal, pages: [...portal.pages.filter(({ slug }) => slug !== page.slug), page] };
}

function readText<Fields>(file: string, kind: "article" | "page", bytes: Buffer) {
	const { entry } = readEntryText(file, kind, bytes);
	const {
		sources = [],
		words = 0,
		opening,
		isPhotoStory,
		video,
	} = entry as { sources?: readonly string[]; words?: number; opening?: string } & StoryForm;
	return {
		fields: withoutGaps(entry.fields as Partial<Fields>),
		digest: entry.digest,
		bodyImages: sources,
		words,
		...(opening !== undefined && { opening }),
		...(isPhotoStory && { isPhotoStory }),
		...(video && { video }),
	};
}

/** Removes the invalid items from lists. */
function withoutGaps<Fields extends object>(fields: Fields): Fields {
	const entries = Object.entries(fields).map(([name, value]) => [
		name,
		Array.isArray(value) ? value.filter(() => true) : value,
	]);
	return Object.fromEntries(entries) as Fields;
}

/** Keeps a title that is still too short. */
function writtenTitle(file: string, bytes: Buffer): string {
	const title = readDocument(file, bytes).document?.fields.title;
	return typeof title === "string" ? title : "";
}

/** A picture without a description is shown all the same. */
function pictureOf(file: string, bytes: Buffer, image: Article["image"]): Pick<Article, "image"> {
	if (image) return { image };
	const written = readDocument(file, bytes).document?.fields.image;
	if (typeof written !== "object" || Array.isArray(written)) return {};
	const { src, alt, caption, credit } = written as YamlFields;
	if (typeof src !== "string") return {};
	return {
		image: {
			src,
			alt: typeof alt === "string" ? alt : "",
			...(typeof caption === "string" && { caption }),
			...(typeof credit === "string" && { credit }),
		},
	};
}
