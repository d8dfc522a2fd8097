/** Guesses what was meant by a name instead of an id, or by another program's path. */
import { posix } from "node:path";
import { type ArticleId, dayOf } from "../../model/ids.ts";
import { slugify } from "../../text/index.ts";
import { folderOf } from "../content-files.ts";
import { nearest } from "../nearest.ts";
import { knownArticleId } from "../places.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { flowList } from "../written-list.ts";
import type { CheckContext } from "./context.ts";
import { ofOtherDay } from "./provinces.ts";

type Named = {
	readonly name?: string | undefined;
	readonly penName?: string | undefined;
	readonly shortName?: string | undefined;
	readonly title?: string | undefined;
};

/** A longer text is no name, no path and no address. */
const longestGuess = 400;

/** The problem with a remedy that names what was meant, if it can be guessed. */
export function withMeaning(problem: ContentProblem, context: CheckContext): ContentProblem {
	const { written, ...told } = problem;
	if (!written) return problem;
	const { of, value } = written;
	if (value.length > longestGuess) return told;
	if (of === "provinces") {
		const slug = context.provinces.find(value)?.slug;
		const { date } = context.articles.get(knownArticleId(problem.file) ?? ("" as ArticleId))?.fields ?? {};
		if (slug !== undefined && date !== undefined && !context.provinces.at(slug, dayOf(date)))
			return { ...told, remedy: ofOtherDay(context.provinces, slug, dayOf(date)).remedy };
	}
	const meant = of === "files" ? meantPath(problem.file, value, context) : meantId(of, value, context);
	if (meant !== undefined) return { ...told, remedy: strings.write(meant) };
	const several =
		of === "authors" ? value.split(/\s*(?:[,;&+]|(?<=\s)(?:và|-|–)(?=\s))\s*/).filter(Boolean) : [];
	const known = several.map((name) => meantId("authors", name, context));
	if (several.length > 1 && known.some((id) => id !== undefined)) {
		const ids = several.map((name, index) => known[index] ?? slugify(name));
		return { ...told, remedy: strings.writeList(flowList(ids)) };
	}
	return of === "files" || of === "articles" ? told : { ...told, remedy: strings.writeId(slugify(value)) };
}

/** The id of the document with a name; undefined if there is none. */
export function meantId(
	collection: NonNullable<ContentProblem["written"]>["of"],
	value: string,
	{ authors, committees, provinces, articles }: CheckContext,
): string | undefined {
	if (collection === "articles") return meantArticle(value, articles);
	const [, inPath = ""] = /^[^\s]*?([a-z\d-]+)(?:\.ya?ml|\/)$/i.exec(value.trim()) ?? [];
	const wanted = slugify(inPath || value);
	if (wanted === "") return undefined;
	if (collection === "authors") return idsByName(authors).get(wanted);
	if (collection === "committees") {
		return idsByName(committees).get(wanted) ?? nearCommittee(wanted, [...committees.keys()]);
	}
	if (collection === "provinces") return provinces.find(value)?.slug;
	return undefined;
}

/** Finds a committee that was written with the office that it belongs to: `Ban Dân vận Tỉnh ủy`. */
function nearCommittee(wanted: string, ids: readonly string[]): string | undefined {
	const begun = ids.filter((id) => wanted.startsWith(`${id}-`));
	return begun.length === 1 ? begun[0] : nearest(wanted, ids);
}

/** The id of an article by its address, its path or its title. */
function meantArticle(value: string, articles: CheckContext["articles"]): string | undefined {
	const [, day, slug] =
		/(?:^|\/)(\d{4}\/\d{2}\/\d{2})[/-]([a-z\d-]+)(?:\.(?:html|md))?(?:[?#].*)?$/.exec(value.trim()) ?? [];
	const id = `${day}-${slug}` as ArticleId;
	if (articles.has(id)) return id;
	const wanted = slugify(value);
	return wanted === "" ? undefined : idsByName(articles).get(wanted);
}

const knownIds = new WeakMap<object, ReadonlyMap<string, string>>();

/** Ids by the slugs of their names; the first one wins. Cached, because there may be as many problems as articles. */
function idsByName(entries: ReadonlyMap<string, { readonly fields: Named }>): ReadonlyMap<string, string> {
	const known = knownIds.get(entries);
	if (known) return known;
	const ids = new Map<string, string>();
	for (const [id, { fields }] of entries) {
		const names = [fields.name, fields.penName, fields.shortName, fields.title];
		for (const slug of [id, ...names.flatMap((name) => (name === undefined ? [] : slugify(name)))])
			if (!ids.has(slug)) ids.set(slug, id);
	}
	knownIds.set(entries, ids);
	return ids;
}

/** The right path of an existing file, however it was written: `./a.jpg`, `..\\11\\22-x\\a.jpg`. */
export function meantPath(document: string, written: string, { files }: CheckContext): string | undefined {
	const folder = folderOf(document);
	const plain = written.replaceAll("\\", "/").replace(/^file:\/*/i, "/");
	const fromContent = /^(?:.*\/)?content\/(.*)$/.exec(plain)?.[1];
	const targets = [posix.join(folder, plain), posix.normalize(plain.replace(/^\/+/, "")), fromContent];
	const target = targets.find((path) => path !== undefined && !path.startsWith("..") && files.has(path));
	if (target === undefined) return undefined;
	return target.startsWith(`${folder}/`) ? target.slice(folder.length + 1) : `/${target}`;
}
