import { z } from "zod";
import { markupDigest } from "../../../disk/digest.ts";
import { decodePercentSigns } from "../../../text/index.ts";
import { readCount } from "../../read-count.ts";
import { firstDate } from "../../read-date.ts";
import type { Doubt, ImportedArticle, ImportedFile, ImportedRecord } from "../../source.ts";
import type { MediaLibrary } from "../media/media-library.ts";
import { readOwnExport, readOwnRecord } from "../own-export.ts";
import { parsePage } from "../pages/parse-page.ts";
import { strings } from "../xml/strings.ts";
import { childrenOf, childText, textOf, type XmlElement } from "../xml/xml-element.ts";
import { expandShortcodes, type GalleryPicture, remarksOn } from "./shortcodes.ts";

/** What an export says apart from posts: authors, and pictures by number. */
export interface WordPressSite {
	/** Display names by login name. */
	readonly authors: ReadonlyMap<string, string>;
	readonly attachments: ReadonlyMap<string, GalleryPicture>;
	readonly media?: MediaLibrary;
	readonly fetch?: (address: string) => Promise<Uint8Array>;
}

/** The result of reading an item; undefined for kinds that never were a page. */
export type PostReading =
	| { readonly article: Omit<ImportedArticle, "position"> }
	| { readonly id: string; readonly unreadable: string }
	| undefined;

const unseen =
	/^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*)$/;
const noCategory = /^(?:uncategorized|chưa phân loại|chua-phan-loai|không phân loại)$/i;
const systemAccount = /^(?:admin\w*|quản trị.*|root|webmaster)$/i;
/** Meta fields in which themes and plug-ins count views. */
const viewsField =
	/^_?(?:(?:wpb|penci|tie|bunyad)_)?(?:post_|entry_)?views?(?:_count)?$|^_?(?:so_)?luot_(?:xem|doc)$/;
