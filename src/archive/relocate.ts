/**
 * Makes site addresses in markup relative to a file on a disk. The markup comes from our own renderers: attributes are
 * in double quotes, and angle brackets are escaped unless they begin or end a tag.
 */
import type { Place } from "./article-place.ts";

export interface Relocation {
	/** The file that contains the markup. */
	readonly path: string;
	/** Where an address of the site is in the archive; undefined where it is not. `address` has no query and no hash. */
	readonly placeOf: (address: string) => Place | undefined;
	/** The site's address, without a slash at its end. */
	readonly siteUrl: string;
	/** Text after a link that leads out of the archive. */
	readonly outNote: (address: string) => string;
	/** Text in place of a picture that the archive does not have. */
	readonly pictureNote: (alt: string) => string;
	/** Put before every id, for markup that shares a page with other markup of its kind. @default "" */
	readonly idPrefix?: string;
	/** How many levels headings are lowered. @default 0 */
	readonly headingShift?: number;
	/** Whether a link to an address of the site becomes plain text. @default none */
	readonly unlinked?: (address: string) => boolean;
	/** Whether the markup becomes XML: void elements are closed, boolean attributes get values. @default false */
	readonly xml?: boolean;
}

const tagPattern = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g;
const attributePattern = /\s([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;
const idAttributes: ReadonlySet<string> = new Set([
	"id",
	"for",
	"aria-labelledby",
	"aria-describedby",
	"aria-controls",
]);
const voidTags: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "link", "meta", "source", "wbr"]);
/** Useless when a picture has one version. */
const dropped: ReadonlySet<string> = new Set(["srcset", "sizes", "fetchpriority", "data-player"]);

/** Of links that lead out of the archive. Markup that was relocated before, as an article's is, has some already. */
const outsideRel = "external noopener";

/** Meaningless in a book, and unknown to EPUB checkers. */
const onlyHtml: ReadonlySet<string> = new Set(["loading", "decoding"]);

/** Rewrites every address, id and heading of some markup. Linear in its length. */
export function relocate(markup: string, relocation: Relocation): string {
	const { idPrefix = "", headingShift = 0, xml = false } = relocation;
	/** The text to write after the end of the open link. */
	let note = "";
	/** Whether the open link has become plain text. */
	let isUnlinked = false;
	return markup.replace(tagPattern, (_tag, slash: string, name: string, rest: string) => {
		// Chooses among versions of a picture, of which there is only one.
		if (name === "picture" || name === "source") return "";
		const written = /^h[1-6]$/.test(name) ? `h${Math.min(6, Number(name[1]) + headingShift)}` : name;
		if (slash !== "") {
			if (name === "a" && isUnlinked) {
				isUnlinked = false;
				return "</span>";
			}
			const end = `</${written}>`;
			if (name !== "a" || note === "") return end;
			const behind = ` <span class="outside">${escapeText(note)}</span>`;
			note = "";
			return end + behind;
		}
		const attributes = new Map<string, string | undefined>();
		for (const [, attribute = "", value] of rest.matchAll(attributePattern)) {
			if (!dropped.has(attribute) && !(xml && onlyHtml.has(attribute))) attributes.set(attribute, value);
		}
		const isPlaced = attributes.has("data-online") || attributes.get("rel") === outsideRel;
		attributes.delete("data-online");
		if (name === "a" && !isPlaced) {
			const href = attributes.get("href");
			if (href !== undefined && relocation.unlinked?.(decode(href))) {
				isUnlinked = true;
				return "<span>";
			}
			const found = href === undefined ? undefined : relocateLink(href, relocation);
			if (found) attributes.set("href", found.href);
			if (found?.outside !== undefined) {
				note = relocation.outNote(found.outside);
				attributes.set("rel", outsideRel);
			}
		} else if (name !== "a") {
			for (const attribute of ["href", "src", "action"]) {
				const value = attributes.get(attribute);
				if (value === undefined) continue;
				const found = relocateLink(value, relocation);
				if (name === "img" && found.outside !== undefined) {
					return `<span class="no-picture">${relocation.pictureNote(attributes.get("alt") ?? "")}</span>`;
				}
				attributes.set(attribute, found.href);
			}
		}
		for (const attribute of idAttributes) {
			const value = attributes.get(attribute);
			if (value !== undefined && idPrefix !== "") attributes.set(attribute, idPrefix + value);
		}
		const text = [...attributes].map(([attribute, value]) => {
			if (value === undefined) return xml ? ` ${attribute}="${attribute}"` : ` ${attribute}`;
			return ` ${attribute}="${value}"`;
		});
		return `<${written}${text.join("")}${xml && voidTags.has(name) ? "/" : ""}>`;
	});
}

interface Relocated {
	readonly href: string;
	/** The absolute address of something that the archive does not have. */
	readonly outside?: string;
}

/** @param written the escaped text of the attribute */
function relocateLink(written: string, relocation: Relocation): Relocated {
	const { siteUrl, path, placeOf, idPrefix = "" } = relocation;
	if (written.startsWith("#")) return { href: idPrefix === "" ? written : `#${idPrefix}${written.slice(1)}` };
	const isOfSite = written === siteUrl || written.startsWith(`${siteUrl}/`);
	const local = isOfSite ? written.slice(siteUrl.length) || "/" : written;
	if (!local.startsWith("/") || local.startsWith("//")) return { href: written };
	const [, address = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(local) ?? [];
	const place = placeOf(decode(address));
	if (!place) return { href: siteUrl + local, outside: siteUrl + decode(local) };
	const inside = hash.slice(1);
	const anchor = [place.anchor, inside].filter(Boolean).join("-");
	return { href: `${relativePath(path, place.path)}${query}${anchor === "" ? "" : `#${anchor}`}` };
}

function decode(address: string): string {
	const text = address.replaceAll("&amp;", "&");
	try {
		return decodeURI(text);
	} catch {
		return text;
	}
}

/** The relative path from one file of the archive to another. */
function relativePath(from: string, to: string): string {
	if (from === to) return to.slice(to.lastIndexOf("/") + 1);
	const above = from.split("/").slice(0, -1);
	const below = to.split("/");
	let shared = 0;
	while (shared < above.length && above[shared] === below[shared]) shared++;
	return [...above.slice(shared).map(() => ".."), ...below.slice(shared)].join("/");
}

function escapeText(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
