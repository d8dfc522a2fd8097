import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { wideCharset } from "../encodings/index.ts";
import { readCount } from "../read-count.ts";
import type {
	ImportedArticle,
	ImportedRecord,
	Source,
	SourceForm,
	SourceSample,
	UnreadableItem,
} from "../source.ts";
import { SourceError } from "../source.ts";
import { strings } from "../strings.ts";
import { uncompressed } from "./gzip.ts";
import { linesOf } from "./lines-of.ts";
import { type MediaLibrary, openMedia } from "./media/media-library.ts";
import { readOwnExport, readOwnRecord } from "./own-export.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** The longest line that is read. No article is longer, so a longer line is not JSON Lines. */
const maxLineBytes = 32_000_000;

const usedFields = new Set([
	"id",
	"title",
	"summary",
	"body",
	"date",
	"author",
	"source",
	"category",
	"tags",
	"url",
	"captions",
	"image",
	"images",
	"views",
]);

/** JSON Lines; `jsonLinesSource` tells which fields are read. */
export const jsonLines: SourceForm = {
	name: "jsonl",
	summary: strings.forms.jsonLines,
	recognises: ({ head, path }: SourceSample) => {
		const [first = ""] = head
			.toString("utf8")
			.replace(/^\uFEFF/, "")
			.trimStart()
			.split("\n", 1);
		if (!first.startsWith("{")) return 0;
		return /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path) || isArticle(first) ? 0.8 : 0.1;
	},
	open: (path, options) => jsonLinesSource(path, options.media),
};

/** Other programs' exports hold all articles in one object. */
function isArticle(line: string): boolean {
	try {
		const value: object = JSON.parse(line);
		return "title" in value && !("items" in value);
	} catch {
		return false;
	}
}

/**
 * JSON Lines, plain or compressed by gzip: one article a line as `{id, title, summary, body, date, author, source,
 * category, tags, url, captions, image, images}`. Only `title` and `body` are required. Several authors are a list, or
 * one text separated by semicolons. Memory does not grow with the file.
 *
 * Lines of our own export (`npm run export -- --jsonl`) are imported unchanged.
 *
 * @param path of the file
 * @param media the folder with the files that an export of ours refers to
 */
export function jsonLinesSource(path: string, media?: string): Source {
	let file: ReadStream | undefined;
	let size = 0;
	return {
		name: basename(path),
		readSoFar: () => (file === undefined || size === 0 ? 0 : file.bytesRead / size),
		async *articles() {
			let position = 0;
			const library = await mediaOf(path, media);
			try {
				size = (await stat(path)).size;
				file = createReadStream(path);
				for await (const line of linesOf(inUtf8(await uncompressed(file)), maxLineBytes)) {
					position += 1;
					if ("tooLong" in line) yield { position, unreadable: strings.lineTooLong(maxLineBytes) };
					else {
						const text = position === 1 ? line.text.replace(/^\uFEFF/, "") : line.text;
						if (text.trim() !== "") yield readLine(text, position, library);
					}
				}
			} catch (error) {
				throw sourceError(error, path, position);
			}
		},
	};
}

/** The given folder of files, or the folder that an export writes beside its file. */
async function mediaOf(path: string, media: string | undefined): Promise<MediaLibrary | undefined> {
	if (media !== undefined) return openMedia(media);
	const beside = `${path.replace(/\.jsonl?(?:\.gz)?$/i, "")}-files`;
	const found = await stat(beside).catch(() => undefined);
	return found?.isDirectory() === true ? openMedia(beside) : undefined;
}

/** PowerShell writes UTF-16 where a command's result goes into a file. */
async function* inUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let decoder: TextDecoder | undefined;
	let isFirst = true;
	for await (const chunk of bytes) {
		if (isFirst) {
			const charset = wideCharset(chunk);
			decoder = charset && new TextDecoder(charset);
			isFirst = false;
		}
		yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
	}
}

function sourceError(error: unknown, path: string, position: number): unknown {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOENT") return new SourceError(strings.noSuchSource(path));
	if (code === "EISDIR") return new SourceError(strings.sourceIsFolder(path));
	if (code.startsWith("Z_")) return new SourceError(strings.brokenArchive(path, position));
	return error;
}

function readLine(
	line: string,
	position: number,
	library: MediaLibrary | undefined,
): ImportedArticle | ImportedRecord | UnreadableItem {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return { position, unreadable: strings.notJson };
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		return { position, unreadable: strings.notAnObject };
	}
	const record =
		"tintinh" in value && "collection" in value
			? readOwnRecord(value, (_, place) => library?.find(place))
			: undefined;
	if (record) return { position, ...record };
	const own =
		"tintinh" in value
			? readOwnExport({ ...value, authors: "author" in value ? value.author : [] }, (_, place) =>
					library?.find(place),
				)
			: undefined;
	if (own) return toOwnArticle(new Map(Object.entries(value)), position, own);
	return toArticle(new Map(Object.entries(value)), position);
}

/** An article of our own export, whose body is Markdown. */
function toOwnArticle(
	fields: ReadonlyMap<string, unknown>,
	position: number,
	own: NonNullable<ReturnType<typeof readOwnExport>>,
): ImportedArticle {
	const text = (name: string) => textsOf(fields.get(name))[0];
	const optional = { date: text("date"), organisation: text("organisation") };
	return {
		position,
		title: text("title") ?? "",
		body: { markdown: text("body") ?? "" },
		...own,
		...withoutUndefined(optional),
	};
}

function toArticle(fields: ReadonlyMap<string, unknown>, position: number): ImportedArticle {
	const text = (name: string) => textsOf(fields.get(name))[0];
	const list = (name: string) => textsOf(fields.get(name));
	const optional = {
		id: text("id"),
		lead: text("summary"),
		date: text("date"),
		source: text("source"),
		link: text("url"),
	};
	const views = readCount(text("views") ?? "");
	return {
		position,
		title: text("title") ?? "",
		body: { text: list("body").join("\n\n") },
		authors: list("author").flatMap((author) => author.split(";")),
		categories: list("category").slice(0, 1),
		tags: list("tags"),
		captions: list("captions"),
		files: [...new Set([...list("image"), ...list("images")])].map((reference) => ({ reference })),
		...(views === undefined ? {} : { views }),
		unused: [...fields.keys()].filter((name) => !usedFields.has(name)),
		...withoutUndefined(optional),
	};
}

function textsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(textsOf);
	if (typeof value === "number") return [String(value)];
	return typeof value === "string" && value.trim() !== "" ? [value] : [];
}
