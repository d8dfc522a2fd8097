/** A paragraph of a Word 97 file for tests. Its bytes are given as Latin-1. */
export interface TestParagraph {
	readonly text: string;
	readonly font: string;
	/** Whether it ends a table's cell or row. */
	readonly ends?: "cell" | "row";
}

const sectorBytes = 512;
const textAt = 1024;
const charactersAt = 2048;
const paragraphsAt = 2560;
const endOfChain = 0xfffffffe;

/** Makes a Word 97 file in memory, with only the tables that the reader uses. At most ten paragraphs. */
export function docOf(paragraphs: readonly TestParagraph[], { isEncrypted = false } = {}): Buffer {
	const fonts = [...new Set(paragraphs.map(({ font }) => font))];
	const texts = paragraphs.map(({ text, ends }) => text + (ends === undefined ? "\r" : "\u0007"));
	const text = Buffer.from(texts.join(""), "latin1");
	const places = [textAt];
	for (const each of texts) places.push((places.at(-1) ?? 0) + each.length);

	const main = Buffer.alloc(4096);
	main.writeUInt16LE(0xa5ec, 0);
	main.writeUInt16LE(0xc1, 2);
	main.writeUInt16LE(0x200 | (isEncrypted ? 0x100 : 0), 10);
	main.writeUInt32LE(text.length, 0x4c);
	text.copy(main, textAt);
	const fontSprms = paragraphs.map(({ font }) => [4, 0x4f, 0x4a, fonts.indexOf(font), 0]);
	formatPage(places, 1, fontSprms).copy(main, charactersAt);
	const tableSprms = paragraphs.map(({ ends }) => {
		if (ends === undefined) return [];
		return [5, 0, 0, 0x16, 0x24, 1, 0x17, 0x24, ends === "row" ? 1 : 0];
	});
	formatPage(places, 13, tableSprms).copy(main, paragraphsAt);

	const tables = Buffer.alloc(4096);
	const put = (fib: number, at: number, bytes: Buffer) => {
		bytes.copy(tables, at);
		main.writeUInt32LE(at, fib);
		main.writeUInt32LE(bytes.length, fib + 4);
	};
	put(0x1a2, 0, pieceTable(text.length));
	put(0x112, 512, Buffer.concat([Buffer.alloc(4), ...fonts.map(fontEntry)]));
	const range = [places[0] ?? 0, places.at(-1) ?? 0];
	put(0xfa, 2048, numbers([...range, charactersAt / sectorBytes]));
	put(0x102, 2560, numbers([...range, paragraphsAt / sectorBytes]));
	return compoundFile([
		["WordDocument", main],
		["1Table", tables],
	]);
}

function formatPage(
	places: readonly number[],
	entryBytes: number,
	lists: readonly (readonly number[])[],
): Buffer {
	const page = Buffer.alloc(sectorBytes);
	numbers(places).copy(page);
	let end = sectorBytes - 2;
	for (const [index, list] of lists.entries()) {
		if (list.length === 0) continue;
		end -= list.length + (list.length % 2);
		Buffer.from(list).copy(page, end);
		page.writeUInt8(end / 2, places.length * 4 + index * entryBytes);
	}
	page.writeUInt8(lists.length, sectorBytes - 1);
	return page;
}

function pieceTable(length: number): Buffer {
	const entry = Buffer.alloc(8);
	entry.writeUInt32LE((0x40000000 | (textAt * 2)) >>> 0, 2);
	return Buffer.concat([Buffer.of(2), numbers([16, 0, length]), entry]);
}

function fontEntry(name: string): Buffer {
	const entry = Buffer.concat([Buffer.alloc(40), Buffer.from(`${name}\0`, "utf16le")]);
	entry.writeUInt8(entry.length - 1, 0);
	return entry;
}

function numbers(values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(values.length * 4);
	for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
	return bytes;
}

/** Makes a compound file: one sector of allocation, one of directory, then the streams of 4,096 bytes each. */
function compoundFile(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
	const perStream = 4096 / sectorBytes;
	const header = Buffer.alloc(sectorBytes);
	Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
	header.writeUInt16LE(9, 30);
	header.writeUInt16LE(6, 32);
	header.writeUInt32LE(1, 48);
	header.writeUInt32LE(4096, 56);
	header.writeUInt32LE(endOfChain, 60);
	header.writeUInt32LE(endOfChain, 68);
	header.fill(0xff, 76);
	header.writeUInt32LE(0, 76);
	const chain = streams.flatMap((_, stream) =>
		Array.from({ length: perStream }, (__, index) =>
			index === perStream - 1 ? endOfChain : 2 + stream * perStream + index + 1,
		),
	);
	const table = Buffer.alloc(sectorBytes, 0xff);
	numbers([0xfffffffd, endOfChain, ...chain]).copy(table);
	const none = 0xffffffff;
	const entries = [
		directoryEntry("Root Entry", 5, [none, none, 1], endOfChain, 0),
		...streams.map(([name, bytes], index) =>
			directoryEntry(
				name,
				2,
				[none, index + 1 < streams.length ? index + 2 : none, none],
				2 + index * perStream,
				bytes.length,
			),
		),
	];
	const directory = Buffer.concat([...entries, Buffer.alloc(sectorBytes)]).subarray(0, sectorBytes);
	return Buffer.concat([header, table, directory, ...streams.map(([, bytes]) => bytes)]);
}

function directoryEntry(
	name: string,
	kind: number,
	tree: readonly number[],
	start: number,
	size: number,
): Buffer {
	const entry = Buffer.alloc(128);
	entry.write(name, "utf16le");
	entry.writeUInt16LE((name.length + 1) * 2, 64);
	entry.writeUInt8(kind, 66);
	numbers(tree).copy(entry, 68);
	numbers([start, size]).copy(entry, 116);
	return entry;
}
