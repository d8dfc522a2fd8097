import { firstDate } from "../../read-date.ts";
import { withoutUndefined } from "../without-undefined.ts";

/** The metadata in a page's head: JSON-LD, Open Graph, Dublin Core and older forms. */
export interface PageMetadata {
	/** The absolute address that the page states for itself. */
	readonly address?: string;
	readonly siteName?: string;
	readonly title?: string;
	/** The text of `<title>`, which often includes the site's name. */
	readonly documentTitle?: string;
	readonly description?: string;
	/** The stated time of publication. It is meant for machines, so it is trusted. */
	readonly published?: string;
	readonly updated?: string;
	/** A date that may belong to the page rather than to the article. */
	readonly pageDate?: string;
	readonly authors: readonly string[];
	readonly keywords: readonly string[];
	readonly sections: readonly string[];
	readonly picture?: string;
	/** The whole text, which some pages state for machines. */
	readonly text?: string;
	/** Whether the page calls itself an article. */
	readonly isArticle: boolean;
}

/** The most JSON-LD objects that are looked at, including nested ones. */
const maxObjects = 2000;
const maxJsonCharacters = 1_000_000;
const articleType = /(?:^|[/:])(?:News|Blog|Reportage|Analysis|Opinion)?(?:Article|Posting)$/;

/** Reads the metadata of a page. Empty or broken values are left out. */
export function readMetadata(document: Document): PageMetadata {
	const metas = metaElements(document);
	const meta = (...names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
	const article = jsonLdObjects(document).find((object) =>
		typesOf(object).some((type) => articleType.test(type)),
	);
	const data = (name: string) => textsOf(article?.[name]);
	const microdata = (name: string) => itemsOf(document, name);
	const first = (...lists: readonly (readonly string[])[]) => lists.flat().find((text) => text !== "");
	const optional = {
		address: first(
			[document.querySelector('link[rel="canonical"]')?.getAttribute("href")?.trim() ?? ""].filter(
				isWebAddress,
			),
			meta("og:url").filter(isWebAddress),
			[savedFrom(document)],
			data("url").filter(isWebAddress),
		),
		siteName: first(meta("og:site_name", "application-name"), textsOf(record(article?.publisher)?.name)),
		title: first(
			data("headline"),
			meta("og:title"),
			data("name"),
			meta("dc.title", "dcterms.title", "twitter:title"),
		),
		text: typeof article?.articleBody === "string" ? article.articleBody : undefined,
		documentTitle: first([plain(document.querySelector("title")?.textContent ?? "")]),
		description: first(
			data("description"),
			meta("og:description", "description", "dc.description", "dcterms.description", "twitter:description"),
		),
		published: firstDate(
			...data("datePublished"),
			...meta("article:published_time", "datepublished", "pubdate", "og:article:published_time"),
			...microdata("datePublished"),
		),
		updated: firstDate(
			...data("dateModified"),
			...meta("article:modified_time", "og:updated_time"),
			...microdata("dateModified"),
		),
		pageDate: firstDate(
			...meta(
				"dc.date",
				"dcterms.date",
				"dc.date.issued",
				"dcterms.issued",
				"dcterms.created",
				"date",
				"dc.created",
			),
		),
		picture: first(imagesOf(article), meta("og:image", "twitter:image")),
	};
	return {
		...withoutUndefined(optional),
		authors: unique([
			...namesOf(article?.author),
			...meta("author", "article:author", "dc.creator", "dcterms.creator"),
		]),
		keywords: unique(
			[
				...data("keywords"),
				...meta("article:tag"),
				...meta("news_keywords", "keywords", "dc.subject", "dcterms.subject"),
			].flatMap((text) => text.split(/[,;|]/).map(plain)),
		),
		sections: unique([...data("articleSection"), ...meta("article:section")]),
		isArticle: article !== undefined || meta("og:type").some((type) => type.toLowerCase() === "article"),
	};
}

function metaElements(document: Document): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const element of document.querySelectorAll("meta[content]")) {
		const name = (element.getAttribute("property") ?? element.getAttribute("name") ?? "").toLowerCase();
		const content = plain(element.getAttribute("content") ?? "");
		if (name === "" || content === "") continue;
		found.set(name, [...(found.get(name) ?? []), content]);
	}
	return found;
}

/** The address in the comment that browsers write at the top of a saved page. */
function savedFrom(document: Document): string {
	const walker = document.createTreeWalker(document, 128);
	for (let node = walker.nextNode(), seen = 0; node && seen < 20; node = walker.nextNode(), seen += 1) {
		const text = node.textContent ?? "";
		const match = /(?:saved from url=\(\d+\)|SingleFile[\s\S]{0,40}?url:\s*)(https?:\/\/\S+)/.exec(text);
		if (match?.[1]) return match[1];
		const mirrored = /Mirrored from (\S+?) by HTTrack/.exec(text)?.[1];
		if (mirrored) return `http://${mirrored}`;
	}
	return "";
}

type JsonObject = Readonly<Record<string, unknown>>;

function jsonLdObjects(document: Document): JsonObject[] {
	const objects: JsonObject[] = [];
	for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
		const text = script.textContent ?? "";
		if (text.length > maxJsonCharacters) continue;
		const waiting: unknown[] = [parseJson(text)];
		for (let next = waiting.shift(); waiting.length > 0 || next !== undefined; next = waiting.shift()) {
			if (Array.isArray(next)) waiting.push(...next.slice(0, maxObjects));
			const object = record(next);
			if (!object) continue;
			objects.push(object);
			if (objects.length >= maxObjects) return objects;
			waiting.push(...Object.values(object).filter((value) => typeof value === "object" && value !== null));
		}
	}
	return objects;
}

/**
 * Parses JSON. Where it fails, line breaks become spaces: old templates put raw ones into strings, which JSON forbids.
 */
function parseJson(text: string): unknown {
	const trimmed = text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, "");
	for (const attempt of [trimmed, trimmed.replace(/[\r\n\t]+/g, " ")]) {
		try {
			return JSON.parse(attempt);
		} catch {
			// Try the repaired text, or give up.
		}
	}
	return undefined;
}

function record(value: unknown): JsonObject | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as JsonObject)
		: undefined;
}

function typesOf(object: JsonObject): string[] {
	return textsOf(object["@type"]);
}

function textsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(textsOf);
	if (typeof value === "number") return [String(value)];
	const text = typeof value === "string" ? plain(value) : "";
	return text === "" ? [] : [text];
}

function namesOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(namesOf);
	return textsOf(record(value)?.name ?? value);
}

function imagesOf(article: JsonObject | undefined): string[] {
	const image = article?.image;
	const first = Array.isArray(image) ? image[0] : image;
	return textsOf(record(first)?.url ?? first);
}

function itemsOf(document: Document, name: string): string[] {
	return [...document.querySelectorAll(`[itemprop="${name}"]`)].flatMap((element) =>
		[element.getAttribute("content"), element.getAttribute("datetime"), element.textContent]
			.map((text) => plain(text ?? ""))
			.filter((text) => text !== "")
			.slice(0, 1),
	);
}

function isWebAddress(text: string): boolean {
	return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function plain(text: string): string {
	return text.replace(/[\s\u00A0]+/g, " ").trim();
}

function unique(texts: readonly string[]): string[] {
	return [...new Set(texts.filter((text) => text !== ""))];
}
