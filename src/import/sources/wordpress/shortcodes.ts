import { escapeHtml } from "../../escape-html.ts";
import { strings } from "./strings.ts";

/** A picture of the media library, by its number. */
export interface GalleryPicture {
	readonly address: string;
	readonly caption?: string;
	readonly alt?: string;
}

/** A post's text as HTML, and what could not be resolved. */
export interface ExpandedText {
	readonly html: string;
	/** Shortcodes of plug-ins, each once. They stay in the text. */
	readonly unknown: readonly string[];
	/** Picture numbers in galleries that the export does not list. */
	readonly missing: readonly string[];
}

const known = new Set(["caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "youtube"]);
/** None of these patterns looks past the next bracket that could begin another shortcode, so that time stays linear. */
const captioned =
	/\[(?:wp_)?caption\b([^[\]]*)\]([^[]*(?:\[(?!\/?(?:wp_)?caption\b)[^[]*)*)\[\/(?:wp_)?caption\]/gi;
const gallery = /\[gallery\b([^[\]]*)\]/gi;
const player = /\[(?:embed|youtube)\b[^[\]]*\]\s*([^\s[\]]+)\s*\[\/(?:embed|youtube)\]/gi;
const media = /\[(?:audio|video)\b([^[\]]*)\](?:\s*\[\/(?:audio|video)\])?/gi;
const anyShortcode = /\[([a-z][a-z0-9_-]{2,40})(\s+[\w-]+=[^\]]{0,500})?\/?\]/gi;
const pictureWithLink = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i;
const blockTag =
	/^<\/?(?:address|article|aside|blockquote|center|div|dl|dt|dd|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b/i;

/**
 * Reads WordPress's own shortcodes, `[caption]`, `[gallery]`, `[embed]`, `[audio]` and `[video]`, and adds paragraphs
 * to text of WordPress's old editor as WordPress does. A blank line separates paragraphs; a line break stays one.
 */
export function expandShortcodes(
	text: string,
	pictureOf: (id: string) => GalleryPicture | undefined,
): ExpandedText {
	const missing: string[] = [];
	const expanded = text
		.replace(captioned, (_whole, attributes: string, inner: string) => captionedFigure(attributes, inner))
		.replace(gallery, (_whole, attributes: string) => {
			const ids = (attribute(attributes, "ids") ?? attribute(attributes, "include") ?? "").split(/[\s,]+/);
			return ids
				.filter((id) => id !== "")
				.map((id) => {
					const picture = pictureOf(id);
					if (!picture) missing.push(id);
					return picture ? figure(picture) : "";
				})
				.join("\n");
		})
		.replace(
			player,
			(_whole, address: string) => `\n\n<p><a href="${escapeHtml(address)}">${address}</a></p>\n\n`,
		)
		.replace(media, (_whole, attributes: string) => {
			const address = ["src", "mp3", "m4a", "ogg", "mp4", "webm", "m4v"]
				.map((name) => attribute(attributes, name))
				.find((each) => each !== undefined);
			return address === undefined ? "" : `\n\n<p><a href="${escapeHtml(address)}">${address}</a></p>\n\n`;
		});
	// Only brackets with attributes or a closing tag are shortcodes; others are text.
	const closed = new Set([...expanded.matchAll(/\[\/([a-z][a-z0-9_-]{2,40})\]/gi)].map(([, name]) => name));
	const unknown = [...expanded.matchAll(anyShortcode)]
		.filter(([, name, attributes]) => attributes !== undefined || closed.has(name))
		.map(([, name = ""]) => name);
	return {
		html: isFromBlockEditor(text) ? expanded : withParagraphs(expanded),
		unknown: [...new Set(unknown.filter((name) => !known.has(name.toLowerCase())))],
		missing,
	};
}

/** What a report says of a text's shortcodes that could not be resolved. */
export function remarksOn({ unknown, missing }: ExpandedText): readonly string[] {
	return [
		...(unknown.length > 0 ? [strings.unknownShortcodes(unknown.map((name) => `[${name}]`).join(", "))] : []),
		...(missing.length > 0 ? [strings.missingGallery(missing.join(", "))] : []),
	];
}

function isFromBlockEditor(text: string): boolean {
	return text.includes("<!-- wp:");
}

/** A figure of WordPress's `[caption]`. New captions follow the picture; old ones are an attribute. */
function captionedFigure(attributes: string, inner: string): string {
	const match = pictureWithLink.exec(inner);
	if (!match) return inner;
	const [, picture = "", rest = ""] = match;
	const caption = attribute(attributes, "caption") ?? rest.trim();
	const after = attribute(attributes, "caption") === undefined ? "" : rest;
	const below = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
	return `\n\n<figure>${picture}${below}</figure>\n\n${after}`;
}

function figure({ address, caption, alt }: GalleryPicture): string {
	const below = caption === undefined ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>`;
	return `\n\n<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(alt ?? "")}">${below}</figure>\n\n`;
}

function attribute(text: string, name: string): string | undefined {
	const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s\\]]+))`, "i").exec(text);
	const value = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
	return value === "" ? undefined : value;
}

/** Adds paragraphs as WordPress's `wpautop` does, as far as readers see it. */
export function withParagraphs(text: string): string {
	return text
		.replace(/\r\n?/g, "\n")
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.map((part) => (blockTag.test(part) ? part : `<p>${part.replace(/\n/g, "<br>\n")}</p>`))
		.join("\n");
}
