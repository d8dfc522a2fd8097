import { renderMarkdown } from "../content/index.ts";
import { markupDigest } from "../disk/digest.ts";
import type { Comment } from "../model/comment.ts";
import { isIsoDay, startOf, toIsoDateTime } from "../model/ids.ts";
import { slugify } from "../text/index.ts";
import { addressOf } from "./json-lines.ts";
import type { ExportedArticle } from "./read-articles.ts";
import type { ExportedRecord } from "./read-records.ts";

/** The portal, as a WordPress export names it. */
export interface ExportedSite {
	readonly name: string;
	readonly description: string;
	/** Without a slash at the end. */
	readonly url: string;
}

/** The beginning of a WordPress export (WXR 1.2). */
export function wxrHead({ name, description, url }: ExportedSite): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${text(name)}</title>
<link>${text(url)}</link>
<description>${text(description)}</description>
<language>vi</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${text(url)}</wp:base_site_url>
<wp:base_blog_url>${text(url)}</wp:base_blog_url>
`;
}

/** WordPress's own limit. */
const longestPostType = 20;

export const wxrTail = "</channel>\n</rss>\n";

/**
 * An article as items of a WordPress export: the post, its pictures and attachments. Pictures are named by their place
 * in the content folder below the portal's address; the export puts them into a folder to be served from there. A meta
 * field holds the front matter and the Markdown, so that this project can take the article back as it was – unless the
 * text was changed meanwhile, which a digest of it tells.
 *
 * @param number of the post; its files get the numbers after it
 */
export function wxrItems(article: ExportedArticle, { url }: ExportedSite, number: number): string {
	const { id, fields, body, authors, files, comments } = article;
	const addresses = new Map(files.map(({ reference, path }) => [reference, `${url}/${encodeURI(path)}`]));
	const pictures = Object.fromEntries(
		[...addresses].map(([reference, src]) => [reference, { src, width: 0, height: 0, variants: [] }]),
	);
	const html = renderMarkdown(body, { pictures }).replaceAll(' width="0" height="0"', "");
	const lead = files.findIndex(({ isLead }) => isLead);
	const slug = id.slice("yyyy/mm/dd-".length);
	const tags = Array.isArray(fields.tags) ? fields.tags.map(String) : [];
	const committee = typeof fields.committee === "string" ? [fields.committee] : [];
	const own = JSON.stringify({
		id,
		fields,
		authors,
		body,
		html: markupDigest(html),
		files: files.map(({ reference, path }) => ({ reference, address: addresses.get(reference), path })),
		...(comments.length > 0 && { comments }),
	});
	const post = [
		element("title", String(fields.title ?? "")),
		element("link", addressOf(id, url)),
		element("guid", addressOf(id, url)),
		element("dc:creator", authors[0]?.name ?? ""),
		element("content:encoded", html),
		element("excerpt:encoded", typeof fields.summary === "string" ? fields.summary : ""),
		element("wp:post_id", String(number)),
		...moments(String(fields.date ?? ""), "wp:post_date"),
		...moments(String(fields.updated ?? fields.date ?? ""), "wp:post_modified"),
		element("wp:post_name", slug),
		element("wp:status", fields.draft === true ? "draft" : "publish"),
		element("wp:post_type", "post"),
		...committee.map((name) => term("category", name)),
		...tags.map((name) => term("post_tag", name)),
		...(lead === -1 ? [] : [meta("_thumbnail_id", String(number + 1 + lead))]),
		meta("_tintinh", own),
		...comments.map((comment, index) => commentElement(comment, index + 1)),
	];
	const attached = files.map(({ reference, path, isLead }, index) =>
		item([
			element("title", path.slice(path.lastIndexOf("/") + 1)),
			element("excerpt:encoded", isLead ? captionOf(fields) : ""),
			element("wp:post_id", String(number + 1 + index)),
			element("wp:post_parent", String(number)),
			element("wp:status", "inherit"),
			element("wp:post_type", "attachment"),
			element("wp:attachment_url", addresses.get(reference) ?? ""),
		]),
	);
	return [item(post), ...attached].join("");
}

/**
 * A record as an item of a WordPress export. WordPress has no such kind of post and passes over it; this project takes
 * it back from the meta field.
 */
export function wxrRecord(record: ExportedRecord, { url }: ExportedSite, number: number): string {
	const { collection, id, title, fields } = record;
	const files = record.files.map(({ reference, path }) => ({
		reference,
		address: `${url}/${encodeURI(path)}`,
		path,
	}));
	return item([
		element("title", title),
		element("wp:post_id", String(number)),
		element("wp:post_name", id),
		element("wp:status", "publish"),
		element("wp:post_type", `tintinh-${collection}`.slice(0, longestPostType)),
		meta("_tintinh_record", JSON.stringify({ collection, id, fields, files })),
	]);
}

function captionOf({ image }: ExportedArticle["fields"]): string {
	const { caption = "" } = (image as { caption?: unknown } | undefined) ?? {};
	return String(caption);
}

/** A moment, or the beginning of a day, in local time and in UTC; nothing for any other text. */
function moments(text: string, name: string): string[] {
	const moment = isIsoDay(text) ? startOf(text) : toIsoDateTime(text);
	if (!moment) return [];
	const written = (iso: string) => iso.slice(0, 19).replace("T", " ");
	return [element(name, written(moment)), element(`${name}_gmt`, written(new Date(moment).toISOString()))];
}

function commentElement({ date, name, text: words }: Comment, number: number): string {
	const parts = [
		element("wp:comment_id", String(number)),
		element("wp:comment_author", name),
		...moments(date, "wp:comment_date"),
		element("wp:comment_content", words),
		element("wp:comment_approved", "1"),
		element("wp:comment_parent", "0"),
	];
	return `<wp:comment>\n${parts.join("")}</wp:comment>\n`;
}

function term(domain: string, name: string): string {
	return `<category domain="${domain}" nicename="${slugify(name)}">${cdata(name)}</category>\n`;
}

function meta(key: string, value: string): string {
	return `<wp:postmeta>\n${element("wp:meta_key", key)}${element("wp:meta_value", value)}</wp:postmeta>\n`;
}

function item(elements: readonly string[]): string {
	return `<item>\n${elements.join("")}</item>\n`;
}

function element(name: string, value: string): string {
	return `<${name}>${cdata(value)}</${name}>\n`;
}

// Characters that XML cannot hold at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function cdata(value: string): string {
	return `<![CDATA[${value.replace(forbidden, "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function text(value: string): string {
	return value.replace(forbidden, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
