import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { formatBytes } from "../../../text/index.ts";
import { decodeCharacters } from "../../encodings/index.ts";
import type { Source, SourceForm, SourceOptions } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { uncompressedBytes } from "../gzip.ts";
import type { RowStore } from "../tables/row-store.ts";
import { articlesOfTables, type UnreadableRow } from "../tables/table-source.ts";
import { tablesIn } from "./json-tables.ts";
import { strings } from "./strings.ts";

/** The largest file that is read: it is held in memory whole. */
const maxBytes = 200_000_000;
const beginningLength = 65_536;

/** One JSON value with all articles: exports of Ghost, JSON Feed, WordPress's REST API, and plain lists. */
export const json: SourceForm = {
	name: "json",
	summary: strings.summary,
	recognises: ({ head, path }) => {
		const text = head
			.toString("utf8", 0, beginningLength)
			.replace(/^\uFEFF/, "")
			.trimStart();
		if (!/^(?:\[\s*(?:\{|\])|\{\s*")/.test(text)) return 0;
		const isNamed = /\.json(?:\.gz)?$/i.test(path);
		return (isWholeLine(text) ? 0 : 0.4) + (isNamed ? 0.3 : 0);
	},
	open: jsonSource,
};

/** Whether the first line is a value of its own, as in JSON Lines. */
function isWholeLine(text: string): boolean {
	const end = text.indexOf("\n");
	if (end === -1 || text.slice(end).trim() === "") return false;
	try {
		return typeof JSON.parse(text.slice(0, end)) === "object";
	} catch {
		return false;
	}
}

function jsonSource(path: string, options: SourceOptions): Source {
	async function* fill(store: RowStore): AsyncGenerator<UnreadableRow> {
		const tables = tablesOf(path, await textOf(path));
		for (const { name, rows } of tables) for (const row of rows) store.add(name, row);
		if (store.tables.length === 0) throw new SourceError(strings.noArticles(path));
		yield* [];
	}
	return { name: basename(path), articles: () => articlesOfTables(options, fill) };
}

async function textOf(path: string): Promise<string> {
	const found = await stat(path).catch(() => {
		throw new SourceError(strings.noSuchFile(path));
	});
	if (found.size > maxBytes) throw new SourceError(strings.tooLarge(path, formatBytes(maxBytes)));
	const bytes = await uncompressedBytes(await readFile(path), maxBytes);
	if (!bytes) throw new SourceError(strings.broken(path));
	return decodeCharacters(bytes).text;
}

function tablesOf(path: string, text: string) {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		throw new SourceError(strings.broken(path));
	}
	try {
		return tablesIn(value);
	} catch (error) {
		if (error instanceof RangeError) throw new SourceError(strings.tooDeep(path));
		throw error;
	}
}
