import type { ArticleId } from "../../model/ids.ts";
import { slugify, spellingKey } from "../../text/index.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { usedFilesOf } from "../used-files.ts";
import { type CheckContext, type PortalCheck, problemAt } from "./context.ts";

/** An article whose date lies further ahead is likely to have a slip of the finger in it. */
const yearsAhead = 2;
/** A corrected date moves an article by days; one that moves it by years is likely to be a slip of the finger. */
const yearsApart = 2;

/** What may be meant and is likely not to be. Nothing here keeps a portal from being built. */
export const checkOddities: PortalCheck = (context) => [
	...oddDates(context),
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
		// Most paths have the year of their article.
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

/** Committees and authors that readers cannot tell apart. */
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

/** Files that are one on the disks of Windows and macOS. */
function namesThatDifferByCase({ files }: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	const names = new Map<string, string>();
	for (const path of files.paths) {
		const folded = path.toLowerCase();
		// Nearly all names are in lower case, and one of two that differ is not.
		if (folded === path) continue;
		const other = names.get(folded) ?? (files.has(folded) ? folded : undefined);
		names.set(folded, path);
		if (other === undefined) continue;
		warnings.push({ file: path, ...strings.differsByCase(other.slice(other.lastIndexOf("/") + 1)) });
	}
	return warnings;
}

/** Articles that are one text in two files. */
function twins({ articles }: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	const known = new Map<string, string>();
	for (const { file, digest } of articles.values()) {
		const other = known.get(digest);
		if (other === undefined) known.set(digest, file);
		else if (digest !== "") warnings.push({ file, ...strings.sameText(other) });
	}
	return warnings;
}

/** How a copy of an article may be called that has a name as articles have. */
const nameOfCopy = /-(?:copy|ban-sao|conflict|old|cu|backup|\d{1,2})$/;

/** Articles that have the name of a copy and the title of what they may be a copy of. */
function copies({ articles }: CheckContext): ContentProblem[] {
	const warnings: ContentProblem[] = [];
	for (const { id, file, digest, fields } of articles.values()) {
		const mark = nameOfCopy.exec(id);
		const original = mark ? articles.get(id.slice(0, mark.index) as ArticleId) : undefined;
		// One text in two files is told by itself.
		if (!original || original.digest === digest || fields.title === undefined) continue;
		if (original.fields.title === fields.title) warnings.push({ file, ...strings.sameTitle(original.file) });
	}
	return warnings;
}

/** Where documents lie, and what others make of one: a page, a text, a copy that an editor keeps. */
const strayName =
	/^(?:articles\/\d{4}\/\d{2}|pages|authors|committees|tags)\/[^/]+\.(?:txt|docx?|odt|rtf|html?|mdown|mkdn?|mdx|json|toml|bak|orig|rej|md~|yml~)$/i;

/** Files that somebody may take for an article, and that nobody refers to. */
function strayDocuments(context: CheckContext): ContentProblem[] {
	const stray = context.files.paths.filter((path) => strayName.test(path));
	if (stray.length === 0) return [];
	const used = new Set(usedFilesOf(context).all().attachments);
	return stray.filter((path) => !used.has(path)).map((file) => ({ file, ...strings.strayDocument }));
}

/**
 * Tags that have one slug ("Bão", "Báo") and no file: an article of an earlier day would take the address of one for
 * the other.
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
