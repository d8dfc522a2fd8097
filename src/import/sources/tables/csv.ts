import { opendir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { decodeBytes, detectLegacy, repairText } from "../../encodings/index.ts";
import type { Source, SourceForm, SourceOptions } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { openText } from "./open-text.ts";
import { customaryMapping } from "./ready-mappings.ts";
import type { RowStore } from "./row-store.ts";
import { strings } from "./strings.ts";
import { surplusColumn } from "./table-article.ts";
import { articlesOfTables, type UnreadableRow } from "./table-source.ts";

const isTable = /\.(?:csv|tsv)(?:\.gz)?$/i;
const delimiters = [",", ";", "\t", "|"] as const;
const maxRecordCharacters = 64_000_000;
const longestName = 100;
const peekedCharacters = 4_096;
/** In how many lines the names of the columns are looked for. */
const linesAboveHeader = 10;

/** CSV files. Each is a table whose first line names the columns. */
export const csv: SourceForm = {
	name: "csv",
	summary: strings.csvSummary,
	recognises: ({ isFolder, names, head, path }) => {
		if (isFolder) return names.length > 0 && names.every((name) => isTable.test(name)) ? 0.6 : 0;
		const columns = headerIn(decodeBytes(head).text)?.columns ?? [];
		return (columns.length > 2 ? 0.6 : 0) + (isTable.test(path) ? 0.3 : 0);
	},
	open: csvSource,
};

function csvSource(path: string, options: SourceOptions): Source {
	async function* fill(store: RowStore): AsyncGenerator<UnreadableRow> {
		for (const file of await filesOf(path)) yield* fillFrom(file, store, options.columns !== undefined);
	}
	return { name: basename(path), articles: () => articlesOfTables(options, fill) };
}

async function filesOf(path: string): Promise<string[]> {
	const found = await stat(path).catch(() => {
		throw new SourceError(strings.noSuchSource(path));
	});
	if (!found.isDirectory()) return [path];
	const files: string[] = [];
	for await (const entry of await opendir(path)) {
		if (entry.isFile() && isTable.test(entry.name)) files.push(join(path, entry.name));
	}
	return files.sort();
}

/** @param isMapped whether the columns have names of their own, which the first line gives */
async function* fillFrom(file: string, store: RowStore, isMapped: boolean): AsyncGenerator<UnreadableRow> {
	const table = basename(file).replace(isTable, "");
	const { chunks, decode } = await openText(file);
	const [text, beginning] = await peek(chunks);
	const sample = decode(beginning);
	const delimiter = delimiterOf(repairText(sample).text);
	const encoding = detectLegacy(sample)?.encoding;
	// A few words alone do not tell their encoding. Longer texts are read later, and reported.
	const decodeCell = (cell: string) => {
		const text = decode(cell);
		const isShort = encoding !== undefined && text.length < longestName && !text.includes("<");
		return isShort ? repairText(text, { encoding }).text : text;
	};
	const broken: UnreadableRow[] = [];
	// A pipeline destroys the parser with the error of the file, which so reaches the loop below.
	const parser = pipeline(
		Readable.from(text),
		parse({
			bom: true,
			delimiter,
			max_record_size: maxRecordCharacters,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			skip_records_with_error: true,
			on_skip: (error) => {
				broken.push({ unreadable: strings.brokenCsv(Number(error?.lines ?? 0)) });
				return undefined;
			},
		}),
		() => {},
	);
	let columns: readonly string[] | undefined;
	const waiting: string[][] = [];
	const add = (record: readonly string[], names: readonly string[]) => {
		const cells = record.map((value, index) => ({ value: decodeCell(value), name: names[index] }));
		const surplus = cells.filter(({ value, name }) => name === undefined && value.trim() !== "");
		const values = cells.flatMap(({ value, name }): [string, string][] =>
			value === "" || name === undefined ? [] : [[name, value]],
		);
		if (surplus.length > 0)
			values.push([surplusColumn, surplus.map(({ value }) => value).join(` ${delimiter} `)]);
		store.add(table, new Map(values), names);
	};
	const beginWithFirst = () => {
		const [first = [], ...others] = waiting;
		const names = namesOf(first.map(decode));
		for (const each of others) add(each, names);
		columns = names;
	};
	try {
		for await (const record of parser as AsyncIterable<string[]>) {
			// Excel's own first line names the separator.
			if (!columns && record[0]?.toLowerCase() === "sep=") continue;
			if (columns) {
				add(record, columns);
				continue;
			}
			const names = namesOf(record.map(decode));
			if (isMapped || customaryMapping("", names)) columns = names;
			else if (waiting.push(record) === linesAboveHeader) beginWithFirst();
		}
		if (!columns) beginWithFirst();
	} catch (error) {
		if (!(error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))) throw error;
		broken.push({ unreadable: strings.brokenCsv(parser.info.lines) });
	}
	yield* broken;
}

/** Names of columns, which may be in an old encoding. */
function namesOf(record: readonly string[]): string[] {
	const names = record.map((name) => name.replace(/\s+/g, " ").trim());
	return repairText(names.join("\n")).text.split("\n");
}

/** Returns the whole text again and its beginning, which tells the column separator. */
async function peek(
	chunks: AsyncIterable<string>,
): Promise<[text: AsyncIterable<string>, beginning: string]> {
	const iterator = chunks[Symbol.asyncIterator]();
	const { value = "", done } = await iterator.next();
	async function* whole() {
		yield value;
		if (!done)
			for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
	}
	return [whole(), String(value).slice(0, peekedCharacters)];
}

/** The line that names columns, if their names are usual ones. Above it may be a title of the whole table. */
function headerIn(
	beginning: string,
): { readonly delimiter: string; readonly columns: readonly string[] } | undefined {
	const lines = linesIn(beginning);
	for (const delimiter of delimiters) {
		for (const line of lines) {
			const columns = line.split(delimiter).map((name) => name.trim());
			if (columns.length > 1 && customaryMapping("", columns)) return { delimiter, columns };
		}
	}
	return undefined;
}

function delimiterOf(beginning: string): string {
	const header = headerIn(beginning);
	if (header) return header.delimiter;
	const [first = ""] = linesIn(beginning).filter((line) => delimiters.some((each) => line.includes(each)));
	const counts = delimiters.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
	return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ",";
}

/** The first lines, with quoted cells as one word each: these may hold line breaks and separators. */
function linesIn(beginning: string): string[] {
	return beginning
		.slice(0, peekedCharacters)
		.replace(/"([^"]*)"/g, (_, cell: string) => cell.replace(/[\s,;|]+/g, " "))
		.split(/\r\n?|\n/)
		.slice(0, linesAboveHeader);
}
