import { isIsoDay } from "../model/ids.ts";
import { slugify } from "../text/index.ts";
import { type ContentFiles, folderOf } from "./content-files.ts";
import { nearest } from "./nearest.ts";
import { contentFolders, endingIn, placeOf } from "./places.ts";
import type { ContentProblem } from "./problem.ts";
import { strings } from "./strings.ts";

/** How programs name copies, made by conflicts or by hand. */
const copyMarks: readonly RegExp[] = [
	// Syncthing.
	/\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/i,
	// Dropbox, Nextcloud, Seafile: `22-bai (conflicted copy 2026-11-22)`.
	/ ?\([^()]*(?:conflict|xung đột)[^()]*\)$/i,
	// Old Nextcloud, and ownCloud: `22-bai_conflict-20261122-080000`.
	/_conflict-\d[\d-]*$/i,
	/[._-]conflicts?(?:[._-]\d+)?$/i,
	// Git, of a file whose folder another branch removed: `22-bai~HEAD`.
	/~[\w.-]+$/,
	// Files left by `git mergetool` and by text editors.
	/[_.](?:backup|base|local|remote)[_.]\d+$/i,
	/\.(?:old|bak|orig|backup)$/i,
	// Windows, in several languages, and macOS.
	/ ?[-–] ?(?:copy|bản sao|sao chép|shortcut|lối tắt)(?: ?\(\d+\))?$/i,
	/[ _](?:copy|bản sao)(?: ?\d+)?$/i,
	// GNOME: `(copy)`, `(another copy)`, `(3rd copy)`, `(bản sao thứ 3)`.
	/ ?\((?:(?:another|\d+\w{2}) )?(?:copy|bản sao|sao chép)(?: [^()]*)?\)$/i,
	/^(?:copy of|bản sao của) /i,
	// Browsers, Google Drive.
	/ ?\(\d+\)$/,
	// OneDrive: the name of the other computer.
	/-[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*$/,
	/ \d+$/,
];

const ending = /(?:\.(?:md|markdown|ya?ml)(?:\.txt)?)+$/i;

/** The problem of a document in a wrong folder or with a wrong name, with a remedy. */
export function misplacedProblem(path: string, files: ContentFiles): ContentProblem {
	return { file: path, ...wordingOf(path, files) };
}

function wordingOf(path: string, files: ContentFiles) {
	const folder = folderOf(path);
	const name = path.slice(path.lastIndexOf("/") + 1);
	// Temporary files of Word and Excel, and macOS's metadata files.
	if (/^(?:~\$|\._)/.test(name)) return strings.leftBehind;
	const stem = name.replace(ending, "");
	if (folder === "" && /^(?:site|provinces)(?![a-z])/i.test(name)) {
		const right = `${/^site/i.test(name) ? "site" : "provinces"}.yml`;
		return originalOf(stem, folder, ".yml", files) === undefined
			? renamed(path, right, files)
			: strings.conflictCopy(right);
	}
	const collection = path.split("/")[0] ?? "";
	const wanted = endingIn(collection);
	if (wanted === undefined) return inWrongFolder(path, collection, files);
	const original = originalOf(stem, folder, wanted, files);
	if (original !== undefined) return strings.conflictCopy(original);
	if (path.startsWith("articles/")) return wordingOfArticle(path, name, files);
	if (!name.endsWith(wanted)) return renamed(path, `${stem}${wanted}`, files);
	const [, inner = "", ...deeper] = path.split("/");
	// `pages/gioi-thieu/index.md` is the page of that folder in other programs.
	const own = stem === "index" ? inner : stem;
	if (deeper.length > 0) return moved(`${collection}/${slugify(withoutMark(own)) || "ten"}${wanted}`, files);
	return wronglyNamed(folder, stem, slugify(withoutMark(stem)) || "ten", wanted, files);
}

/** A document in an unknown or misspelt folder. */
function inWrongFolder(path: string, folder: string, files: ContentFiles) {
	const meant = nearest(folder, contentFolders) ?? foldersByOtherNames[slugify(folder)];
	const dated = meant === "articles" || meant === undefined ? datedTarget(path) : undefined;
	const target = dated ?? `${meant}${path.slice(folder.length)}`;
	if (dated !== undefined) return moved(dated, files);
	return meant === undefined || placeOf(target).kind === "misplaced"
		? strings.misplaced
		: moved(target, files);
}

/** Where a file belongs, unless that would overwrite another. */
function moved(target: string, files: ContentFiles) {
	return files.has(target) ? strings.moveToTaken(target) : strings.moveTo(target);
}

const foldersByOtherNames: Readonly<Record<string, string>> = {
	"bai-viet": "articles",
	posts: "articles",
	trang: "pages",
	"tac-gia": "authors",
	ban: "committees",
	"cac-ban": "committees",
	"tu-khoa": "tags",
	"su-kien": "events",
	"van-ban": "official-documents",
	documents: "official-documents",
	lich: "schedules",
	"lich-cong-tac": "schedules",
	"to-chuc": "units",
	"don-vi": "units",
	"can-bo": "people",
	"hoi-dap": "questions",
	"bieu-ngu": "banners",
};

function wordingOfArticle(path: string, name: string, files: ContentFiles) {
	const [, year = "", month = "", rest = ""] = /^articles\/(\d{4})\/(\d{1,2})\/([^/]+)$/.exec(path) ?? [];
	if (year === "" || /^\d{4}[-.]?\d{2}[-.]?\d{2}[-_ ]/.test(rest)) {
		const target = datedTarget(path);
		return target === undefined ? strings.misplaced : moved(target, files);
	}
	const folder = `articles/${year}/${month.padStart(2, "0")}`;
	const stem = rest.replace(ending, "");
	const [, day, slug = ""] = /^\W{0,3}(\d{1,2})(?!\d)[\s_.–-]*(.*)$/su.exec(stem.normalize("NFKC")) ?? [];
	if (day === undefined) return strings.dayMissing(`${slugify(withoutMark(stem)) || "ten-bai"}.md`);
	const dayName = day.padStart(2, "0");
	if (!isIsoDay(`${folder.slice("articles/".length).replace("/", "-")}-${dayName}`)) {
		return strings.wrongArticleDay;
	}
	const right = `${dayName}-${slugify(withoutMark(slug)) || "ten-bai"}`;
	if (folder !== folderOf(path)) return moved(`${folder}/${right}.md`, files);
	// Only the extension is wrong.
	if (stem === right && !name.endsWith(".md")) return renamed(path, `${right}.md`, files);
	return wronglyNamed(folder, stem, right, ".md", files);
}

/**
 * The place of an article that is named as other programs do: `2026-11-22-bai.md`, `2026/11/22/bai.md`,
 * `2026/11/22-bai/index.md`.
 */
function datedTarget(path: string): string | undefined {
	const separated = path.normalize("NFC").replace(/(^|\/)(\d{4})(\d{2})(\d{2})(?=[-_ ])/, "$1$2-$3-$4");
	const [, year, month = "", day = "", name = ""] =
		/(?:^|\/)(\d{4})[-./](?:tháng |thang-|t)?(\d{1,2})[-./](\d{1,2})[-/_ ]([^/]+?)(?:\/index)?\.(?:md|markdown)$/i.exec(
			separated,
		) ?? [];
	const date = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
	const slug = slugify(withoutMark(name));
	return isIsoDay(date) && slug !== ""
		? `articles/${date.slice(0, "yyyy-mm".length).replace("-", "/")}/${date.slice(-2)}-${slug}.md`
		: undefined;
}

/** The original of a file that is named like a copy. */
function originalOf(stem: string, folder: string, wanted: string, files: ContentFiles): string | undefined {
	// Copies of copies have several marks.
	for (let name = stem, left = 3; left > 0; left -= 1) {
		const mark = copyMarks.find((each) => each.test(name));
		if (!mark) return undefined;
		name = name.replace(mark, "").trim();
		const original = `${name}${wanted}`;
		if (files.has(folder === "" ? original : `${folder}/${original}`)) return original;
	}
	return undefined;
}

function withoutMark(stem: string): string {
	const mark = copyMarks.slice(0, -2).find((each) => each.test(stem));
	return mark ? stem.replace(mark, "").trim() : stem;
}

/** A remedy: a name with another extension. */
function renamed(path: string, name: string, files: ContentFiles) {
	const folder = folderOf(path);
	const target = folder === "" ? name : `${folder}/${name}`;
	return files.has(target) && target !== path ? strings.conflictCopy(name) : strings.wrongEnding(name);
}

/**
 * A remedy: a valid name, never that of an existing file.
 *
 * @param stem the present name without extension; `right` is the valid one
 */
function wronglyNamed(folder: string, stem: string, right: string, wanted: string, files: ContentFiles) {
	const isTaken = (name: string) => files.has(folder === "" ? name : `${folder}/${name}`);
	const plain = `${right}${wanted}`;
	// A name that begins with an existing one may be a copy made by an unknown program.
	const begun = partsBefore(stem).find((part) => isTaken(`${part}${wanted}`));
	if (!isTaken(plain)) {
		return begun === undefined
			? strings.wrongName(plain)
			: strings.wrongNameTaken(`${begun}${wanted}`, plain);
	}
	let number = 2;
	while (isTaken(`${right}-${number}${wanted}`)) number += 1;
	return strings.wrongNameTaken(plain, `${right}-${number}${wanted}`);
}

/** The beginnings of a name that end before a special character, longest first. */
function partsBefore(stem: string): string[] {
	return [...stem.matchAll(/(?<=[a-z0-9])[^a-z0-9]/g)].map(({ index }) => stem.slice(0, index)).reverse();
}
