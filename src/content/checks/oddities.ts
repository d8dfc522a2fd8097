import type { ArticleId } from "../../model/ids.ts";
import { slugify, spellingKey } from "../../text/index.ts";
import { contentFolders, endingIn, placeOf } from "../places.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { usedFilesOf } from "../used-files.ts";
import { type CheckContext, type PortalCheck, problemAt } from "./context.ts";

/** A date that is further in the future is probably a typing error. */
const yearsAhead = 2;
/** A corrected date moves an article by days. One that moves it by years is probably a typing error. */
const yearsApart = 2;

/** Warns of things that are allowed but probably unintended. None of them prevents a build. */
export const checkOddities: PortalCheck = (context) => [
	...oddDates(context),
	...endsBeforeBeginning(context),
	...authorsNamedTwice(context),
	...twoOfOneName(context),
	...namesThatDifferByCase(context),
	...twins(context),
	...copies(context),
	...strayDocuments(context),
	...tagsOfOneAddress(context),
];

function oddDates(context: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	const thisYear = Number(context.now.slice(0, 4));
	for (const { id, file, fields } of context.articles.values()) {
		if (fields.date === undefined) continue;
		// Fast path: usually the path has the article's year.
		if (fields.date.startsWith(id.slice(0, 4)) && fields.date <= context.now) continue;
		const year = Number(fields.date.slice(0, 4));
		const yearInPath = Number(id.slice(0, 4));
		if (year > thisYear + yearsAhead) {
			warnings.push(problemAt(context, file, ["date"], strings.dateFarAhead(year)));
		} else if (Math.abs(year - yearInPath) >= yearsApart) {
			warnings.push(problemAt(context, file, ["date"], strings.dateFarFromPath(year, yearInPath)));
		}
	}
	return warnings;
}

/** Articles that are out of date before they appear. */
function endsBeforeBeginning(context: CheckContext): ContentProblem[] {
	return [...context.articles.values()].flatMap(({ file, fields: { date, expires } }) =>
		date !== undefined && expires !== undefined && expires <= date
			? [problemAt(context, file, ["expires"], strings.expiresBeforeDate)]
			: [],
	);
}

function authorsNamedTwice(context: CheckContext): ContentProblem[] {
	return [...context.articles.values()].flatMap(({ file, fields: { author = [] } }) => {
		const repeated = author.findIndex((id, index) => author.indexOf(id) < index);
		return repeated === -1 ? [] : [problemAt(context, file, ["author", repeated], strings.authorTwice)];
	});
}

/** Committees or authors with the same name. */
function twoOfOneName(context: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	const look = (entries: Iterable<{ readonly file: string; readonly name: string | undefined }>): void => {
		const owners = new Map<string, string>();
		for (const { file, name } of entries) {
			if (name === undefined) continue;
			const key = spellingKey(name);
			const owner = owners.get(key);
			if (owner === undefined) owners.set(key, file);
			else warnings.push(problemAt(context, file, ["name"], strings.sameName(name, owner)));
		}
	};
	look([...context.committees.values()].map(({ file, fields }) => ({ file, name: fields.name })));
	look(
		[...context.authors.values()].map(({ file, fields }) => ({
			file,
			name: fields.name && `${fields.name}${fields.penName ? ` (${fields.penName})` : ""}`,
		})),
	);
	return warnings;
}

/** Files that are the same on the case-insensitive disks of Windows and macOS. */
function namesThatDifferByCase({ files }: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	const names = new Map<string, string>();
	for (const path of files.paths) {
		const folded = path.toLowerCase();
		// Fast path: of two names that differ in case, at least one is not in lower case.
		if (folded === path) continue;
		const other = names.get(folded) ?? (files.has(folded) ? folded : undefined);
		names.set(folded, path);
		if (other === undefined) continue;
		warnings.push({ file: path, ...strings.differsByCase(other.slice(other.lastIndexOf("/") + 1)) });
	}
	return warnings;
}

/** Articles with equal files. */
function twins({ articles }: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	const known = new Map<string, string>();
	// The name of a copy is longer. Its address is hardly known yet.
	const byLength = [...articles.values()].sort((one, other) => one.file.length - other.file.length);
	for (const { file, digest } of byLength) {
		const other = known.get(digest);
		if (other === undefined) known.set(digest, file);
		else if (digest !== "") warnings.push({ file, ...strings.sameText(other) });
	}
	return warnings;
}

