import { SaxesParser, type SaxesTagNS } from "saxes";
import { strings } from "./strings.ts";
import {
	cssAtRules,
	cssFunctions,
	isAnimatable,
	isProgramNamespace,
	svgAttributes,
	svgElements,
	svgNamespace,
	xlinkNamespace,
	xmlNamespace,
	xmlnsNamespace,
} from "./svg-allow-list.ts";

interface SvgFault {
	readonly message: string;
	readonly remedy: string;
}

export type SvgInspection = { readonly width: number; readonly height: number } | SvgFault;

/** A drawing is sent to every reader as it is. */
const largestDrawing = 2 * 1024 * 1024;

const ownReference =
	/^\s*(?:#|data:(?:image\/(?:png|jpe?g|webp|gif)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[;,])/i;
/** The one document type that drawing programs write. Browsers do not fetch it. */
const usualDoctype =
	/^\s*svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]{1,20}\/\/EN"\s+"https?:\/\/www\.w3\.org\/[\w./-]{1,80}\.dtd")?\s*$/i;

/**
 * The size of an SVG drawing in CSS pixels, or why it may not be published. A drawing that is opened by its own address
 * is a document of this site, so it may hold only what `svg-allow-list.ts` names. Never throws for what is in a file.
 */
export function inspectSvg(bytes: Uint8Array): SvgInspection {
	if (bytes.length > largestDrawing) return strings.svg.tooBig;
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return strings.svg.encoding;
	}
	return new SvgInspector().inspect(text);
}

/** No drawing has more elements within each other; the parser looks through all of them for each name. */
const deepest = 256;

/** Breaks off the parser. */
class Refusal extends Error {
	readonly fault: SvgFault;

	constructor(fault: SvgFault) {
		super(fault.message);
		this.fault = fault;
	}
}

class SvgInspector {
	private root: SaxesTagNS | undefined;
	/** The content of style sheets so far, while one is open. */
	private style: string | undefined;
	private depth = 0;

	inspect(text: string): SvgInspection {
		const parser = new SaxesParser({ xmlns: true, position: false });
		parser.on("error", () => refuse(strings.svg.malformed));
		parser.on("xmldecl", ({ encoding = "utf-8" }) => {
			if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) refuse(strings.svg.encoding);
		});
		parser.on("doctype", (doctype) => {
			if (doctype.length > 300 || !usualDoctype.test(doctype)) refuse(strings.svg.external);
		});
		parser.on("processinginstruction", () => refuse(strings.svg.external));
		parser.on("opentag", (tag) => this.open(tag));
		parser.on("closetag", () => this.close());
		parser.on("text", (part) => this.take(part));
		parser.on("cdata", (part) => this.take(part));
		try {
			parser.write(text).close();
		} catch (error) {
			if (error instanceof Refusal) return error.fault;
			throw error;
		}
		return (this.root && sizeOf(this.root)) ?? strings.svg.noSize;
	}

	private open(tag: SaxesTagNS): void {
		if (!this.root) {
			if (tag.uri !== svgNamespace || tag.local !== "svg") refuse(strings.svg.malformed);
			this.root = tag;
		}
		this.depth += 1;
		if (this.depth > deepest) refuse(strings.svg.notAllowed(tag.name));
		// What is in a style sheet is text.
		if (this.style !== undefined) refuse(strings.svg.notAllowed(tag.name));
		for (const attribute of Object.values(tag.attributes)) checkAttribute(tag, attribute);
		if (isProgramNamespace(tag.uri)) return;
		if (tag.uri !== svgNamespace || !svgElements.has(tag.local)) refuse(strings.svg.notAllowed(tag.name));
		if (tag.local === "style") this.style = "";
	}

	private take(part: string): void {
		if (this.style !== undefined) this.style += part;
	}

	private close(): void {
		this.depth -= 1;
		if (this.style !== undefined) checkCss(this.style);
		this.style = undefined;
	}
}

function refuse(fault: SvgFault): never {
	throw new Refusal(fault);
}

interface SvgAttribute {
	readonly name: string;
	readonly local: string;
	readonly uri: string;
	readonly value: string;
}

