/** The type of an office file, by what it holds and never by its name. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";

export interface OfficeFile {
	/** As its name should have it: `docx`. */
	readonly extension: string;
	/** Whether it holds programs, which start when it is opened. */
	readonly hasMacros: boolean;
}

/** How many names in an archive are looked at: those that tell its type come first. */
const mostNames = 5_000;

/** Main parts of Office Open XML, ECMA-376. Word on the web numbers them: `word/document2.xml`. */
const mainParts: readonly (readonly [extension: string, part: RegExp])[] = [
	["docx", /^word\/document\d*\.xml$/],
	["xlsx", /^xl\/workbook\d*\.xml$/],
	["pptx", /^ppt\/presentation\d*\.xml$/],
];

const openTypes: Readonly<Record<string, string>> = {
	"application/vnd.oasis.opendocument.text": "odt",
	"application/vnd.oasis.opendocument.spreadsheet": "ods",
	"application/vnd.oasis.opendocument.presentation": "odp",
	"application/epub+zip": "epub",
};

/** Parts with programs: of Office Open XML, whatever their folder; of OpenDocument. */
const programParts = /(?:^|\/)vba[^/]*\.(?:bin|xml)$|(?:^|\/)macrosheets\//i;
const openPrograms = /^(?:Basic|Scripts)\//i;
/** What a list of content types says of such parts, which may have any name. */
const programTypes = /vbaProject|macroEnabled|macrosheet/i;
const contentTypes = "[Content_Types].xml";
/** No list of content types is longer. */
const longestTypes = 1024 * 1024;

/** Streams of Microsoft's compound files, whose names are in UTF-16. */
const streams: readonly (readonly [extension: string, ...streams: string[]])[] = [
	["doc", "WordDocument"],
	["xls", "Workbook", "Book"],
	["ppt", "PowerPoint Document"],
];

const zipSignature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb */
const compoundSignature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * @param file with its first bytes and where it is, or with all its bytes. Of an archive, only the lists of names and of content types are read
 *
 * @returns undefined if it is something else, an archive of other files included
 */
export async function officeFileOf({
	bytes,
	path,
}: {
	readonly bytes: Buffer;
	readonly path?: string;
}): Promise<OfficeFile | undefined> {
	if (bytes.subarray(0, 8).equals(compoundSignature)) {
		const whole = path === undefined ? bytes : await readFile(path);
		const holds = (name: string) => whole.includes(Buffer.from(name, "utf16le"));
		const [extension] = streams.find(([, ...names]) => names.some(holds)) ?? [];
		return extension === undefined ? undefined : { extension, hasMacros: holds("_VBA_PROJECT") };
	}
	if (!bytes.subarray(0, 4).equals(zipSignature)) return undefined;
	// OpenDocument's first entry is `mimetype`, uncompressed, so its text is at a fixed offset.
	if (bytes.toString("latin1", 30, 38) === "mimetype") {
		const length = Math.min(bytes.length < 22 ? 0 : bytes.readUInt32LE(18), 100);
		const extension = openTypes[bytes.toString("latin1", 38, 38 + length)];
		if (extension === undefined) return undefined;
		const { names } = extension === "epub" ? noParts : await partsIn(path ?? bytes);
		return { extension, hasMacros: names.some((name) => openPrograms.test(name)) };
	}
	const { names, types } = await partsIn(path ?? bytes);
	const [extension] = mainParts.find(([, part]) => names.some((name) => part.test(name))) ?? [];
	if (extension === undefined || types === undefined) return undefined;
	return {
		extension,
		hasMacros: programTypes.test(types) || names.some((name) => programParts.test(name)),
	};
}

interface ArchiveParts {
	readonly names: readonly string[];
	/** The list of content types; undefined if there is none, or one that no office program writes. */
	readonly types?: string;
}

const noParts: ArchiveParts = { names: [] };

/** No parts if it is not a readable archive. */
async function partsIn(source: string | Buffer): Promise<ArchiveParts> {
	const names: string[] = [];
	let list: Entry | undefined;
	let archive: ZipFile | undefined;
	try {
		const options = { lazyEntries: true, autoClose: false };
		archive =
			typeof source === "string"
				? await openPromise(source, options)
				: await fromBufferPromise(source, options);
		for await (const entry of archive.eachEntry()) {
			names.push(entry.fileName);
			if (entry.fileName === contentTypes && entry.uncompressedSize <= longestTypes) list = entry;
			if (names.length >= mostNames) break;
		}
		return list ? { names, types: await text(await archive.openReadStreamPromise(list)) } : { names };
	} catch {
		return noParts;
	} finally {
		archive?.close();
	}
}