/** Suffixes of copies whose names are valid names of articles. */
const nameOfCopy = /-(?:copy|ban-sao|conflict|old|cu|backup|\d{1,2})$/;

/** Articles that are named like a copy of another one and have its title. */
function copies({ articles }: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	for (const { id, file, digest, fields } of articles.values()) {
		const mark = nameOfCopy.exec(id);
		const original = mark ? articles.get(id.slice(0, mark.index) as ArticleId) : undefined;
		// Equal files are reported by `twins`.
		if (!original || original.digest === digest || fields.title === undefined) continue;
		if (original.fields.title === fields.title) warnings.push({ file, ...strings.sameTitle(original.file) });
	}
	return warnings;
}

/** Files in document folders that are no pictures and no attachments: pages, texts, backup copies. */
const strayName = new RegExp(
	`^(?:articles/\\d{4}/\\d{2}|${contentFolders.filter((folder) => folder !== "articles").join("|")})/[^/]+$`,
	"i",
);
const otherName =
	/\.(?:jpe?g|png|webp|avif|gif|svg|hei[cf]|tiff?|bmp|pdf|xlsx?|pptx?|od[sp]|zip|rar|7z|mp[34]|m4a|wav|csv)$|\/(?:thumbs\.db|desktop\.ini|icon\r|\.[^/]*)$/i;

/** Unused files that somebody may mistake for articles. */
function strayDocuments(context: CheckContext): ContentProblem[] {
	// Documents and files with names of documents are read, or are problems already.
	const stray = context.files.paths.filter(
		(path) => placeOf(path).kind === "resource" && strayName.test(path) && !otherName.test(path),
	);
	if (stray.length === 0) return [];
	const used = new Set(usedFilesOf(context).all().attachments);
	return stray
		.filter((path) => !used.has(path))
		.map((file) => {
			const original = originalOf(file, context);
			return {
				file,
				...(original === undefined ? strings.strayDocument(endingOf(file)) : strings.conflictCopy(original)),
			};
		});
}

function endingOf(path: string): string {
	return endingIn(path.slice(0, path.indexOf("/"))) ?? ".md";
}

/** The document beside a stray file that its text would overwrite: `22-bai.md` of `22-bai.txt` and `22-bai.md.orig`. */
function originalOf(path: string, { files }: CheckContext): string | undefined {
	const ending = endingOf(path);
	const plain = path.replace(/~$/, "").replace(/\.[^./]*$/, "");
	return [`${plain}${ending}`, plain, path.replace(/~$/, "")]
		.find((each) => each.endsWith(ending) && files.has(each))
		?.slice(path.lastIndexOf("/") + 1);
}

/**
 * Tags with the same slug ("Bão", "Báo") and without a file. A new article with an earlier date could swap their
 * addresses.
 */
function tagsOfOneAddress(context: CheckContext): ContentProblem[] {
	const described = new Set(
		[...context.tags.values()].flatMap(({ fields: { name, synonyms = [] } }) =>
			[name ?? "", ...synonyms].map(spellingKey),
		),
	);
	const seen = new Map<string, Map<string, { name: string; file: string; index: number }>>();
	const known = new Set<string>();
	for (const { file, fields } of context.articles.values()) {
		fields.tags?.forEach((name, index) => {
			if (known.has(name)) return;
			known.add(name);
			const key = spellingKey(name);
			if (described.has(key)) return;
			const slug = slugify(name);
			// A tag without letters is a problem of its own.
			if (slug === "") return;
			const sharing = seen.get(slug) ?? new Map();
			seen.set(slug, sharing);
			if (!sharing.has(key)) sharing.set(key, { name, file, index });
		});
	}
	return [...seen].flatMap(([slug, sharing]) => {
		const [first, ...others] = sharing.values();
		return others.map(({ name, file, index }) =>
			problemAt(context, file, ["tags", index], strings.tagsOfOneAddress(name, first?.name ?? "", slug)),
		);
	});
}
