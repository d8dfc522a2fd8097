import { renderMarkdown } from "../src/content/markdown/render-markdown.ts";
import { shownValues, type Values } from "../src/editor/forms/index.ts";
import {
	articleAddress,
	authorAddress,
	committeeAddress,
	provinceAddress,
	tagAddress,
} from "../src/model/addresses.ts";
import { articleSchema } from "../src/model/article.ts";
import { asWritten } from "../src/model/as-written.ts";
import type { IsoDateTime, Slug, UrlPath } from "../src/model/ids.ts";
import { asArticleId, isArticleId, isSlug } from "../src/model/ids.ts";
import { provinces } from "../src/model/provinces.ts";
import type { ArticleView, AttachmentView, FigureView, LinkView } from "../src/site/views.ts";
import { countWords, readingMinutes, slugify } from "../src/text/index.ts";

/** What the preview knows beside the form's values. */
export interface PreviewContext {
	/** Names by id; an id that is not there is shown itself. */
	readonly authors: ReadonlyMap<string, string>;
	readonly committees: ReadonlyMap<string, string>;
	/** Where the browser finds a picture that the article names. */
	pictureAddress(path: string): string;
	/** For an article without a date. */
	readonly now: IsoDateTime;
}

/** Stands in for the sizes that the build measures; the style sheet takes the picture's own when it has loaded. */
const unknownSize = { width: 1600, height: 1000, variants: [] } as const;

const pictureInMarkdown = /!\[(?:\\.|[^\]\\])*\]\(\s*<?([^\s)>]+)/g;

/** A form's values as the site's own article page takes them; whatever is not filled in yet is left out. */
export function articleView(
	values: Values,
	context: PreviewContext,
): { view: ArticleView; bodyHtml: string } {
	const body = text(values.body);
	const view: ArticleView = {
		...asWritten("article", { title: "", date: context.now, ...shownValues(articleSchema, values) }),
		...optional("picture", figure(group(values.image), context)),
		shareImage: { src: "/" as UrlPath, width: 0, height: 0, alt: "" },
		authors: texts(values.author).map((id) => link(id, context.authors.get(id) ?? id, authorAddress)),
		tags: texts(values.tags).map((label) => link(slugify(label), label, tagAddress)),
		...optional("committee", committee(text(values.committee), context)),
		...optional("province", province(text(values.province))),
		attachments: groups(values.attachments).map(attachment),
		related: [],
		newer: [],
		older: [],
		readingMinutes: readingMinutes(countWords(body)),
		body: { file: "", digest: "", pictures: {} },
	};
	const paths = [...body.matchAll(pictureInMarkdown)].map((match) => match[1] ?? "");
	const pictures = Object.fromEntries(
		paths.map((path) => [path, { ...unknownSize, src: context.pictureAddress(path) }]),
	);
	return { view, bodyHtml: renderMarkdown(body, { pictures }) };
}

/** The address that the article will have, or the home page's while that is unknown. */
export function previewAddress(slug: string): UrlPath {
	return isArticleId(slug) ? articleAddress(asArticleId(slug)) : ("/" as UrlPath);
}

function figure({ src, alt, caption, credit }: Values, context: PreviewContext): FigureView | undefined {
	if (!text(src)) return undefined;
	return {
		...unknownSize,
		src: context.pictureAddress(text(src)) as UrlPath,
		alt: text(alt),
		...optional("caption", text(caption)),
		...optional("credit", text(credit)),
	};
}

function committee(id: string, { committees }: PreviewContext): LinkView | undefined {
	return id ? link(id, committees.get(id) ?? id, committeeAddress) : undefined;
}

function province(slug: string): LinkView | undefined {
	const unit = isSlug(slug) ? provinces.withSlug(slug).at(-1) : undefined;
	return unit && link(slug, unit.name, provinceAddress);
}

function attachment({ file, title }: Values): AttachmentView {
	const format = text(file).split(".").at(-1)?.toUpperCase() ?? "";
	return { title: text(title), address: "/" as UrlPath, size: 0, format };
}

function link(id: string, label: string, address: (slug: Slug) => UrlPath): LinkView {
	return { label, address: isSlug(id) ? address(id) : ("/" as UrlPath) };
}

function text(value: unknown): string {
	return typeof value === "string" ? value.normalize("NFC").trim() : "";
}

function texts(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).map(text).filter(Boolean);
}

function group(value: unknown): Values {
	return typeof value === "object" && value !== null ? (value as Values) : {};
}

function groups(value: unknown): Values[] {
	return Array.isArray(value) ? value.map(group) : [];
}

/** Nothing where the value is empty, so that the view simply lacks it. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [name in Key]?: Value } {
	return (value ? { [key]: value } : {}) as { [name in Key]?: Value };
}
