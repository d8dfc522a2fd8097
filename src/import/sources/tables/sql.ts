import { statSync } from "node:fs";
import { basename } from "node:path";
import { formatBytes } from "../../../text/index.ts";
import type { Source, SourceForm, SourceOptions } from "../../source.ts";
import { type OpenText, openText } from "./open-text.ts";
import { readyMappings, tablePattern } from "./ready-mappings.ts";
import type { RowStore } from "./row-store.ts";
import { maxRowCharacters, sqlRows } from "./sql-dump.ts";
import { strings } from "./strings.ts";
import { articlesOfTables, type UnreadableRow } from "./table-source.ts";

/** Dumps of MySQL and scripts of SQL Server: databases of NukeViet, Joomla and DNN, or any other with a mapping. */
export const sql: SourceForm = {
	name: "sql",
	summary: strings.sqlSummary,
	recognises: ({ head, path }) => {
		const wide = head[0] === 0xff && head[1] === 0xfe;
		const text = head.toString(wide ? "utf16le" : "latin1");
		const isDump = /^[^\S\n]*(?:INSERT\s+(?:INTO\s+)?[`"[\w]|CREATE\s+TABLE\s|USE\s+[`[])/im.test(text);
		return (isDump ? 0.7 : 0) + (/\.sql(?:\.gz)?$/i.test(path) ? 0.25 : 0);
	},
	open: sqlSource,
};

/** Patterns for the tables that ready mappings need, with any module's name. A user's mapping may need any table. */
const readyTables = Object.values(readyMappings)
	.flatMap(({ articles = "", tables = {} }) => [articles, ...Object.values(tables).map(({ table }) => table)])
	.map((table) => tablePattern(table.replace("_news_", "_*_")));

function sqlSource(path: string, options: SourceOptions): Source {
	let opened: OpenText | undefined;
	let isFilled = false;
	const isWanted = (table: string) =>
		options.columns !== undefined || readyTables.some((pattern) => pattern.test(table));

	async function* fill(store: RowStore): AsyncGenerator<UnreadableRow> {
		opened = await openText(path);
		const { decode, chunks } = opened;
		for await (const row of sqlRows(chunks, isWanted)) {
			if ("isTooLarge" in row) {
				yield {
					unreadable: row.isTooLarge
						? strings.rowTooLarge(formatBytes(maxRowCharacters))
						: strings.brokenRow(row.table),
				};
				continue;
			}
			const { table, columns, values } = row;
			const named = values.flatMap((value, index): [string, string][] =>
				value === undefined ? [] : [[decode(columns[index] ?? `c${index + 1}`), decode(value)]],
			);
			store.add(decode(table), new Map(named), columns.map(decode));
		}
		isFilled = true;
	}

	return {
		name: basename(path),
		articles: () => articlesOfTables(options, fill),
		// Reading the dump is most of the work; all articles come at its end.
		readSoFar: () => (isFilled ? 1 : (opened?.bytesRead() ?? 0) / Math.max(1, statSync(path).size)),
	};
}
