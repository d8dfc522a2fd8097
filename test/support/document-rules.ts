/**
 * Grammars of feeds and sitemaps. Atom follows RFC 4287 (schema in appendix B). Sitemaps follow the schemas of
 * sitemaps.org and of Google's image and news extensions. Two rules are stricter: an enclosure must have a length, and
 * elements that are not named here are not allowed.
 */
import type { XmlElement } from "./parse-xml.ts";

interface Rule {
	/** The allowed children, and how often each may occur. */
	readonly children?: Readonly<Record<string, readonly [least: number, most: number]>>;
	readonly text?: RegExp;
	/** Patterns of its attributes. A question mark makes an attribute optional. */
	readonly attributes?: Readonly<Record<string, RegExp>>;
	readonly also?: (element: XmlElement) => string | undefined;
}

export type Grammar = Readonly<Record<string, Rule>>;

const many = Number.POSITIVE_INFINITY;
const address = /^https?:\/\/[^\s/]+(?:\/\S*)?$/;
const moment =
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const dayOrMoment = new RegExp(`^\\d{4}-\\d{2}-\\d{2}$|${moment.source}`);
const something = /\S/;
const mediaType = /^[\w.+-]+\/[\w.+-]+$/;
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

const person: Rule = { children: { name: [1, 1], uri: [0, 1], email: [0, 1] } };

export const atomGrammar: Grammar = {
	feed: {
		attributes: { xmlns: /^http:\/\/www\.w3\.org\/2005\/Atom$/, "xml:lang": language },
		children: {
			author: [0, many],
			category: [0, many],
			contributor: [0, many],
			generator: [0, 1],
			icon: [0, 1],
			id: [1, 1],
			link: [1, many],
			logo: [0, 1],
			rights: [0, 1],
			subtitle: [0, 1],
			title: [1, 1],
			updated: [1, 1],
			entry: [0, many],
		},
		also(feed) {
			const links = named(feed, "link");
			if (links.filter(({ attributes }) => attributes.rel === "self").length !== 1)
				return "no link to itself";
			const entries = named(feed, "entry");
			const ids = entries.map((entry) => named(entry, "id")[0]?.text);
			if (new Set(ids).size !== ids.length) return "two entries with one id";
			const isSigned = named(feed, "author").length > 0;
			return isSigned || entries.every((entry) => named(entry, "author").length > 0)
				? twoAlternates(feed)
				: "an entry without an author";
		},
	},
	entry: {
		children: {
			author: [0, many],
			category: [0, many],
			content: [0, 1],
			contributor: [0, many],
			id: [1, 1],
			link: [0, many],
			published: [0, 1],
			rights: [0, 1],
			source: [0, 1],
			summary: [0, 1],
			title: [1, 1],
			updated: [1, 1],
		},
		also(entry) {
			const alternates = named(entry, "link").filter(({ attributes }) => attributes.rel === "alternate");
			if (named(entry, "content").length === 0 && alternates.length === 0)
				return "neither content nor alternate";
			return twoAlternates(entry);
		},
	},
	id: { text: address },
	title: { text: something },
	subtitle: { text: something },
	rights: { text: something },
	summary: { text: something },
	updated: { text: moment },
	published: { text: moment },
	logo: { text: address },
	icon: { text: address },
	author: person,
	contributor: person,
	name: { text: something },
	uri: { text: address },
	email: { text: /^[^@\s]+@[^@\s]+$/ },
	category: { attributes: { term: something, "scheme?": address, "label?": something } },
	link: {
		attributes: {
			href: address,
			rel: /^(?:alternate|enclosure|related|self|via)$/,
			"type?": mediaType,
			"hreflang?": language,
			"title?": something,
			"length?": /^[1-9]\d*$/,
		},
		also: ({ attributes: { rel, type, length } }) =>
			rel === "enclosure" && (type === undefined || length === undefined)
				? "an enclosure without type or length"
				: undefined,
	},
};

function named(element: XmlElement, name: string): XmlElement[] {
	return element.children.filter((child) => child.name === name);
}

function twoAlternates(element: XmlElement): string | undefined {
	const kinds = named(element, "link")
		.filter(({ attributes }) => attributes.rel === "alternate")
		.map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`);
	return new Set(kinds).size === kinds.length ? undefined : "two alternates of one type and language";
}

const loc: Rule = { text: /^https?:\/\/\S{5,2040}$/ };
const sitemapSpace = /^http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9$/;

export const sitemapGrammar: Grammar = {
	urlset: {
		attributes: {
			xmlns: sitemapSpace,
			"xmlns:image?": /^http:\/\/www\.google\.com\/schemas\/sitemap-image\/1\.1$/,
			"xmlns:news?": /^http:\/\/www\.google\.com\/schemas\/sitemap-news\/0\.9$/,
		},
		children: { url: [1, 50_000] },
	},
	url: {
		children: {
			loc: [1, 1],
			lastmod: [0, 1],
			changefreq: [0, 1],
			priority: [0, 1],
			"image:image": [0, 1000],
			"news:news": [0, 1],
		},
	},
	sitemapindex: { attributes: { xmlns: sitemapSpace }, children: { sitemap: [1, 50_000] } },
	sitemap: { children: { loc: [1, 1], lastmod: [0, 1] } },
	loc,
	lastmod: { text: dayOrMoment },
	changefreq: { text: /^(?:always|hourly|daily|weekly|monthly|yearly|never)$/ },
	priority: { text: /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/ },
	"image:image": { children: { "image:loc": [1, 1] } },
	"image:loc": loc,
	"news:news": {
		children: { "news:publication": [1, 1], "news:publication_date": [1, 1], "news:title": [1, 1] },
	},
	"news:publication": { children: { "news:name": [1, 1], "news:language": [1, 1] } },
	"news:name": { text: something },
	"news:language": { text: /^(?:[a-z]{2,3}|zh-cn|zh-tw)$/ },
	"news:publication_date": { text: dayOrMoment },
	"news:title": { text: something },
};

/** How a document breaks its grammar; empty if it is valid. */
export function faultsOf(element: XmlElement, grammar: Grammar): string[] {
	const { name, attributes, children, text } = element;
	const rule = grammar[name];
	if (!rule) return [`<${name}> is not known`];
	const faults: string[] = [];
	const known = Object.entries(rule.attributes ?? {});
	for (const [key, pattern] of known) {
		const value = attributes[key.replace("?", "")];
		if (value === undefined ? !key.endsWith("?") : !pattern.test(value))
			faults.push(`${name} ${key}: ${value}`);
	}
	for (const key of Object.keys(attributes))
		if (!known.some(([own]) => own.replace("?", "") === key)) faults.push(`${name} ${key} is not known`);
	const allowed = rule.children ?? {};
	for (const [child, [least, most]] of Object.entries(allowed)) {
		const count = children.filter((one) => one.name === child).length;
		if (count < least || count > most) faults.push(`<${name}> has ${count} <${child}>`);
	}
	for (const child of children)
		if (!(child.name in allowed)) faults.push(`<${child.name}> stands in <${name}>`);
	if (rule.text ? !rule.text.test(text) : text.trim() !== "")
		faults.push(`<${name}> says “${text.slice(0, 60)}”`);
	const also = rule.also?.(element);
	if (also) faults.push(`<${name}>: ${also}`);
	return [...faults, ...children.flatMap((child) => faultsOf(child, grammar))];
}
