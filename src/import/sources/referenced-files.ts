import { decodeEntities } from "../encodings/index.ts";

// Neither pattern looks past the next "<" or ">", so that time stays linear for unclosed tags.
const picture = /<img\b[^<>]*?\ssrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;
const link = /<a\b[^<>]*?\shref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;

/** The addresses of a text's pictures, each once, in order. Pictures inlined as data URLs are left out. */
export function picturesIn(html: string): string[] {
	return addressesIn(html, picture).filter((address) => !address.startsWith("data:"));
}

/** The addresses of a text's links, each once, in order. */
export function linksIn(html: string): string[] {
	return addressesIn(html, link);
}

function addressesIn(html: string, pattern: RegExp): string[] {
	const found = [...html.matchAll(pattern)].map(
		([, double, single]) => decodeEntities((double ?? single ?? "").trim()).text,
	);
	return [...new Set(found)].filter((address) => address !== "");
}
