import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
	commentsPath,
	extractReferences,
	readData,
	readDocument,
	resolveContentPath,
} from "../content/index.ts";
import { type Comment, commentsSchema } from "../model/comment.ts";
import { type ArticleId, isArticleId } from "../model/ids.ts";
import { bytesIfAny, namesIfAny } from "./content-if-any.ts";

/** An article as its file has it, with the names of those who wrote it. */
export interface ExportedArticle {
	readonly id: ArticleId;
	/** Front matter as it is written, with flags as booleans. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Markdown. */
	readonly body: string;
	readonly authors: readonly { readonly name: string; readonly organisation?: string }[];
	/** Pictures and attachments: the names in the article and the paths below the content folder. */
	readonly files: readonly { readonly reference: string; readonly path: string; readonly isLead: boolean }[];
	/** What readers wrote and a person has approved, oldest first. */
	readonly comments: readonly Comment[];
}

/** A file that cannot be exported, and why. */
export interface UnreadableFile {
	readonly file: string;
	readonly unreadable: string;
}

/** Every article of a content folder in the order of their files; drafts, scheduled and withdrawn ones are among them. */
export async function* readArticles(directory: string): AsyncGenerator<ExportedArticle | UnreadableFile> {
	const names = await namesIfAny(join(directory, "articles"), { recursive: true });
	const authors = new Map<string, ExportedArticle["authors"][number]>();
	for (const name of names.map((each) => each.replaceAll("\\", "/")).sort()) {
		const id = name.replace(/\.md$/, "");
		const file = `articles/${name}`;
		if (!name.endsWith(".md") || /(?:^|\/)\./.test(name)) continue;
		const { document, problem } = readDocument(file, await readFile(join(directory, file)));
		if (!document) yield { file, unreadable: problem.message };
		else if (!isArticleId(id)) yield { file, unreadable: file };
		else {
			const fields = { ...document.fields, ...flagsOf(document.fields) };
			const signed = [fields.author].flat().filter((each) => typeof each === "string");
			yield {
				id,
				fields,
				body: document.body.trim(),
				authors: await Promise.all(signed.map((each) => authorOf(directory, each, authors))),
				files: filesOf(file, fields, document.body),
				comments: await commentsOf(directory, id),
			};
		}
	}
}

/** YAML is read as text; other programs expect truth values. */
function flagsOf(fields: Readonly<Record<string, unknown>>): Record<string, boolean> {
	const names = ["featured", "draft"].filter((name) => /^(?:true|false)$/.test(String(fields[name])));
	return Object.fromEntries(names.map((name) => [name, fields[name] === "true"]));
}

/** Empty if the file is no list of comments: `npm run check` reports that. */
async function commentsOf(directory: string, id: ArticleId): Promise<readonly Comment[]> {
	const path = commentsPath(id);
	const bytes = await bytesIfAny(join(directory, path));
	const read = commentsSchema.safeParse(bytes && readData(path, bytes).document?.fields);
	return read.data?.comments ?? [];
}

async function authorOf(
	directory: string,
	id: string,
	known: Map<string, ExportedArticle["authors"][number]>,
) {
	const author = known.get(id);
	if (author) return author;
	const file = `authors/${basename(id)}.yml`;
	const bytes = await bytesIfAny(join(directory, file));
	const { name = id, organisation } = (bytes && readData(file, bytes).document?.fields) ?? {};
	const read = {
		name: String(name),
		...(typeof organisation === "string" ? { organisation } : {}),
	};
	known.set(id, read);
	return read;
}

function filesOf(
	file: string,
	fields: Readonly<Record<string, unknown>>,
	body: string,
): ExportedArticle["files"] {
	const image = (fields.image as { src?: unknown } | undefined)?.src;
	const attachments = Array.isArray(fields.attachments) ? fields.attachments : [];
	const references = [
		image,
		...extractReferences(body).pictures.map(({ src }) => src),
		...attachments.map((attachment: { file?: unknown } | undefined) => attachment?.file),
	];
	const named = references.filter(
		(each): each is string => typeof each === "string" && !/^[a-z]+:|^\/\//i.test(each),
	);
	return [...new Set(named)]
		.filter((reference) => !reference.split("/").includes(".."))
		.map((reference) => ({
			reference,
			path: resolveContentPath(file, reference),
			isLead: reference === image,
		}));
}
