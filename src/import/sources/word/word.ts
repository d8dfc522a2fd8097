import { opendir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { formatBytes } from "../../../text/index.ts";
import type { ImportedArticle, Source, SourceForm, SourceSample, UnreadableItem } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { strings as importStrings } from "../../strings.ts";
import { readWordFile } from "./read-word-file.ts";
import { strings } from "./strings.ts";
import { articleOfDocument } from "./word-article.ts";
import { plainText, WordError } from "./word-document.ts";

/** The largest file that is read: each is held in memory whole. */
const maxBytes = 100_000_000;

/** Word files of any version, one article per file. */
export const word: SourceForm = {
	name: "word",
	summary: strings.summary,
	recognises,
	open: (path) => wordSource(path),
};

function recognises({ isFolder, names, head, path }: SourceSample): number {
	if (isFolder) return names.filter(isWordName).length > names.length / 2 ? 0.5 : 0;
	const start = head.toString("latin1");
	if (start.startsWith("{\\rtf")) return 0.95;
	const isContainer = start.startsWith("PK\u0003\u0004") || start.startsWith("\u00D0\u00CF\u0011\u00E0");
	if (!isContainer) return 0;
	if (start.includes(openDocumentText)) return 0.9;
	if (/[\n\0]word\/|word\/document\.xml/.test(start) && start.includes("[Content_Types].xml")) return 0.9;
	return isWordName(path) ? 0.6 : 0;
}

/** The first entry of an .odt file is not compressed. */
const openDocumentText = "mimetypeapplication/vnd.oasis.opendocument.text";

function isWordName(name: string): boolean {
	// Word's own lock files begin with ~$, LibreOffice's with .~lock.
	return /\.(?:docx|doc|rtf|odt)$/i.test(name) && !/(?:^|\/)~\$[^/]*$/.test(name);
}

/** @param path of a file, or of a folder whose Word files are read in the order of their names */
function wordSource(path: string): Source {
	return {
		name: basename(path),
		async *articles() {
			let position = 0;
			const { files, isFolder } = await filesBelow(path);
			for (const file of files) {
				position += 1;
				const id = isFolder ? relative(path, file).split(sep).join("/") : basename(file);
				yield await readItem(file, id, position, isFolder);
			}
		},
	};
}

async function filesBelow(path: string): Promise<{ readonly files: string[]; readonly isFolder: boolean }> {
	const found = await stat(path).catch(() => {
		throw new SourceError(importStrings.noSuchSource(path));
	});
	if (!found.isDirectory()) return { files: [path], isFolder: false };
	const files: string[] = [];
	for await (const entry of await opendir(path, { recursive: true })) {
		if (entry.isFile() && isWordName(entry.name)) files.push(join(entry.parentPath, entry.name));
	}
	return { files: files.sort(), isFolder: true };
}

async function readItem(
	file: string,
	id: string,
	position: number,
	isFolder: boolean,
): Promise<ImportedArticle | UnreadableItem> {
	try {
		const { size } = await stat(file);
		if (size > maxBytes) throw new WordError(strings.tooLarge(formatBytes(maxBytes)));
		const document = await readWordFile(await readFile(file));
		if (plainText(document.blocks).trim() === "") throw new WordError(strings.empty);
		const article = articleOfDocument(document, basename(file, extname(file)));
		return {
			...article,
			position,
			id,
			...(isFolder ? { formerAddresses: [`/${id}`] } : {}),
			files: (article.files ?? []).map((picture) => ({
				...picture,
				// The file is read again on demand, so that waiting articles need no memory for their pictures.
				read: async () => {
					const { pictures } = await readWordFile(await readFile(file));
					const bytes = await pictures.get(picture.reference)?.();
					if (!bytes) throw new SourceError(strings.broken);
					return bytes;
				},
			})),
		};
	} catch (error) {
		if (error instanceof WordError) return { position, id, unreadable: error.message };
		throw error;
	}
}
