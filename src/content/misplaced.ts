import { isIsoDay, isSlug } from "../model/ids.ts";
import { slugify } from "../text/index.ts";
import { type ContentFiles, folderOf } from "./content-files.ts";
import type { ContentProblem } from "./problem.ts";
import { strings } from "./strings.ts";

/** How programs name the copies that they make: of two versions of a file, or of one that was copied by hand. */
const copyMarks: readonly RegExp[] = [
	// Syncthing.
	/\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/i,
	// Dropbox, Nextcloud: `22-bai (conflicted copy 2026-11-22)`.
	/ ?\([^()]*(?:conflict|xung đột)[^()]*\)$/i,
	// Windows, in several languages, and macOS.
	/ ?- ?(?:copy|bản sao|sao chép)(?: ?\(\d+\))?$/i,
	/[ _](?:copy|bản sao)(?: ?\d+)?$/i,
	/^(?:copy of|bản sao của) /i,
	// Browsers, Google Drive.
	/ ?\(\d+\)$/,
	// OneDrive: the name of the other computer.
	/-[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*$/,
	/ \d+$/,
];

const collectionEndings: Readonly<Record<string, string>> = {
	articles: ".md",
	pages: ".md",
	authors: ".yml",
	committees: ".yml",
	tags: ".yml",
};
const ending = /\.(?:md|markdown|ya?ml)(?:\.txt)?$/i;
const articlePath = /^articles\/(\d{4})\/(\d{2})\/(\d{2})-([^/]+)\.md$/;

/** What is the matter with a document that lies or is called as none does, and what to do about it. */
export function misplacedProblem(path: string, files: ContentFiles): ContentProblem {
	return { file: path, ...wordingOf(path, files) };
}

function wordingOf(path: string, files: ContentFiles) {
	const folder = folderOf(path);
	const name = path.slice(path.lastIndexOf("/") + 1);
	const wanted = collectionEndings[path.split("/")[0] ?? ""];
	if (folder === "" && /^(?:site|provinces)\./i.test(name)) {
		return renamed(path, `${name.replace(/\..*$/, "").toLowerCase()}.yml`, files);
	}
	if (wanted === undefined) return strings.misplaced;
	const stem = name.replace(ending, "");
	const original = originalOf(stem, folder, wanted, files);
	if (original !== undefined) return strings.conflictCopy(original);
	if (!name.endsWith(wanted)) return renamed(path, `${stem}${wanted}`, files);
	if (path.startsWith("articles/")) {
		const [, year, month, day, slug = ""] = articlePath.exec(path) ?? [];
		if (year === undefined) return strings.misplaced;
		if (!isIsoDay(`${year}-${month}-${day}`)) return strings.wrongArticleDay;
		return wronglyNamed(folder, `${day}-${slugify(withoutMark(slug)) || "ten-bai"}`, wanted, files);
	}
	if (isSlug(stem) || path.split("/").length > 2) return strings.misplaced;
	return wronglyNamed(folder, slugify(withoutMark(stem)) || "ten", wanted, files);
}

/** The file of which a name is the name of a copy. */
function originalOf(stem: string, folder: string, wanted: string, files: ContentFiles): string | undefined {
	for (const mark of copyMarks) {
		if (!mark.test(stem)) continue;
		const original = `${stem.replace(mark, "").trim()}${wanted}`;
		if (files.has(folder === "" ? original : `${folder}/${original}`)) return original;
	}
	return undefined;
}

function withoutMark(stem: string): string {
	const mark = copyMarks.slice(0, -2).find((each) => each.test(stem));
	return mark ? stem.replace(mark, "").trim() : stem;
}

/** A name with another ending. */
function renamed(path: string, name: string, files: ContentFiles) {
	const folder = folderOf(path);
	const target = folder === "" ? name : `${folder}/${name}`;
	return files.has(target) && target !== path ? strings.conflictCopy(name) : strings.wrongEnding(name);
}

/** A name with other letters: never that of a file which is there. */
function wronglyNamed(folder: string, stem: string, wanted: string, files: ContentFiles) {
	const isTaken = (name: string) => files.has(folder === "" ? name : `${folder}/${name}`);
	const plain = `${stem}${wanted}`;
	if (!isTaken(plain)) return strings.wrongName(plain);
	let number = 2;
	while (isTaken(`${stem}-${number}${wanted}`)) number += 1;
	return strings.wrongNameTaken(plain, `${stem}-${number}${wanted}`);
}
