import { escapeHtml } from "../../escape-html.ts";

/** A Markdown text in which the generator's shortcodes have been replaced. */
export interface PlainMarkdown {
	readonly markdown: string;
	/** Names of the shortcodes that are unknown and stay as text. */
	readonly unknown: readonly string[];
}

/** The syntax of one family of shortcodes. */
interface Brackets {
	readonly begin: RegExp;
	readonly signs: RegExp;
	readonly end: RegExp;
	/** What may precede the end without being a parameter, such as "/". */
	readonly closing: RegExp;
}

const hugo: Brackets = {
	begin: /\{\{[<%]\s*(?:(\/)\s*)?([\w./-]+)(?=[\s>%/"`])/g,
	signs: /\\.|["`]|[>%]\}\}/gs,
	end: /[>%]\}\}/g,
	closing: /\s\/\s?$/,
};
const liquid: Brackets = {
	begin: /\{%-?\s*()(\w+)(?=[\s%"'-])/g,
	signs: /\\.|["']|%\}/gs,
	end: /%\}/g,
	closing: /-$/,
};
/** The longest shortcode that is looked for; a longer text between brackets is left alone. */
const longestShortcode = 4000;
const parameter = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g;
/** Paired shortcodes around text. They are removed; the text between them stays. */
const frames = new Set(
	"highlight endhighlight raw endraw codeblock endcodeblock blockquote endblockquote quote endquote cq endcq pullquote endpullquote notice note alert center raw_html details comment endcomment capture endcapture if endif else".split(
		" ",
	),
);

/**
 * Replaces figures and videos of Hugo, Jekyll and Hexo by HTML and removes wrappers around text. Everything else stays
 * unchanged.
 */
export function replaceShortcodes(text: string): PlainMarkdown {
	const unknown = new Set<string>();
	const replace: Replace = (whole, name, rest, isClosing) => {
		const parameters = parametersOf(rest);
		const html = isClosing ? undefined : htmlOf(name.toLowerCase(), parameters);
		if (html !== undefined) return html;
		if (isClosing || frames.has(name.toLowerCase())) return "";
		unknown.add(name);
		return whole;
	};
	const addressed = text
		.replace(/<!--\s*more\s*-->/gi, "")
		.replace(/\{\{\s*(?:site\.(?:baseurl|url)|page\.root)\s*\}\}/g, "")
		.replace(/\{\{-?\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url)\s*-?\}\}/g, "$1")
		.replace(/\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s>%]+)"?\s*[>%]\}\}/g, "$1");
	const markdown = replaceEach(replaceEach(addressed, hugo, replace), liquid, replace);
	return { markdown, unknown: [...unknown] };
}

type Replace = (whole: string, name: string, rest: string, isClosing: boolean) => string;

/** Replaces every shortcode in a text. What only looks like the beginning of one stays. */
function replaceEach(text: string, { begin, signs, end, closing }: Brackets, replace: Replace): string {
	const parts: string[] = [];
	const ends = text.matchAll(end);
	let nextEnd = -1;
	let done = 0;
	for (const match of text.matchAll(begin)) {
		if (match.index < done) continue;
		const [head, slash = "", name = ""] = match;
		const from = match.index + head.length;
		while (nextEnd < from) nextEnd = ends.next().value?.index ?? Number.POSITIVE_INFINITY;
		if (nextEnd >= from + longestShortcode) continue;
		const part = text.slice(from, from + longestShortcode);
		const found = endIn(part, signs);
		if (!found) continue;
		const whole = head + part.slice(0, found.index) + found.sign;
		const rest = part.slice(0, found.index).replace(closing, "");
		parts.push(text.slice(done, match.index), replace(whole, name, rest, slash !== ""));
		done = match.index + whole.length;
	}
	return [...parts, text.slice(done)].join("");
}

/** The place where a shortcode ends in the text after its name; undefined if it has no end. */
function endIn(part: string, signs: RegExp): { readonly sign: string; readonly index: number } | undefined {
	let quote = "";
	for (const { 0: sign, index } of part.matchAll(signs)) {
		if (sign.startsWith("\\")) continue;
		if (quote === "" && sign.length > 1) return { sign, index };
		if (quote === "") quote = sign;
		else if (sign === quote) quote = "";
	}
	return undefined;
}

interface Parameters {
	readonly named: ReadonlyMap<string, string>;
	readonly plain: readonly string[];
}

function parametersOf(text: string): Parameters {
	const named = new Map<string, string>();
	const plain: string[] = [];
	for (const [, name, double, single, raw, bare] of text.matchAll(parameter)) {
		const value = double?.replace(/\\(.)/g, "$1") ?? single ?? raw ?? bare ?? "";
		if (name === undefined) plain.push(value);
		else named.set(name.toLowerCase(), value);
	}
	return { named, plain };
}

function htmlOf(name: string, { named, plain }: Parameters): string | undefined {
	const [first = "", ...others] = plain;
	switch (name) {
		case "figure":
		case "img":
		case "image": {
			// Hexo: {% img [class] /anh/a.jpg [width] [height] "title" %}
			const src = named.get("src") ?? plain.find((value) => /[./]/.test(value)) ?? "";
			const after = plain.slice(plain.indexOf(src) + 1).filter((value) => !/^\d+%?$/.test(value));
			const caption = named.get("caption") ?? named.get("title") ?? after[0];
			return figure(src, named.get("alt") ?? "", caption, named.get("attr"));
		}
		case "asset_img":
			return figure(first, "", others.filter((value) => !/^\d+%?$/.test(value))[0]);
		case "include": {
			const src = named.get("image_path") ?? named.get("src") ?? named.get("url") ?? named.get("image");
			if (src === undefined) return undefined;
			return figure(src, named.get("alt") ?? "", named.get("caption") ?? named.get("title"));
		}
		case "youtube": {
			const id = (named.get("id") ?? first).replace(/^.*(?:v=|youtu\.be\/|embed\/)/, "").slice(0, 11);
			return /^[\w-]{11}$/.test(id)
				? `\n\n<iframe src="https://www.youtube.com/embed/${id}"></iframe>\n\n`
				: undefined;
		}
		case "vimeo":
			return /^\d+$/.test(named.get("id") ?? first)
				? `\n\n<https://vimeo.com/${named.get("id") ?? first}>\n\n`
				: undefined;
		case "post_link":
			return others.length > 0 ? others.join(" ") : first;
		default:
			return undefined;
	}
}

function figure(src: string, alt: string, caption: string | undefined, credit?: string): string | undefined {
	if (src === "") return undefined;
	const text = [caption, credit].filter((part) => part !== undefined && part !== "").join(" | ");
	const below = text === "" ? "" : `<figcaption>${escapeHtml(text)}</figcaption>`;
	return `\n\n<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${below}</figure>\n\n`;
}
