import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, type Options, openPromise, type ZipFile } from "yauzl";
import { formatBytes, formatNumber } from "../../../text/index.ts";
import { decodeCharacters } from "../../encodings/index.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

/** The most entries that an archive may have: the names of more would fill the memory. */
const maxZipEntries = 500_000;
/** The most uncompressed bytes of an entry that is read into memory whole. */
const maxEntryBytes = 200_000_000;
/** The highest compression ratio that an entry may have. Text reaches 20; deflate's theoretical limit is 1,032. */
const maxRatio = 200;
/** Entries up to this size may have any compression ratio. */
const ratioFreeBytes = 10_000_000;

/** A file in an archive. */
export interface ZipEntry {
	/** With forward slashes, relative, without `..`. */
	readonly name: string;
	/** Uncompressed size in bytes, as the archive states it. Reading fails where the statement is wrong. */
	readonly size: number;
}

/** A ZIP archive whose directory has been read. Entries are uncompressed on demand. */
export interface ZipArchive {
	/** Files only, in the archive's order. */
	readonly entries: readonly ZipEntry[];
	/** Entries that are never read, such as ZIP bombs or names that lead out of the archive. The reason is Vietnamese. */
	readonly refused: readonly { readonly name: string; readonly reason: string }[];
	/**
	 * A stream of an entry's bytes; the caller reads it to the end or destroys it.
	 *
	 * @throws {SourceError} if the entry is damaged or missing
	 */
	stream(name: string): Promise<Readable>;
	/** @throws {SourceError} as `stream`, and for more than `maxEntryBytes` */
	read(name: string): Promise<Buffer>;
	close(): void;
}

/**
 * Opens a ZIP archive from a path or from memory. Only its directory is read; nothing is ever written to disk.
 *
 * @throws {SourceError} if it is not one
 */
export async function openZip(
	source: string | Buffer,
	label = typeof source === "string" ? source : "",
): Promise<ZipArchive> {
	let file: ZipFile | undefined;
	try {
		file = await (typeof source === "string"
			? openPromise(source, options)
			: fromBufferPromise(source, options));
		return await readDirectory(file);
	} catch (error) {
		file?.close();
		if (error instanceof SourceError) throw error;
		throw new SourceError(strings.notZip(label), { cause: error });
	}
}

// Names are checked here, entry by entry: the library's own check would reject the whole archive at the first bad one.
const options: Options = { autoClose: false, decodeStrings: false };

async function readDirectory(file: ZipFile): Promise<ZipArchive> {
	const found = new Map<string, Entry>();
	const refused: { name: string; reason: string }[] = [];
	let count = 0;
	for await (const entry of file.eachEntry()) {
		count += 1;
		if (count > maxZipEntries) throw new SourceError(strings.tooManyEntries(formatNumber(maxZipEntries)));
		const name = nameOf(entry);
		if (name.endsWith("/")) continue;
		const reason = reasonToRefuse(name, entry);
		if (reason === undefined) found.set(name, entry);
		else refused.push({ name, reason });
	}
	return {
		entries: [...found].map(([name, entry]) => ({ name, size: entry.uncompressedSize })),
		refused,
		stream: (name) => streamEntry(file, name, found.get(name)),
		read: async (name) => readWhole(name, await streamEntry(file, name, found.get(name))),
		close: () => file.close(),
	};
}

/**
 * Names are read as UTF-8 where they are valid: bit 11 of the flags should say so, but Windows uses UTF-8 without
 * setting it. Others are in the code page of a Vietnamese Windows.
 */
function nameOf({ fileName }: Entry): string {
	const bytes = fileName as unknown as Buffer;
	const { text } = decodeCharacters(bytes, { charset: "windows-1258" });
	return text.replaceAll("\\", "/").normalize("NFC");
}

function reasonToRefuse(name: string, entry: Entry): string | undefined {
	const isOutside = name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..");
	// biome-ignore lint/suspicious/noControlCharactersInRegex: a name must not contain control characters
	if (isOutside || /[\u0000-\u001f]/.test(name)) return strings.unsafeName(name);
	if ((entry.generalPurposeBitFlag & 1) === 1) return strings.encryptedEntry(name);
	const { uncompressedSize, compressedSize } = entry;
	const isBomb = uncompressedSize > ratioFreeBytes && uncompressedSize > compressedSize * maxRatio;
	return isBomb ? strings.entrySuspicious(name) : undefined;
}

async function streamEntry(file: ZipFile, name: string, entry: Entry | undefined): Promise<Readable> {
	try {
		if (entry) return await file.openReadStreamPromise(entry);
	} catch (error) {
		throw new SourceError(strings.brokenEntry(name), { cause: error });
	}
	throw new SourceError(strings.brokenEntry(name));
}

async function readWhole(name: string, stream: Readable): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > maxEntryBytes)
				throw new SourceError(strings.entryTooLarge(name, formatBytes(maxEntryBytes)));
			chunks.push(chunk);
		}
	} catch (error) {
		if (error instanceof SourceError) throw error;
		throw new SourceError(strings.brokenEntry(name), { cause: error });
	}
	return Buffer.concat(chunks);
}
