import { basename } from "node:path";
import { escapeHtml } from "../escape-html.ts";
import { firstDate } from "../read-date.ts";
import type {
	ImportedArticle,
	ImportedFile,
	Source,
	SourceForm,
	SourceOptions,
	UnreadableItem,
} from "../source.ts";
import { SourceError } from "../source.ts";
import { type MediaLibrary, openMedia } from "./media/media-library.ts";
import { checkMarkup } from "./pages/parse-page.ts";
import { picturesIn } from "./referenced-files.ts";
import { strings } from "./xml/strings.ts";
import { childrenOf, childText, innerHtml, textOf, type XmlElement } from "./xml/xml-element.ts";
import { type XmlItem, xmlItems, xmlText } from "./xml/xml-items.ts";

/** RSS (0.9 to 2.0) and Atom, as a reader or a crawler saved them. */
export const feed: SourceForm = {
	name: "feed",
	summary: strings.forms.feed,
	recognises: ({ head }) => {
		const text = head.toString("utf8", 0, 4096);
		if (/<(?:\w+:)?feed[^>]+xmlns(?::\w+)?=["']http:\/\/www\.w3\.org\/2005\/Atom/.test(text)) return 0.9;
		return /<rss[\s>]/.test(text) || /<rdf:RDF[\s>]/.test(text) ? 0.9 : 0;
	},
	open: feedSource,
};

/** Elements with an item's whole text; `a10` is how .NET abbreviates Atom. */
const fullTexts = ["content:encoded", "content", "atom:content", "a10:content"] as const;

/** An item that has only a description, shorter than this, is reported as a possible summary. */
const longestSummary = 600;

function feedSource(path: string, options: SourceOptions): Source {
	return {
		name: basename(path),
		async *articles() {
			const media = options.media === undefined ? undefined : await openMedia(options.media);
			let position = 0;
			for await (const item of xmlItems(xmlText(path), ["item", "entry", "atom:entry"])) {
				const read = readItem(item, options, media);
				if (!read) continue;
				position += 1;
				yield { position, ...read };
			}
		},
	};
}

function readItem(
	item: XmlItem,
	options: SourceOptions,
	media: MediaLibrary | undefined,
): Omit<ImportedArticle, "position"> | Omit<UnreadableItem, "position"> | undefined {
	if ("broken" in item) return { unreadable: item.broken };
	const entry = withoutPrefix(item.element);
	const kind = bloggerKind(entry);
	if (bloggerSettings.has(kind)) return undefined;
	const id = childText(entry, "id") ?? "";
	if (kind === "comment") return { id, unreadable: strings.bloggerComment };
	if (kind === "page") return { id, unreadable: strings.fixedPage };
	const status = childText(entry, "blogger:status");
	if (status === "SOFT_TRASHED") return { id, unreadable: strings.trashed };
	const isDraft = status === "DRAFT" || isMarkedDraft(entry);
	try {
		const article = { ...readEntry(entry, options, media), ...(isDraft ? { isDraft } : {}) };
		return item.repaired.length > 0 ? { ...article, repaired: item.repaired } : article;
	} catch (error) {
		if (error instanceof SourceError) return { unreadable: error.message };
		throw error;
	}
}

/** Atom's elements may have a prefix, which must not hide them. */
function withoutPrefix(entry: XmlElement): XmlElement {
	if (!entry.name.startsWith("atom:")) return entry;
	const name = entry.name.slice("atom:".length);
	const content = entry.content.map((each) => (typeof each === "string" ? each : withoutPrefix(each)));
	return { ...entry, name, content };
}

const bloggerScheme = "http://schemas.google.com/g/2005#kind";
const bloggerSettings: ReadonlySet<string> = new Set(["settings", "template"]);

/**
 * What an entry of a Blogger export is: `post`, `page`, `comment`, `settings` or `template`. Empty for other feeds. Its
 * older form says so in a category, its newer one in an element.
 */
function bloggerKind(entry: XmlElement): string {
	const category = childrenOf(entry, "category").find(
		({ attributes }) => attributes.scheme === bloggerScheme,
	);
	const kind = category?.attributes.term?.replace(/^.*#/, "") ?? childText(entry, "blogger:type") ?? "";
	return kind.toLowerCase();
}

/** RFC 5023, 13.1.1. */
function isMarkedDraft(entry: XmlElement): boolean {
	const [control] = childrenOf(entry, "app:control");
	return control !== undefined && childText(control, "app:draft") === "yes";
}

/** @throws {SourceError} where its HTML is too large or too deeply nested to be a page */
function readEntry(
	entry: XmlElement,
	{ fetch }: SourceOptions,
	media: MediaLibrary | undefined,
): Omit<ImportedArticle, "position"> {
	const link = linkOf(entry) ?? childText(entry, "blogger:filename");
	const id = childText(entry, "guid", "id") ?? link;
	const dateIn = (...names: readonly string[]) => firstDate(...names.map((name) => childText(entry, name)));
	const date = dateIn("pubDate", "published", "dc:date", "issued", "updated");
	const updated = dateIn("updated", "modified", "atom:updated", "a10:updated");
	const content = contentOf(entry, ...fullTexts);
	const summary = contentOf(entry, "description", "summary");
	const lead = content !== undefined && summary !== undefined ? plain(summary) : undefined;
	const html = content ?? summary ?? "";
	checkMarkup(html);
	const authors = authorsOf(entry);
	// In Atom, the element holds a whole feed.
	const source = entry.name === "item" ? childText(entry, "source") : undefined;
	const categories = childrenOf(entry, "category")
		.filter(({ attributes }) => attributes.scheme !== bloggerScheme)
		.map((each) => each.attributes.label ?? each.attributes.term ?? textOf(each).trim());
	const files = filesOf(entry, [content, summary], fetch, media);
	const isShort = content === undefined && plain(html).length < longestSummary;
	return {
		...(id === undefined ? {} : { id }),
		title: plain(contentOf(entry, "title") ?? ""),
		...(lead === undefined || lead === "" ? {} : { lead }),
		body: { html },
		...(date === undefined ? {} : { date }),
		...(updated === undefined || updated === date ? {} : { updated }),
		...(authors.length > 0 ? { authors } : {}),
		...(source === undefined ? {} : { source }),
		...(link === undefined ? {} : { formerAddresses: [link] }),
		...(categories.some((name) => name !== "")
			? { categories: categories.filter((name) => name !== "") }
			: {}),
		...(files.length > 0 ? { files } : {}),
		...(isShort ? { doubts: [{ detail: strings.summaryOnly, confidence: 0.4 }] } : {}),
	};
}

function linkOf(entry: XmlElement): string | undefined {
	const links = childrenOf(entry, "link");
	const alternate = links.find(({ attributes }) => (attributes.rel ?? "alternate") === "alternate");
	const href = alternate?.attributes.href ?? (alternate ? textOf(alternate).trim() : undefined);
	return href === undefined || href === "" ? undefined : href;
}

/** The HTML of an element. In RSS the text is always HTML; in Atom the `type` attribute tells. */
function contentOf(entry: XmlElement, ...names: readonly string[]): string | undefined {
	for (const name of names) {
		const [element] = childrenOf(entry, name);
		if (!element) continue;
		const type = element.attributes.type;
		const isText = type === "text" || (type === undefined && entry.name === "entry");
		const html =
			type === "xhtml" ? innerHtml(element) : isText ? escapeHtml(textOf(element)) : textOf(element);
		if (html.trim() !== "") return html.trim();
	}
	return undefined;
}

/** In RSS, an author is a mail address with the name in brackets. */
function authorsOf(entry: XmlElement): string[] {
	const named = childrenOf(entry, "author").map(
		(author) => childText(author, "name") ?? textOf(author).trim(),
	);
	const creators = childrenOf(entry, "dc:creator").map((creator) => textOf(creator).trim());
	return [...creators, ...named]
		.map((name) => /^[^\s@]+@[^\s@(]+\s*\((.+)\)$/.exec(name)?.[1] ?? name)
		.filter((name, index, all) => name !== "" && !name.includes("@") && all.indexOf(name) === index);
}

function filesOf(
	entry: XmlElement,
	texts: readonly (string | undefined)[],
	fetch: SourceOptions["fetch"],
	media: MediaLibrary | undefined,
): ImportedFile[] {
	const enclosures = [
		...childrenOf(entry, "enclosure"),
		...childrenOf(entry, "media:content"),
		...childrenOf(entry, "link").filter(({ attributes }) => attributes.rel === "enclosure"),
	].map(({ attributes }) => attributes.url ?? attributes.href ?? "");
	return [...new Set([...enclosures, ...texts.flatMap((html) => picturesIn(html ?? ""))])]
		.filter((reference) => reference !== "" && !reference.startsWith("data:"))
		.map((reference) => {
			const found = media?.find(reference);
			const read = found ?? (fetch && /^https?:/i.test(reference) ? () => fetch(reference) : undefined);
			return { reference, ...(read === undefined ? {} : { read }) };
		});
}

function plain(html: string): string {
	return html
		.replace(/<[^<>]*>/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}