const xmlAttributes = new Set(["space", "lang", "id"]);
const xlinkAttributes = new Set(["actuate", "arcrole", "role", "show", "title", "type"]);
/** Attributes of free text, in which parentheses mean nothing. */
const freeText = /^(?:id|class|title|name|data-.*|aria-.*|glyph-name|unicode|string|font-family|inkscape.*)$/;

function checkAttribute(tag: SaxesTagNS, { name, local, uri, value }: SvgAttribute): void {
	if (uri === xmlnsNamespace || isProgramNamespace(uri)) return;
	if (uri === xmlNamespace) {
		if (!xmlAttributes.has(local)) refuse(strings.svg.external);
		return;
	}
	const isReference = local === "href" && (uri === xlinkNamespace || uri === "");
	if (isReference) {
		if (!ownReference.test(value)) refuse(isScript(value) ? strings.svg.script : strings.svg.external);
		return;
	}
	if (uri === xlinkNamespace && xlinkAttributes.has(local)) return;
	if (/^on/i.test(local)) refuse(strings.svg.script);
	const isKnown = uri === "" && (svgAttributes.has(local) || /^(?:data|aria)-[\w-]+$/.test(local));
	if (!isKnown) refuse(strings.svg.notAllowed(`${tag.name} ${name}`));
	if (local === "attributeName" && !isAnimatable(value.trim())) refuse(strings.svg.script);
	if (!freeText.test(local)) checkCss(value);
}

function isScript(address: string): boolean {
	return /^[\s\p{Cc}]*(?:javascript|vbscript):/iu.test(address);
}

/**
 * Style sheets and what attributes take over from them. Escapes have no use in a drawing other than to hide something.
 * Comments are read too: a string or an address may look like the beginning of one, and a comment joins no words.
 */
function checkCss(text: string): void {
	if (!/[(@\\]/.test(text)) {
		if (/(?:java|vb)script\s*:/i.test(text)) refuse(strings.svg.script);
		return;
	}
	if (text.includes("\\")) refuse(strings.svg.external);
	if (/(?:java|vb)script\s*:|expression\s*\(|-moz-binding|behaviou?r\s*:/i.test(text))
		refuse(strings.svg.script);
	for (const [, rule = ""] of text.matchAll(/@([\w-]*)/g)) {
		if (!cssAtRules.has(rule.toLowerCase())) refuse(strings.svg.external);
	}
	for (let at = text.indexOf("("); at !== -1; at = text.indexOf("(", at + 1)) {
		const name = /[\w-]*$/.exec(text.slice(Math.max(0, at - longestName), at))?.[0].toLowerCase() ?? "";
		if (name !== "" && !cssFunctions.has(name)) refuse(strings.svg.external);
		if (name !== "url") continue;
		targetOfUrl.lastIndex = at + 1;
		const target = targetOfUrl.exec(text)?.[1] ?? "";
		if (target !== "" && !target.startsWith(")") && !ownReference.test(target)) refuse(strings.svg.external);
	}
}

/** Longer names are names of nothing. */
const longestName = 40;
/** The beginning of an address, without spaces and quotation marks before it. */
const targetOfUrl = /[\s"']*(.{0,100})/sy;

/** Longer values are no lengths. */
const longestLength = 100;

function sizeOf(root: SaxesTagNS): { width: number; height: number } | undefined {
	const attribute = (name: string) => (root.attributes[name]?.value ?? "").trim().slice(0, longestLength);
	const [, , boxWidth, boxHeight] = attribute("viewBox")
		.split(/[\s,]+/)
		.map(Number);
	const width = pixels(attribute("width"));
	const height = pixels(attribute("height"));
	if (width && height) return { width: Math.round(width), height: Math.round(height) };
	if (!boxWidth || !boxHeight || !(boxWidth > 0) || !(boxHeight > 0)) return undefined;
	const scale = width ? width / boxWidth : height ? height / boxHeight : 1;
	const scaled = [boxWidth * scale, boxHeight * scale].map((side) => Math.max(1, Math.round(side)));
	const [scaledWidth = 1, scaledHeight = 1] = scaled;
	return scaled.every(Number.isFinite) ? { width: scaledWidth, height: scaledHeight } : undefined;
}

function pixels(length: string): number | undefined {
	const value = /^(\d*\.?\d+)(?:px)?$/.exec(length)?.[1];
	return value === undefined || Number(value) < 0.5 ? undefined : Number(value);
}
