import { decodeEntities } from "./decode-entities.ts";
import { detectLegacy } from "./read-legacy.ts";
import { repairText, type TextChange } from "./repair-text.ts";

const tag = /(<[^<>]*>)/;
/** References to markup characters stay, as these would become markup. */
const characterReference =
	/&(?!(?:amp|lt|gt|quot|apos|#0*(?:34|38|39|60|62)|#x0*(?:22|26|27|3c|3e));)#?\w+;/gi;
const fontName = /\bface\s*=\s*["']?([^"'>,]+)|font-family\s*:\s*["']?([^"';>,]+)/i;
const voidElement = /^<(?:area|br|col|embed|hr|img|input|link|meta|source|wbr|!|\?)|\/>$/i;
const deepest = 1_000;

/**
 * Converts HTML in older encodings to Unicode: applies {@link repairText} to the text between tags, with the fonts of
 * `<font>` and styles. Tags stay unchanged.
 */
export function repairHtml(html: string): { readonly html: string; readonly changes: readonly TextChange[] } {
	const twice: string[] = [];
	const given = html.split(tag).map((part) => (part.startsWith("<") ? part : decodeTwice(part, twice)));
	const parts = given.map((part) => (part.startsWith("<") ? part : decodeReferences(part)));
	const before = twice.join(" ");
	const changes: TextChange[] =
		twice.length === 0 ? [] : [{ kind: "entities", before, after: decodeEntities(before).text }];
	const encoding = detectLegacy(parts.filter((part) => !part.startsWith("<")).join("\n"))?.encoding;
	if (encoding === undefined) return { html: given.join(""), changes };
	const fonts: (string | undefined)[] = [];
	const repaired = parts.map((part) => {
		if (part.startsWith("</")) fonts.pop();
		else if (part.startsWith("<")) {
			const named = fontName.exec(part);
			const font = named?.[1] ?? named?.[2] ?? fonts.at(-1);
			if (!voidElement.test(part) && fonts.length < deepest) fonts.push(font);
		} else {
			const font = fonts.at(-1);
			const read = repairText(part.replaceAll("&", "\uE000"), {
				encoding,
				...(font === undefined ? {} : { font }),
			});
			changes.push(...read.changes);
			return read.text.replaceAll("\uE000", "&");
		}
		return part;
	});
	return { html: repaired.join(""), changes };
}

/** Decodes references that were encoded a second time ("&amp;agrave;"), except those to markup characters. */
function decodeTwice(text: string, decoded: string[]): string {
	return text.replace(/&amp;(#?\w{2,10};)/gi, (whole, rest: string) => {
		const reference = `&${rest}`;
		const plain = reference.replace(characterReference, (each) => decodeEntities(each).text);
		if (plain === reference) return whole;
		decoded.push(reference);
		return plain;
	});
}

function decodeReferences(text: string): string {
	return text.replace(characterReference, (reference) => decodeEntities(reference).text);
}
