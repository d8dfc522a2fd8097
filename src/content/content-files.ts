import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
// Not imported from the index, which loads luxon: the whole build waits for the process that lists the files.
import { toNfc } from "../text/normalize.ts";
import type { ContentProblem } from "./problem.ts";
import { strings } from "./strings.ts";

/** The files of the content folder. Paths are relative to it, with forward slashes, in code unit order. */
export interface ContentFiles {
	readonly directory: string;
	readonly paths: readonly string[];
	/** Compares names exactly, so that a wrong case is noticed even on case-insensitive disks. */
	has(path: string): boolean;
	/** Names of the files directly in a folder (`articles/2026/11/22-x`, `media`). */
	namesIn(folder: string): readonly string[];
}

/**
 * Lists the files below a folder. Names that begin with a dot are not content. A symbolic link counts as the file that
 * it points to as long as that lies in the folder; others, links to folders, and names that are not UTF-8, are problems.
 */
export function listContentFiles(directory: string): {
	files: ContentFiles;
	problems: readonly ContentProblem[];
} {
	const paths: string[] = [];
	const problems: ContentProblem[] = [];
	const root = realpathSync(directory);
	const visit = (folder: string): void => {
		for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
			if (entry.name.startsWith(".")) continue;
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.name.includes(unreadableByte)) {
				problems.push({ file: path, ...strings.nameNotUtf8 });
				continue;
			}
			if (entry.isDirectory()) visit(path);
			else if (entry.isFile() || isLinkWithin(root, path, entry)) paths.push(path);
			else problems.push({ file: path, ...strings.symbolicLink });
		}
	};
	visit("");
	paths.sort();
	return { files: contentFiles(directory, paths), problems };
}

/** What Node puts in the place of a byte that is no UTF-8. No such file can be opened by its name. */
const unreadableByte = "\uFFFD";

function isLinkWithin(root: string, path: string, entry: Dirent): boolean {
	if (!entry.isSymbolicLink()) return false;
	try {
		const target = realpathSync(join(root, path));
		return target.startsWith(root + sep) && statSync(target).isFile();
	} catch {
		return false;
	}
}

/** @param paths in code unit order */
export function contentFiles(directory: string, paths: readonly string[]): ContentFiles {
	let known: ReadonlySet<string> | undefined;
	let folders: Map<string, string[]> | undefined;
	return {
		directory,
		paths,
		has(path) {
			// A name that is not NFC is a separate problem. References to it need not be reported as well.
			known ??= new Set(paths.map(toNfc));
			return known.has(path);
		},
		namesIn(folder) {
			folders ??= groupByFolder(paths);
			return folders.get(folder) ?? [];
		},
	};
}

function groupByFolder(paths: readonly string[]): Map<string, string[]> {
	const folders = new Map<string, string[]>();
	for (const path of paths) {
		const slash = path.lastIndexOf("/");
		const folder = slash === -1 ? "" : path.slice(0, slash);
		const names = folders.get(folder);
		if (names) names.push(path.slice(slash + 1));
		else folders.set(folder, [path.slice(slash + 1)]);
	}
	return folders;
}

/** The folder of a path, empty for a file directly in the content folder. */
export function folderOf(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash === -1 ? "" : path.slice(0, slash);
}

/**
 * Resolves a path in a document: relative to the document, or with a leading slash relative to the content folder.
 *
 * @param file path of the document below the content folder
 * @returns a path below the content folder
 */
export function resolveContentPath(file: string, path: string): string {
	if (path.startsWith("/")) return path.slice(1);
	const folder = folderOf(file);
	return folder === "" ? path : `${folder}/${path}`;
}