const attachment = /\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|odp|zip|rar|7z|mp3|mp4)(?:[?#].*)?$/i;

/** Reads one `<item>` of a WordPress export. */
export function readPost(item: XmlElement, site: WordPressSite): PostReading {
	const type = childText(item, "wp:post_type") ?? "post";
	const status = childText(item, "wp:status") ?? "publish";
	const number = childText(item, "wp:post_id");
	const id = number ?? childText(item, "guid") ?? childText(item, "link") ?? "";
	if (unseen.test(type) || status === "auto-draft" || status === "inherit") return undefined;
	if (type === "page") return { id, unreadable: strings.fixedPage };
	if (type !== "post" && childText(item, "content:encoded") === undefined)
		return { id, unreadable: strings.otherType(type) };
	if (status === "trash") return { id, unreadable: strings.trashed };

	const doubts: Doubt[] = [];
	const isPrivate = status === "private" || childText(item, "wp:post_password") !== undefined;
	if (isPrivate) doubts.push({ detail: strings.isPrivate, confidence: 0.5 });
	const expanded = expandShortcodes(childText(item, "content:encoded") ?? "", (each) =>
		site.attachments.get(each),
	);
	const html = expanded.html + footnotesOf(item);
	for (const detail of remarksOn(expanded)) doubts.push({ detail, confidence: 0.3 });

	const lead = childText(item, "excerpt:encoded");
	const date = firstDate(dateOf(item, "wp:post_date"), childText(item, "pubDate"));
	const updated = dateOf(item, "wp:post_modified");
	const authors = authorsOf(item, site);
	const addresses = [childText(item, "link"), number === undefined ? undefined : `/?p=${number}`];
	const formerAddresses = addresses.filter((each) => each !== undefined);
	const categories = termsOf(item, "category").filter((name) => !noCategory.test(name));
	const tags = termsOf(item, "post_tag");
	const files = filesOf(html, item, site);
	return {
		article: {
			id,
			title: childText(item, "title") ?? "",
			...slugOf(item),
			...(lead === undefined ? {} : { lead: withoutTags(lead) }),
			body: { html },
			...(date === undefined ? {} : { date }),
			...(updated === undefined || updated === date ? {} : { updated }),
			...(authors.length > 0 ? { authors } : {}),
			...(formerAddresses.length > 0 ? { formerAddresses } : {}),
			...(categories.length > 0 ? { categories } : {}),
			...(tags.length > 0 ? { tags } : {}),
			...(files.length > 0 ? { files } : {}),
			...(isPrivate || status === "draft" || status === "pending" ? { isDraft: true } : {}),
			...(doubts.length > 0 ? { doubts } : {}),
			...viewsOf(item),
			...unusedOf(item),
			...ownOf(item, site),
		},
	};
}

/**
 * The data that an export of this project adds. Its Markdown is used if the post's HTML is still the one made from it.
 * The article's own address does not count as a former one.
 */
function ownOf(item: XmlElement, site: WordPressSite): Partial<ImportedArticle> {
	const written = metaOf(item, "_tintinh");
	if (written === undefined) return {};
	try {
		const value = ownMetaSchema.parse(JSON.parse(written));
		const isUntouched = value.html === markupDigest(childText(item, "content:encoded") ?? "");
		const addresses = new Map(value.files.map(({ path, address }) => [path, address]));
		const files = value.files.map(({ reference, address, path }) => ({
			reference: isUntouched ? reference : address,
			path,
		}));
		const own = readOwnExport({ ...value, files }, (_, path) => readerOf(addresses.get(path) ?? "", site));
		if (!own) return {};
		const body = isUntouched ? { body: { markdown: value.body } } : {};
		return { ...own, ...body, categories: [], tags: [], formerAddresses: [], unused: [] };
	} catch {
		return {};
	}
}

/** A record that an export of this project adds. */
export function readRecord(
	item: XmlElement,
	site: WordPressSite,
): Omit<ImportedRecord, "position"> | undefined {
	const written = metaOf(item, "_tintinh_record");
	if (written === undefined) return undefined;
	try {
		const value = ownRecordSchema.parse(JSON.parse(written));
		const addresses = new Map(value.files.map(({ path, address }) => [path, address]));
		return readOwnRecord(value, (_, path) => readerOf(addresses.get(path) ?? "", site));
	} catch {
		return undefined;
	}
}

const ownRecordSchema = z.looseObject({
	files: z.array(z.object({ reference: z.string(), address: z.string(), path: z.string() })),
});

const ownMetaSchema = z.looseObject({
	body: z.string(),
	html: z.string(),
	files: z.array(z.object({ reference: z.string(), address: z.string(), path: z.string() })),
});

/** The UTC time of a field, otherwise the site's local time: drafts have zeros for UTC. */
function dateOf(item: XmlElement, name: string): string | undefined {
	const utc = firstDate(childText(item, `${name}_gmt`));
	return utc === undefined ? firstDate(childText(item, name)) : `${utc.replace(" ", "T")}Z`;
}

function slugOf(item: XmlElement): { slug?: string } {
	const name = childText(item, "wp:post_name");
	return name === undefined ? {} : { slug: decodePercentSigns(name) };
}

function authorsOf(item: XmlElement, { authors }: WordPressSite): string[] {
	return childrenOf(item, "dc:creator")
		.map((creator) => textOf(creator).trim())
		.map((login) => authors.get(login) ?? login)
		.filter((name) => name !== "" && !systemAccount.test(name));
}

function termsOf(item: XmlElement, domain: string): string[] {
	const terms = childrenOf(item, "category").filter(({ attributes }) => attributes.domain === domain);
	return [...new Set(terms.map((term) => textOf(term).trim()).filter((name) => name !== ""))];
}

/** The pictures and attachments of the text, and the post's thumbnail. */
function filesOf(html: string, item: XmlElement, site: WordPressSite): ImportedFile[] {
	const { document } = parseFragment(html);
	const files = new Map<string, ImportedFile>();
	const add = (reference: string, more: Omit<ImportedFile, "reference" | "read">) => {
		const present = files.get(reference);
		const read = present?.read ?? readerOf(reference, site);
		files.set(reference, { ...present, reference, ...more, ...(read === undefined ? {} : { read }) });
	};
	for (const image of document?.querySelectorAll("img[src]") ?? []) {
		const alt = image.getAttribute("alt")?.trim();
		const caption = image
			.closest("figure")
			?.querySelector("figcaption")
			?.textContent?.replace(/\s+/g, " ")
			.trim();
		add(image.getAttribute("src") ?? "", { ...(alt ? { alt } : {}), ...(caption ? { caption } : {}) });
	}
	for (const link of document?.querySelectorAll("a[href]") ?? []) {
		const reference = link.getAttribute("href") ?? "";
		const title = link.textContent?.replace(/\s+/g, " ").trim();
		if (attachment.test(reference)) add(reference, title ? { title } : {});
	}
	const thumbnail = site.attachments.get(metaOf(item, "_thumbnail_id") ?? "");
	if (thumbnail) {
		const { address, caption, alt } = thumbnail;
		add(address, {
			isLead: true,
			...(caption === undefined ? {} : { caption }),
			...(alt === undefined ? {} : { alt }),
		});
	}
	return [...files.values()].filter(({ reference }) => reference !== "" && !reference.startsWith("data:"));
}

function readerOf(
	reference: string,
	{ media, fetch }: WordPressSite,
): (() => Promise<Uint8Array>) | undefined {
	const found = media?.find(reference);
	if (found || !fetch || !/^https?:\/\//i.test(reference)) return found;
	return () => fetch(reference);
}

function parseFragment(html: string): { readonly document?: Document } {
	return html.includes("<") ? { document: parsePage(`<body>${html}</body>`) } : {};
}

const footnotesSchema = z.array(z.looseObject({ content: z.string() }));

/** The block editor keeps the texts of a post's footnotes apart from it. */
function footnotesOf(item: XmlElement): string {
	try {
		const notes = footnotesSchema.parse(JSON.parse(metaOf(item, "footnotes") ?? "[]"));
		return notes.map(({ content }, index) => `<p>(${index + 1}) ${content}</p>`).join("");
	} catch {
		return "";
	}
}

/** The value of a post's meta field. */
export function metaOf(item: XmlElement, key: string): string | undefined {
	const meta = childrenOf(item, "wp:postmeta").find((each) => childText(each, "wp:meta_key") === key);
	return meta && childText(meta, "wp:meta_value");
}

/** The largest of several counters: a plug-in installed later starts again at zero. */
function viewsOf(item: XmlElement): { views?: number } {
	const views = childrenOf(item, "wp:postmeta")
		.filter((meta) => viewsField.test(childText(meta, "wp:meta_key") ?? ""))
		.map((meta) => readCount(childText(meta, "wp:meta_value") ?? "") ?? 0)
		.reduce((most, count) => Math.max(most, count), 0);
	return views > 0 ? { views } : {};
}

/** What is not imported: comments, and meta fields of plug-ins. */
function unusedOf(item: XmlElement): { unused?: string[] } {
	const keys = childrenOf(item, "wp:postmeta").map((each) => childText(each, "wp:meta_key") ?? "");
	const unused = keys.filter(
		(key) =>
			key !== "" &&
			!viewsField.test(key) &&
			key !== "footnotes" &&
			!/^_(?:thumbnail_id|edit_|wp_|pingme|encloseme|oembed)/.test(key),
	);
	if (childrenOf(item, "wp:comment").length > 0) unused.push("wp:comment");
	return unused.length > 0 ? { unused: [...new Set(unused)] } : {};
}

function withoutTags(text: string): string {
	return text
		.replace(/<br\s*\/?>/gi, "\n")
		.replace(/<\/?[a-z][^<>]*>/gi, "")
		.trim();
}
