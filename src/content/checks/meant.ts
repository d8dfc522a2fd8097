/** Finds what somebody meant who wrote a name for an id, or a path as another program has it. */
import { posix } from "node:path";
import { slugify } from "../../text/index.ts";
import { folderOf } from "../content-files.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { CheckContext } from "./context.ts";

type Named = {
	readonly name?: string | undefined;
	readonly penName?: string | undefined;
	readonly shortName?: string | undefined;
};

/** The problem with a remedy that names what was meant, where that can be told. */
export function withMeaning(problem: ContentProblem, context: CheckContext): ContentProblem {
	const { written, ...told } = problem;
	if (!written) return problem;
	const { of, value } = written;
	const meant = of === "files" ? meantPath(problem.file, value, context) : meantId(of, value, context);
	if (meant !== undefined) return { ...told, remedy: strings.write(meant) };
	return of === "files" ? told : { ...told, remedy: strings.writeId(slugify(value)) };
}

/** The id of what has a name; undefined where nothing has. */
export function meantId(
	collection: NonNullable<ContentProblem["written"]>["of"],
	value: string,
	{ authors, committees, provinces }: CheckContext,
): string | undefined {
	const wanted = slugify(value);
	const named = (entries: Iterable<readonly [string, { readonly fields: Named }]>) => {
		for (const [id, { fields }] of entries) {
			const names = [fields.name, fields.penName, fields.shortName];
			if (id === wanted || names.some((name) => name !== undefined && slugify(name) === wanted)) return id;
		}
		return undefined;
	};
	if (wanted === "") return undefined;
	if (collection === "authors") return named(authors);
	if (collection === "committees") return named(committees);
	if (collection === "provinces") return provinces.find(value)?.slug;
	return undefined;
}

/** The path to write for a file that is there, however it was pointed to: `./a.jpg`, `..\\11\\22-x\\a.jpg`. */
export function meantPath(document: string, written: string, { files }: CheckContext): string | undefined {
	const folder = folderOf(document);
	const plain = written.replaceAll("\\", "/").replace(/^file:\/*/i, "/");
	const fromContent = /^(?:.*\/)?content\/(.*)$/.exec(plain)?.[1];
	const targets = [posix.join(folder, plain), posix.normalize(plain.replace(/^\/+/, "")), fromContent];
	const target = targets.find((path) => path !== undefined && !path.startsWith("..") && files.has(path));
	if (target === undefined) return undefined;
	return target.startsWith(`${folder}/`) ? target.slice(folder.length + 1) : `/${target}`;
}
