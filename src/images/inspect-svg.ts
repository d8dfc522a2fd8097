import { strings } from "./strings.ts";

export type SvgInspection =
	| { readonly width: number; readonly height: number }
	| { readonly message: string; readonly remedy: string };

// A drawing that is opened by its own address is a document of this site and could run what it carries.
const active =
	/<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|handler)\b|[\s"'/]on[a-z]+\s*=|javascript:|<!entity|attributename\s*=\s*["']?(?:xlink:)?href/i;
const reference = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const cssReference = /url\(\s*["']?\s*([^"')]*)/gi;
const otherExternal = /@import|<\?xml-stylesheet|<!doctype[^>]*\[|xml:base\s*=/i;
const ownReference =
	/^\s*(?:#|data:(?:image\/(?:png|jpe?g|webp|gif)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[;,])/i;

/** The size of an SVG drawing in CSS pixels, or why it may not be published: only drawings that are pictures may. */
export function inspectSvg(source: string): SvgInspection {
	const text = decodeCharacterReferences(source);
	if (active.test(text)) return strings.svg.script;
	const references = [
		...[...text.matchAll(reference)].map((match) => match[1] ?? match[2] ?? ""),
		...[...text.matchAll(cssReference)].map((match) => match[1] ?? ""),
	];
	if (otherExternal.test(text) || references.some((target) => target !== "" && !ownReference.test(target))) {
		return strings.svg.external;
	}
	return sizeOf(text) ?? strings.svg.noSize;
}

function decodeCharacterReferences(text: string): string {
	return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (whole, hexadecimal, decimal) => {
		const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

function sizeOf(text: string): { width: number; height: number } | undefined {
	const tag = /<(?:[\w-]+:)?svg\b([^>]*)>/i.exec(text)?.[1];
	if (tag === undefined) return undefined;
	const attribute = (name: string) =>
		new RegExp(`\\s${name}\\s*=\\s*["']\\s*([^"']*?)\\s*["']`, "i").exec(tag)?.[1] ?? "";
	const [, , boxWidth, boxHeight] = attribute("viewBox")
		.split(/[\s,]+/)
		.map(Number);
	const width = pixels(attribute("width"));
	const height = pixels(attribute("height"));
	if (width && height) return { width: Math.round(width), height: Math.round(height) };
	if (!boxWidth || !boxHeight || !(boxWidth > 0) || !(boxHeight > 0)) return undefined;
	const scale = width ? width / boxWidth : height ? height / boxHeight : 1;
	return {
		width: Math.max(1, Math.round(boxWidth * scale)),
		height: Math.max(1, Math.round(boxHeight * scale)),
	};
}

function pixels(length: string): number | undefined {
	const value = /^(\d*\.?\d+)(?:px)?$/.exec(length)?.[1];
	return value === undefined || Number(value) < 0.5 ? undefined : Number(value);
}
