import type { ImportedArticle, SourceOptions, UnreadableItem } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { openMedia } from "../media/media-library.ts";
import { type ColumnMapping, readColumnMapping } from "./column-mapping.ts";
import { JoinedRow } from "./joined-row.ts";
import { customaryMapping, readyMappingsFor, tablePattern } from "./ready-mappings.ts";
import { RowStore, type TableRow } from "./row-store.ts";
import { strings } from "./strings.ts";
import { articleOfRow, surplusColumn } from "./table-article.ts";

/** A row that could not be read, with a Vietnamese message on what is wrong. */
export interface UnreadableRow {
	readonly unreadable: string;
}

/**
 * The articles of a database dump. All rows are read first; then each article is joined with its rows. What could not
 * be read follows at the end.
 *
 * @param fill adds the rows to the store and yields those that are broken
 * @throws {SourceError} if no mapping fits the tables
 */
export async function* articlesOfTables(
	options: SourceOptions,
	fill: (store: RowStore) => AsyncIterable<UnreadableRow>,
): AsyncGenerator<ImportedArticle | UnreadableItem> {
	const given = options.columns === undefined ? undefined : await readColumnMapping(options.columns);
	const media = options.media === undefined ? undefined : await openMedia(options.media);
	const store = await RowStore.open();
	const broken: UnreadableRow[] = [];
	try {
		for await (const row of fill(store)) broken.push(row);
		const known = given ? [given] : readyMappingsFor(store.tables, (table) => store.columnsOf(table));
		const isUsual = known.length === 0;
		const mappings = isUsual ? [usualMapping(store)] : known;
		const files = {
			...(media === undefined ? {} : { media }),
			...(options.fetch === undefined ? {} : { fetch: options.fetch }),
		};
		let position = 0;
		let first: string | undefined;
		for (const mapping of mappings) {
			for (const { table, prefix } of articleTables(store, mapping)) {
				first ??= table;
				for (const row of store.rows(table)) {
					if (isUnseen(row, mapping)) continue;
					position += 1;
					const read = articleOfRow(new JoinedRow(store, mapping, row, prefix), mapping, position, files);
					const item =
						isUsual && !("unreadable" in read) ? { ...read, unused: unusedIn(row, mapping) } : read;
					// Ids are unique only within a table, so those of further tables get the table's name.
					yield table === first || item.id === undefined ? item : { ...item, id: `${table} ${item.id}` };
				}
			}
		}
		for (const { unreadable } of broken) {
			position += 1;
			yield { position, unreadable };
		}
	} finally {
		await store.close();
		media?.close();
	}
}

/** Rows of a system's own: earlier versions of an article, menus, pictures, saved searches. */
const unseenKinds =
	/^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*)$/;
const unseenStates = /^(?:auto-draft|inherit)$/;

function isUnseen(row: TableRow, { kind = "", state = "" }: ColumnMapping): boolean {
	return unseenKinds.test(row.get(kind) ?? "") || unseenStates.test(row.get(state) ?? "");
}

function usualMapping(store: RowStore): ColumnMapping {
	const [only, ...others] = store.tables;
	const mapping =
		only !== undefined && others.length === 0 ? customaryMapping(only, store.columnsOf(only)) : undefined;
	if (!mapping) throw new SourceError(strings.noMapping(store.tables.slice(0, 30)));
	return mapping;
}

/** The row's columns that nothing is made of. */
function unusedIn(row: TableRow, mapping: ColumnMapping): string[] {
	const used = new Set(Object.values(mapping).flat());
	return [...row].flatMap(([name, value]) =>
		value.trim() === "" || name === surplusColumn || used.has(name) ? [] : [name],
	);
}

function articleTables(
	store: RowStore,
	mapping: ColumnMapping,
): { readonly table: string; readonly prefix: string }[] {
	const [only] = store.tables;
	const name = mapping.articles ?? (store.tables.length === 1 ? only : undefined) ?? "";
	const pattern = tablePattern(name);
	const found = store.tables
		.filter((table) => pattern.test(table))
		.map((table) => ({ table, prefix: pattern.exec(table)?.[1] ?? "" }));
	if (found.length === 0) throw new SourceError(strings.noTable(name, store.tables.slice(0, 30)));
	const own = [...mapping.title, ...mapping.body].filter((reference) => !reference.includes("."));
	const missingIn = (table: string) =>
		own.find((reference) => !store.columnsOf(table).includes(reference.split("#", 1)[0] ?? ""));
	// A pattern may match tables of plug-ins too.
	const fitting = found.filter(({ table }) => missingIn(table) === undefined);
	if (fitting.length > 0 && name.includes("*")) return fitting;
	for (const { table } of found) {
		const missing = missingIn(table);
		if (missing !== undefined)
			throw new SourceError(strings.noColumn(table, missing, store.columnsOf(table)));
	}
	return found;
}
