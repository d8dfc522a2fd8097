import { decodeWindows1252, repairText } from "../../encodings/index.ts";
import type { WordDocument } from "./word-document.ts";

const wanted = { 2: "title", 4: "author", 5: "keywords", 12: "created" } as const;
const kinds = { codePage: 0x02, text: 0x1e, time: 0x40 } as const;
const utf8 = 65001;
/** Windows counts time from 1601: the milliseconds from then to 1970. */
const epochMilliseconds = 11_644_473_600_000;

/** Reads title, author, keywords and day of creation from a compound file's summary. Source: [MS-OLEPS] 2.21. */
export function readSummary(stream: Buffer | undefined): WordDocument["properties"] {
	try {
		return stream && stream.length > 48 ? readSet(stream.subarray(stream.readUInt32LE(44))) : {};
	} catch (error) {
		// Properties are optional: a damaged set is ignored.
		if (error instanceof RangeError) return {};
		throw error;
	}
}

function readSet(set: Buffer): WordDocument["properties"] {
	const count = Math.min(set.readUInt32LE(4), 100);
	const offsets = new Map<number, number>();
	for (let index = 0; index < count; index++) {
		offsets.set(set.readUInt32LE(8 + index * 8), set.readUInt32LE(12 + index * 8));
	}
	const codePageAt = offsets.get(1);
	const isUtf8 =
		codePageAt !== undefined &&
		set.readUInt32LE(codePageAt) === kinds.codePage &&
		set.readUInt16LE(codePageAt + 4) === utf8;
	const properties: Record<string, string> = {};
	for (const [id, name] of Object.entries(wanted)) {
		const offset = offsets.get(Number(id));
		const value = offset === undefined ? undefined : readValue(set.subarray(offset), isUtf8);
		if (value !== undefined && value !== "") properties[name] = value;
	}
	return properties;
}

function readValue(bytes: Buffer, isUtf8: boolean): string | undefined {
	const kind = bytes.readUInt32LE(0);
	if (kind === kinds.text) {
		const text = bytes.subarray(8, 8 + bytes.readUInt32LE(4));
		const characters = isUtf8 ? text.toString("utf8") : decodeWindows1252(text);
		return repairText(characters.split("\0", 1)[0] ?? "").text.trim();
	}
	if (kind === kinds.time) {
		const milliseconds = Number(bytes.readBigUInt64LE(4) / 10_000n) - epochMilliseconds;
		return milliseconds > 0 ? new Date(milliseconds).toISOString() : undefined;
	}
	return undefined;
}
