/** A single property modifier: one change of format in a Word 97 file. */
export interface Sprm {
	readonly code: number;
	readonly operand: Buffer;
}

const operandBytes = [1, 1, 2, 4, 2, 2, undefined, 3] as const;
const tableDefinition = 0xd608;
const tabStops = 0xc615;

/** Reads a list of property modifiers. Source: [MS-DOC], 2.6 and 2.9.79. */
export function sprmsOf(list: Buffer): Sprm[] {
	const sprms: Sprm[] = [];
	for (let offset = 0; offset + 2 < list.length; ) {
		const code = list.readUInt16LE(offset);
		let start = offset + 2;
		let size: number | undefined = operandBytes[code >> 13];
		if (size === undefined) {
			if (code === tableDefinition && start + 2 <= list.length) {
				size = list.readUInt16LE(start) - 1;
				start += 2;
			} else {
				size = list.readUInt8(start);
				start += 1;
				// 255 means that the size must be computed; nothing that is needed here follows.
				if (code === tabStops && size === 255) break;
			}
		}
		if (size === undefined || size < 0) break;
		sprms.push({ code, operand: list.subarray(start, start + size) });
		offset = start + size;
	}
	return sprms;
}

/** The format of a range of the file, by offsets: property modifiers and, for paragraphs, the style. */
export interface FormatSpan {
	readonly from: number;
	readonly to: number;
	readonly style: number | undefined;
	readonly sprms: readonly Sprm[];
}

const pageBytes = 512;

/**
 * The spans in the file's formatting pages, in the file's order.
 *
 * @param plc the list of those pages
 * @param kind pages of paragraphs and of characters have different layouts
 */
export function formatSpans(main: Buffer, plc: Buffer, kind: "paragraph" | "character"): FormatSpan[] {
	const pages = Math.floor((plc.length - 4) / 8);
	const spans: FormatSpan[] = [];
	for (let index = 0; index < pages; index++) {
		const start = (plc.readUInt32LE((pages + 1) * 4 + index * 4) & 0x3fffff) * pageBytes;
		const page = main.subarray(start, start + pageBytes);
		if (page.length === pageBytes) spans.push(...spansOfPage(page, kind));
	}
	return spans;
}

function spansOfPage(page: Buffer, kind: "paragraph" | "character"): FormatSpan[] {
	const entryBytes = kind === "paragraph" ? 13 : 1;
	const count = Math.min(page.readUInt8(pageBytes - 1), Math.floor((pageBytes - 5) / (4 + entryBytes)));
	return Array.from({ length: count }, (_, index) => {
		const offset = page.readUInt8((count + 1) * 4 + index * entryBytes) * 2;
		const list = offset === 0 ? Buffer.alloc(0) : listAt(page, offset, kind);
		const hasStyle = kind === "paragraph" && list.length >= 2;
		return {
			from: page.readUInt32LE(index * 4),
			to: page.readUInt32LE((index + 1) * 4),
			style: hasStyle ? list.readUInt16LE(0) : undefined,
			sprms: sprmsOf(hasStyle ? list.subarray(2) : list),
		};
	});
}

function listAt(page: Buffer, offset: number, kind: "paragraph" | "character"): Buffer {
	const count = page.readUInt8(offset);
	if (kind === "character") return page.subarray(offset + 1, offset + 1 + count);
	if (count > 0) return page.subarray(offset + 1, offset + count * 2);
	const words = page.readUInt8(offset + 1);
	return page.subarray(offset + 2, offset + 2 + words * 2);
}
