import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { decodePercentSigns } from "../../../text/index.ts";
import { SourceError } from "../../source.ts";
import { openZip, type ZipArchive } from "../archives/zip-archive.ts";
import { strings } from "./strings.ts";

/** The most files of a library: the names of more would fill the memory. */
const maxFiles = 1_000_000;
/** The largest file that is read: pictures and attachments are held in memory whole. */
const maxFileBytes = 200_000_000;
/** The suffix of the sizes that WordPress makes of a picture: `hop-1024x683.jpg`. */
const scaled = /-\d{2,5}x\d{2,5}(?=\.[a-z]+$)/;

/** Pictures and attachments of an old portal, in a folder or a ZIP archive. */
export interface MediaLibrary {
	/**
	 * The file that a page calls `reference`: the one whose path ends like that of the address. Where the library lacks
	 * the size that is asked for, the original is used. Undefined if nothing fits, or if only the name fits and several
	 * files have that name.
	 */
	find(reference: string): (() => Promise<Uint8Array>) | undefined;
	close(): void;
}

/**
 * Opens a library of media. Only names are read. Symbolic links that lead out of the folder are ignored.
 *
 * @throws {SourceError} where there is no such folder or archive
 */
export async function openMedia(path: string): Promise<MediaLibrary> {
	const found = await stat(path).catch(() => {
		throw new SourceError(strings.noSuchMedia(path));
	});
	return found.isDirectory() ? folderLibrary(path) : archiveLibrary(await openZip(path));
}

async function folderLibrary(path: string): Promise<MediaLibrary> {
	const root = await realpath(path);
	const names: string[] = [];
	for await (const entry of await opendir(root, { recursive: true })) {
		if (!entry.isFile()) continue;
		names.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
		if (names.length > maxFiles) throw new SourceError(strings.tooManyMedia(path));
	}
	const find = finder(names);
	return {
		find: (reference) => {
			const name = find(reference);
			return name === undefined ? undefined : () => readMedia(join(root, name));
		},
		close: () => {},
	};
}

async function readMedia(path: string): Promise<Uint8Array> {
	if ((await stat(path)).size > maxFileBytes) throw new SourceError(strings.mediaTooLarge(path));
	return readFile(path);
}

function archiveLibrary(archive: ZipArchive): MediaLibrary {
	const find = finder(archive.entries.map(({ name }) => name));
	return {
		find: (reference) => {
			const name = find(reference);
			return name === undefined ? undefined : () => archive.read(name);
		},
		close: () => archive.close(),
	};
}

/** Makes a function that finds the file's name for a reference. */
function finder(names: readonly string[]): (reference: string) => string | undefined {
	const byLastPart = new Map<string, { readonly name: string; readonly parts: readonly string[] }[]>();
	for (const name of [...names].sort()) {
		const parts = partsOf(name);
		const last = parts.at(-1) ?? "";
		byLastPart.set(last, [...(byLastPart.get(last) ?? []), { name, parts }]);
	}
	return (reference) => {
		const parts = partsOf(pathOf(reference));
		const last = parts.at(-1) ?? "";
		for (const wanted of [last, last.replace(scaled, "")]) {
			const candidates = (byLastPart.get(wanted) ?? []).map(({ name, parts: own }) => ({
				name,
				shared: sharedEnd(own.slice(0, -1), parts.slice(0, -1)),
			}));
			const most = Math.max(-1, ...candidates.map(({ shared }) => shared));
			const best = candidates.filter(({ shared }) => shared === most);
			if (best.length === 1) return best[0]?.name;
		}
		return undefined;
	};
}

function partsOf(path: string): string[] {
	return path
		.normalize("NFC")
		.toLowerCase()
		.split("/")
		.filter((part) => part !== "" && part !== "." && part !== "..");
}

/** The path of an address or of a relative reference, decoded. */
function pathOf(reference: string): string {
	const path = reference
		.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "")
		.replace(/[?#].*$/, "")
		.replaceAll("\\", "/");
	return decodePercentSigns(path);
}

function sharedEnd(a: readonly string[], b: readonly string[]): number {
	let shared = 0;
	while (shared < a.length && shared < b.length && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
	return shared;
}
