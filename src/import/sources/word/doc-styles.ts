import { type Sprm, sprmsOf } from "./doc-properties.ts";

/** A style and its modifiers, those of the styles that it is based on first. */
export interface DocStyle {
	/** Word's own number for built-in styles: 1 to 9 are headings, 62 is the title, 34 a caption. */
	readonly builtIn: number;
	readonly sprms: readonly Sprm[];
}

const noStyle = 0xfff;

/** Reads the style sheet: styles by index, and the default font. Source: [MS-DOC] 2.9.271. */
export function readStyles(sheet: Buffer): {
	readonly styles: ReadonlyMap<number, DocStyle>;
	readonly standardFont: number;
} {
	const headerBytes = sheet.length >= 2 ? sheet.readUInt16LE(0) : 0;
	if (headerBytes < 18 || sheet.length < headerBytes + 2) return { styles: new Map(), standardFont: 0 };
	const baseBytes = sheet.readUInt16LE(4);
	const raw: (RawStyle | undefined)[] = [];
	for (let offset = headerBytes + 2; offset + 2 <= sheet.length; ) {
		const size = sheet.readUInt16LE(offset);
		raw.push(size === 0 ? undefined : rawStyle(sheet.subarray(offset + 2, offset + 2 + size), baseBytes));
		offset += 2 + size + (size % 2);
	}
	const styles = new Map<number, DocStyle>();
	for (const [index, style] of raw.entries()) {
		if (style) styles.set(index, { builtIn: style.builtIn, sprms: inherited(raw, index) });
	}
	return { styles, standardFont: sheet.readUInt16LE(14) };
}

interface RawStyle {
	readonly builtIn: number;
	readonly base: number;
	readonly sprms: readonly Sprm[];
}

function rawStyle(bytes: Buffer, baseBytes: number): RawStyle | undefined {
	if (bytes.length < baseBytes + 2) return undefined;
	const kind = bytes.readUInt16LE(2) & 0xf;
	const base = bytes.readUInt16LE(2) >> 4;
	const nameEnd = baseBytes + 2 + bytes.readUInt16LE(baseBytes) * 2 + 2;
	const lists: Buffer[] = [];
	for (let offset = nameEnd; offset + 2 <= bytes.length && lists.length < 3; ) {
		offset += offset % 2;
		if (offset + 2 > bytes.length) break;
		const size = bytes.readUInt16LE(offset);
		lists.push(bytes.subarray(offset + 2, offset + 2 + size));
		offset += 2 + size;
	}
	// In a paragraph style, the paragraph's modifiers follow the style's number; then come those of its characters.
	const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = lists;
	const sprms =
		kind === 1 ? [...sprmsOf(first.subarray(2)), ...sprmsOf(second)] : kind === 2 ? sprmsOf(first) : [];
	return { builtIn: bytes.readUInt16LE(0) & 0xfff, base, sprms };
}

function inherited(raw: readonly (RawStyle | undefined)[], index: number): Sprm[] {
	const sprms: Sprm[] = [];
	const seen = new Set<number>();
	for (let at = index; at !== noStyle && !seen.has(at); ) {
		seen.add(at);
		const style = raw[at];
		if (!style) break;
		sprms.unshift(...style.sprms);
		at = style.base;
	}
	return sprms;
}

/** Reads the names of the fonts, by index. Source: [MS-DOC] 2.9.286, 2.9.90. */
export function readFonts(table: Buffer): string[] {
	const fonts: string[] = [];
	for (let offset = 4; offset < table.length; ) {
		const size = table.readUInt8(offset) + 1;
		const name = table.subarray(offset + 40, offset + size).toString("utf16le");
		fonts.push(name.split("\0", 1)[0] ?? "");
		offset += size;
	}
	return fonts;
}
