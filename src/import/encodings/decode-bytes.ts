import type { LegacyEncoding } from "./legacy-encoding.ts";
import { detectLegacy } from "./read-legacy.ts";
import { repairText, type TextHints } from "./repair-text.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/** How bytes were decoded. */
export type Charset = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1258";

export interface DecodedBytes {
	readonly text: string;
	/** The legacy encoding of most of the text, else the encoding of its bytes. */
	readonly encoding: Charset | LegacyEncoding;
	/** 0 to 1: the share of the bytes or words that fit. */
	readonly confidence: number;
}

export interface ByteHints {
	/** The declared encoding, from a header, a meta element or settings; used only if the bytes do not contradict it. */
	readonly charset?: string;
	/** The font of the whole text. */
	readonly font?: string;
}

/**
 * Decodes bytes without converting TCVN3, VNI or VIQR: these are returned as windows-1252 characters, which repairText
 * converts once fonts and paragraphs are known. A text that mixes UTF-8 with other encodings is decoded line by line.
 */
export function decodeCharacters(
	bytes: Uint8Array,
	{ charset = "" }: ByteHints = {},
): { readonly text: string; readonly charset: Charset; readonly confidence: number } {
	const wide = wideCharset(bytes);
	if (wide) return { text: decode(bytes, wide), charset: wide, confidence: 1 };
	const whole = strictUtf8(bytes);
	if (whole !== undefined) return { text: whole, charset: "utf-8", confidence: 1 };
	const fallback = /1258|vietnam/i.test(charset) ? "windows-1258" : "windows-1252";
	let wideLines = 0;
	let otherLines = 0;
	const lines = linesOf(bytes).map((line) => {
		if (line.every((byte) => byte < 0x80)) return decode(line, "utf-8");
		const text = strictUtf8(line) ?? nearlyUtf8(line);
		if (text === undefined) otherLines += 1;
		else wideLines += 1;
		return text ?? decode(line, fallback);
	});
	const isUtf8 = wideLines >= otherLines;
	const share = Math.max(wideLines, otherLines) / (wideLines + otherLines);
	return { text: lines.join("\n"), charset: isUtf8 ? "utf-8" : fallback, confidence: share };
}

/**
 * Bytes of an unknown or wrongly declared encoding as Unicode text: {@link decodeCharacters}, then repairText.
 * UTF-8, UTF-16 with or without a byte order mark, windows-1258, TCVN3, VNI, VIQR, and lines that mix them.
 */
export function decodeBytes(bytes: Uint8Array, hints: ByteHints = {}): DecodedBytes {
	const { text, charset, confidence } = decodeCharacters(bytes, hints);
	const legacy = detectLegacy(text);
	const textHints: TextHints = hints.font === undefined ? {} : { font: hints.font };
	return {
		text: repairText(text, textHints).text,
		encoding: legacy?.encoding ?? charset,
		confidence: legacy?.confidence ?? confidence,
	};
}

function decode(bytes: Uint8Array, charset: Charset): string {
	if (charset === "windows-1252") return decodeWindows1252(bytes);
	const text = new TextDecoder(charset).decode(bytes);
	return charset === "windows-1258" ? text.normalize("NFC") : text;
}

const strict = new TextDecoder("utf-8", { fatal: true });

function strictUtf8(bytes: Uint8Array): string | undefined {
	try {
		return strict.decode(bytes);
	} catch {
		return undefined;
	}
}

/** UTF-8 with a few broken characters: at least three valid ones for each broken one. */
function nearlyUtf8(bytes: Uint8Array): string | undefined {
	const text = decode(bytes, "utf-8");
	const broken = text.match(/\uFFFD+/g)?.length ?? 0;
	const good = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
	return good >= broken * 3 ? text : undefined;
}

/** UTF-16, by the byte order mark, else by zero bytes: in mostly Latin text, every other byte is zero. */
export function wideCharset(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	const sample = bytes.subarray(0, 2_000);
	if (sample.length < 4) return undefined;
	const zeros = [0, 0];
	for (const [index, byte] of sample.entries())
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	const least = sample.length / 5;
	if (odd > least && even * 10 < odd) return "utf-16le";
	if (even > least && odd * 10 < even) return "utf-16be";
	return undefined;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
	const lines: Uint8Array[] = [];
	let start = 0;
	for (;;) {
		const end = bytes.indexOf(0x0a, start);
		if (end < 0) break;
		lines.push(bytes.subarray(start, end));
		start = end + 1;
	}
	lines.push(bytes.subarray(start));
	return lines;
}
