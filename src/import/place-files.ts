import { join } from "node:path";
import { resolveContentPath } from "../content/index.ts";
import { sha256 } from "../disk/digest.ts";
import { filePath } from "../model/fields.ts";
import { decodePercentSigns, slugify } from "../text/index.ts";
import { acceptedTypeOf } from "./file-type.ts";
import type { Journal } from "./journal.ts";
import { type ImportedFile, SourceError } from "./source.ts";
import { strings } from "./strings.ts";
import { readIfThere, writeWhole } from "./write-file.ts";

/** The largest file that is imported; larger ones would bloat the Git repository. */
const maxBytes = 50_000_000;

const safePath = filePath();

/** A file that has been placed in the content folder. */
export interface PlacedFile {
	readonly file: ImportedFile;
	readonly kind: "picture" | "attachment";
	/** The reference in the article: relative to it, or from the content folder with a leading slash. */
	readonly path: string;
}

export interface PlacedFiles {
	readonly placed: readonly PlacedFile[];
	/** Files that are missing or cannot be imported, with the reason in Vietnamese. */
	readonly missing: readonly { readonly file: ImportedFile; readonly reason: string }[];
}

/** Where the files of articles are placed. */
export interface FilePlaces {
	/** The content folder. */
	readonly directory: string;
	readonly journal: Journal;
	/** False with `--dry-run`: then nothing is written. */
	readonly isWriting: boolean;
}

/**
 * Puts an article's pictures and attachments into its folder. A file that the portal already has, by digest, is not
 * written again: the article then refers to the existing one.
 *
 * @param article path of the article's document below the content folder
 */
export async function placeFiles(
	files: readonly ImportedFile[],
	article: string,
	{ directory, journal, isWriting }: FilePlaces,
): Promise<PlacedFiles> {
	const placed: PlacedFile[] = [];
	const missing: { file: ImportedFile; reason: string }[] = [];
	const folder = article.replace(/\.md$/, "");
	const names = new Set<string>();
	for (const file of files) {
		const bytes = await bytesOf(file);
		if (typeof bytes === "string") {
			missing.push({ file, reason: bytes });
			continue;
		}
		const type = await acceptedTypeOf(bytes, file.reference);
		if (!type) {
			missing.push({ file, reason: strings.noFileType });
			continue;
		}
		if (file.place !== undefined && safePath.safeParse(file.place).success) {
			if (isWriting) await writeWhole(join(directory, file.place), bytes);
			placed.push({ file, kind: type.kind, path: writtenIn(article, file.place) });
			continue;
		}
		const digest = sha256(bytes).slice(0, 32);
		let path = journal.pathOfFile(digest);
		const isThere =
			path !== undefined && (!isWriting || (await readIfThere(join(directory, path))) !== undefined);
		if (path === undefined || !isThere) {
			path ??= `${folder}/${freeName(names, nameOf(file.reference), type.extension)}`;
			await journal.noteFile(digest, path);
			if (isWriting) await writeWhole(join(directory, path), bytes);
		}
		names.add(path.slice(path.lastIndexOf("/") + 1));
		placed.push({ file, kind: type.kind, path: writtenIn(article, path) });
	}
	return { placed, missing };
}

async function bytesOf({ read }: ImportedFile): Promise<Uint8Array | string> {
	if (!read) return strings.notAtHand;
	try {
		const bytes = await read();
		if (bytes.length === 0) return strings.emptyFile;
		return bytes.length > maxBytes ? strings.tooLarge(bytes.length) : bytes;
	} catch (error) {
		return error instanceof SourceError ? error.message : strings.unreadableFile(String(error));
	}
}

/** The last part of an address as a file name without extension; folders of the source are dropped. */
function nameOf(reference: string): string {
	const last =
		decodePercentSigns(reference)
			.replace(/[?#].*$/, "")
			.split(/[/\\]/)
			.at(-1) ?? "";
	return slugify(last.replace(/\.\w{2,5}$/, ""), 60) || "tep";
}

function freeName(names: ReadonlySet<string>, stem: string, extension: string): string {
	let name = `${stem}${extension}`;
	for (let number = 2; names.has(name); number += 1) name = `${stem}-${number}${extension}`;
	return name;
}

function writtenIn(article: string, path: string): string {
	const folder = article.slice(0, article.lastIndexOf("/") + 1);
	const relative = path.startsWith(folder) ? path.slice(folder.length) : `/${path}`;
	return resolveContentPath(article, relative) === path ? relative : `/${path}`;
}
