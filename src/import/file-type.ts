import { faultOfAttachment } from "../content/index.ts";
import { afterProlog } from "./markup-prolog.ts";

/** The type of a file by its first bytes. */
export interface FileType {
	readonly kind: "picture" | "attachment";
	/** With the dot: ".jpg". */
	readonly extension: string;
}

/** First bytes in hexadecimal. */
const pictures: readonly (readonly [string, RegExp])[] = [
	[".jpg", /^ffd8ff/],
	[".png", /^89504e470d0a1a0a/],
	[".gif", /^474946383[79]61/],
	[".webp", /^52494646.{8}57454250/],
	[".avif", /^.{8}66747970617669[67]/],
];
const svgDoctype = /^<!DOCTYPE svg[^>]*>/i;
const svgRoot = /^<svg[\s>]/i;
const pdf = /^25504446/;
const container = /^(?:504b0304|d0cf11e0)/;
const attachments = /\.(?:docx?|xlsx?|pptx?|odt|ods|odp|rtf|pdf|zip|rar|7z|txt|csv|mp3|mp4|epub)$/i;
const activeSvg = /<script|<foreignObject|\son\w+\s*=|javascript:/i;

/**
 * Recognises a picture or an attachment by its bytes. The name only tells Office types apart. Undefined for files that
 * do not belong on a portal: programs, web pages, drawings with scripts, and unknown types.
 *
 * @param name its name in the source, for its extension
 */
export function fileTypeOf(bytes: Uint8Array, name: string): FileType | undefined {
	const first = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
	const signature = first.toString("hex", 0, 16);
	const text = first.toString("utf8");
	const picture = pictures.find(([, pattern]) => pattern.test(signature))?.[0];
	if (picture !== undefined) return { kind: "picture", extension: picture };
	if (isSvg(text)) {
		const isActive = activeSvg.test(Buffer.from(bytes).toString("utf8"));
		return isActive ? undefined : { kind: "picture", extension: ".svg" };
	}
	if (pdf.test(signature)) return { kind: "attachment", extension: ".pdf" };
	const ending = attachments.exec(name.replace(/[?#].*$/, ""))?.[0].toLowerCase();
	if (ending === undefined || ending === ".pdf") {
		return container.test(signature) ? { kind: "attachment", extension: ".zip" } : undefined;
	}
	return /^\s*(?:<!doctype html|<html|<script|MZ)/i.test(text)
		? undefined
		: { kind: "attachment", extension: ending };
}

/**
 * The type of a file as the check accepts it. A document with another type's name gets the extension of what it is, as
 * old programs saved RTF as `.doc`. Undefined as for `fileTypeOf`.
 */
export async function acceptedTypeOf(bytes: Uint8Array, name: string): Promise<FileType | undefined> {
	const type = fileTypeOf(bytes, name);
	if (type?.kind !== "attachment") return type;
	const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const extension of new Set([type.extension, ".rtf", ".zip"])) {
		const fault = await faultOfAttachment(`tep${extension}`, { bytes: content });
		if (!fault) return { kind: "attachment", extension };
	}
	return undefined;
}

function isSvg(text: string): boolean {
	const start = afterProlog(text);
	const doctype = svgDoctype.exec(start)?.[0] ?? "";
	return svgRoot.test(afterProlog(start.slice(doctype.length)));
}
