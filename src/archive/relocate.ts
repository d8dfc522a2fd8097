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
	const links = new OpenLink();
	return markup.replace(tagPattern, (_tag, slash: string, name: string, rest: string) => {
		// Chooses among versions of a picture, of which there is only one.
		if (name === "picture" || name === "source") return "";
		const written = shifted(name, relocation.headingShift ?? 0);
		if (slash !== "") return name === "a" ? links.end() : `</${written}>`;
		const attributes = attributesIn(rest, relocation);
		const isPlaced = attributes.has("data-online") || attributes.get("rel") === outsideRel;
		attributes.delete("data-online");
		if (name !== "a") {
			const missing = relocateSources(name, attributes, relocation);
			if (missing !== undefined) return missing;
		} else if (!isPlaced && !links.start(attributes, relocation)) return "<span>";
		prefixIds(attributes, relocation.idPrefix ?? "");
		return tagOf(written, attributes, relocation.xml === true && voidTags.has(name), relocation);
	});
}

type Attributes = Map<string, string | undefined>;

/** What the end of the open link has to be. Links are not nested. */
class OpenLink {
	/** The text to write after its end. */
	#note = "";
	/** Whether it has become plain text. */
	#isUnlinked = false;

	/** Rewrites the address. @returns whether it stays a link */
	start(attributes: Attributes, relocation: Relocation): boolean {
		const href = attributes.get("href");
		if (href === undefined) return true;
		if (relocation.unlinked?.(decode(href))) {
			this.#isUnlinked = true;
			return false;
		}
		const found = relocateLink(href, relocation);
		attributes.set("href", found.href);
		if (found.outside !== undefined) {
			this.#note = relocation.outNote(found.outside);
			attributes.set("rel", outsideRel);
		}
		return true;
	}

	end(): string {
		if (this.#isUnlinked) {
			this.#isUnlinked = false;
			return "</span>";
		}
		const behind = this.#note === "" ? "" : ` <span class="outside">${escapeText(this.#note)}</span>`;
		this.#note = "";
		return `</a>${behind}`;
	}
}

function shifted(name: string, headingShift: number): string {
	return /^h[1-6]$/.test(name) ? `h${Math.min(6, Number(name[1]) + headingShift)}` : name;
}

function attributesIn(rest: string, { xml = false }: Relocation): Attributes {
	const attributes: Attributes = new Map();
	for (const [, attribute = "", value] of rest.matchAll(attributePattern)) {
		if (!dropped.has(attribute) && !(xml && onlyHtml.has(attribute))) attributes.set(attribute, value);
	}
	return attributes;
}

/** Rewrites the addresses of what is no link. @returns what stands for a picture that the archive does not have */
function relocateSources(name: string, attributes: Attributes, relocation: Relocation): string | undefined {
	for (const attribute of ["href", "src", "action"]) {
		const value = attributes.get(attribute);
		if (value === undefined) continue;
		const found = relocateLink(value, relocation);
		if (name === "img" && found.outside !== undefined) {
			return `<span class="no-picture">${relocation.pictureNote(attributes.get("alt") ?? "")}</span>`;
		}
		attributes.set(attribute, found.href);
	}
	return undefined;
}

function prefixIds(attributes: Attributes, idPrefix: string): void {
	if (idPrefix === "") return;
	for (const attribute of idAttributes) {
		const value = attributes.get(attribute);
		if (value !== undefined) attributes.set(attribute, idPrefix + value);
	}
}

function tagOf(name: string, attributes: Attributes, isClosed: boolean, { xml = false }: Relocation): string {
	const text = [...attributes].map(([attribute, value]) => {
		if (value === undefined) return xml ? ` ${attribute}="${attribute}"` : ` ${attribute}`;
		return ` ${attribute}="${value}"`;
	});
	return `<${name}${text.join("")}${isClosed ? "/" : ""}>`;
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
