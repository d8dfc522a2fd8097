/** A value of a row and where it ends. */
export interface SqlValue {
	/** Undefined for NULL and for expressions that only a database can evaluate. */
	readonly value: string | undefined;
	/** The offset of the comma or bracket that follows the value. */
	readonly end: number;
	readonly closes: boolean;
}

const blank = /\s*/y;
const introducer = /(?:N|_\w+\s*)?(?=')/iy;
const plain = /[^\s,()']+/y;
const hexadecimal = /^0x((?:[0-9a-f]{2})*)$/i;
const cast = /(?:CAST|CONVERT)\s*\(/iy;
const sqlServerTime = /^\s+AS\s+(?:small)?date(?:time)?/i;

/**
 * Reads the value that begins at `start`.
 *
 * @returns "incomplete" if the text ends before the value does, "broken" if there is no value at that place
 */
export function sqlValue(
	text: string,
	start: number,
	hasBackslashes: boolean,
): SqlValue | "incomplete" | "broken" {
	const found = readValue(text, start, hasBackslashes);
	if (typeof found === "string") return found;
	const end = skip(blank, text, found.end);
	const sign = text[end];
	if (sign === undefined) return "incomplete";
	if (sign !== "," && sign !== ")") return "broken";
	return { value: found.value, end, closes: sign === ")" };
}

type Found = { readonly value: string | undefined; readonly end: number };

function readValue(text: string, from: number, hasBackslashes: boolean): Found | "incomplete" | "broken" {
	const start = skip(blank, text, from);
	if (start >= text.length) return "incomplete";
	const quote = skip(introducer, text, start);
	if (text[quote] === "'" || (hasBackslashes && text[quote] === '"')) {
		return readStrings(text, quote, hasBackslashes);
	}
	cast.lastIndex = start;
	if (cast.test(text)) return readCast(text, cast.lastIndex, hasBackslashes);
	const end = skip(plain, text, start);
	if (end >= text.length) return "incomplete";
	if (text[end] === "(") return skipCall(text, end);
	const word = text.slice(start, end);
	if (word === "") return "broken";
	if (/^null$/i.test(word)) return { value: undefined, end };
	const bytes = hexadecimal.exec(word)?.[1];
	return { value: bytes === undefined ? word : Buffer.from(bytes, "hex").toString("latin1"), end };
}

/** Reads strings joined by "+", as SQL Server writes long texts. */
function readStrings(text: string, from: number, hasBackslashes: boolean): Found | "incomplete" {
	let value = "";
	let at = from;
	for (;;) {
		const part = readString(text, at, hasBackslashes);
		if (part === "incomplete") return part;
		value += part.value ?? "";
		const plus = /\s*\+\s*N?(?=')/y;
		plus.lastIndex = part.end;
		if (hasBackslashes || !plus.test(text)) return { value, end: part.end };
		at = plus.lastIndex;
	}
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "", Z: "", b: "" };

function readString(text: string, from: number, hasBackslashes: boolean): Found | "incomplete" {
	const quote = text.charAt(from);
	const stop = hasBackslashes ? (quote === "'" ? /['\\]/g : /["\\]/g) : /'/g;
	const parts: string[] = [];
	for (let at = from + 1; ; ) {
		stop.lastIndex = at;
		const index = stop.exec(text)?.index;
		// What a quote or backslash means depends on the next character, which is not there yet.
		if (index === undefined || index + 1 >= text.length) return "incomplete";
		parts.push(text.slice(at, index));
		const next = text.charAt(index + 1);
		if (text[index] === "\\") parts.push(escapes[next] ?? next);
		else if (next === quote) parts.push(quote);
		else return { value: parts.join(""), end: index + 1 };
		at = index + 2;
	}
}

function readCast(text: string, from: number, hasBackslashes: boolean): Found | "incomplete" | "broken" {
	const inner = readValue(text, from, hasBackslashes);
	if (typeof inner === "string") return inner;
	const end = text.indexOf(")", inner.end);
	if (end < 0) return "incomplete";
	// The type may have brackets of its own: "AS Decimal(18, 0)".
	const type = text.slice(inner.end, end);
	const close = type.includes("(") ? end + 1 : end;
	const isTime = sqlServerTime.test(type) && inner.value?.length === 8 && !/^\d/.test(inner.value);
	return { value: isTime ? timeOf(inner.value ?? "") : inner.value, end: close + 1 };
}

const epochDays = 25_567;

/** Decodes SQL Server's datetime: four bytes of days since 1900, four bytes of 1/300 seconds. */
function timeOf(bytes: string): string {
	const numbers = Buffer.from(bytes, "latin1");
	const days = numbers.readInt32BE(0) - epochDays;
	const milliseconds = Math.round((numbers.readUInt32BE(4) * 10) / 3);
	return new Date(days * 86_400_000 + milliseconds).toISOString().slice(0, 19);
}

function skipCall(text: string, from: number): Found | "incomplete" {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		if (text[at] === "(") depth += 1;
		else if (text[at] === ")") depth -= 1;
		if (depth === 0) return { value: undefined, end: at + 1 };
	}
	return "incomplete";
}

function skip(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : from;
}
