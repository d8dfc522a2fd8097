import { opendir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { decodeBytes } from "../../encodings/index.ts";
import type { Source, SourceForm, SourceOptions } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { openText } from "./open-text.ts";
import { customaryMapping } from "./ready-mappings.ts";
import type { RowStore } from "./row-store.ts";
import { strings } from "./strings.ts";
import { articlesOfTables, type UnreadableRow } from "./table-source.ts";

const isTable = /\.(?:csv|tsv)(?:\.gz)?$/i;
const delimiters = [",", ";", "\t", "|"] as const;
const maxRecordCharacters = 64_000_000;

/** CSV files. Each is a table whose first line names the columns. */
export const csv: SourceForm = {
	name: "csv",
	summary: strings.csvSummary,
	recognises: ({ isFolder, names, head, path }) => {
		if (isFolder) return names.length > 0 && names.every((name) => isTable.test(name)) ? 0.6 : 0;
		const [first = ""] = decodeBytes(head).text.split("\n", 1);
		const columns = first.split(delimiterOf(first)).map((name) => name.trim().replace(/^"|"$/g, ""));
		const isMapped = columns.length > 2 && customaryMapping("", columns) !== undefined;
		return (isMapped ? 0.6 : 0) + (isTable.test(path) ? 0.3 : 0);
	},
	open: csvSource,
};

function csvSource(path: string, options: SourceOptions): Source {
	async function* fill(store: RowStore): AsyncGenerator<UnreadableRow> {
		for (const file of await filesOf(path)) yield* fillFrom(file, store);
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

async function* fillFrom(file: string, store: RowStore): AsyncGenerator<UnreadableRow> {
	const table = basename(file).replace(isTable, "");
	const { chunks, decode } = await openText(file);
	const [text, first] = await peek(chunks);
	const broken: UnreadableRow[] = [];
	const parser = Readable.from(text).pipe(
		parse({
			bom: true,
			delimiter: delimiterOf(first),
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
	);
	let columns: string[] | undefined;
	try {
		for await (const record of parser as AsyncIterable<string[]>) {
			// Excel's own first line names the separator.
			if (!columns && record[0]?.toLowerCase() === "sep=") continue;
			if (!columns) columns = record.map((name) => decode(name).trim());
			else {
				const names = columns;
				const values = record.flatMap((value, index): [string, string][] =>
					value === "" ? [] : [[names[index] ?? `c${index + 1}`, decode(value)]],
				);
				store.add(table, new Map(values), names);
			}
		}
	} catch (error) {
		if (!(error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))) throw error;
		broken.push({ unreadable: strings.brokenCsv(parser.info.lines) });
	}
	yield* broken;
}

/** Returns the whole text again and its first line, which tells the column separator. */
async function peek(chunks: AsyncIterable<string>): Promise<[text: AsyncIterable<string>, first: string]> {
	const iterator = chunks[Symbol.asyncIterator]();
	const { value = "", done } = await iterator.next();
	async function* whole() {
		yield value;
		if (!done)
			for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
	}
	return [whole(), String(value).split(/\r?\n/, 1)[0] ?? ""];
}

function delimiterOf(first: string): string {
	const plain = first.replace(/"[^"]*"/g, "");
	const counts = delimiters.map((delimiter) => ({ delimiter, count: plain.split(delimiter).length }));
	return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ",";
}
