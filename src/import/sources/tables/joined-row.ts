import { decodePercentSigns } from "../../../text/index.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { tablePattern } from "./ready-mappings.ts";
import type { RowStore, TableRow } from "./row-store.ts";

/** Limits joins through joins, since tables of a mapping may refer to one another in a circle. */
const deepest = 5;

/** A row of the articles' table, with access to the columns of joined tables. */
export class JoinedRow {
	readonly #store: RowStore;
	readonly #mapping: ColumnMapping;
	readonly #row: TableRow;
	readonly #prefix: string;
	readonly #found = new Map<string, readonly TableRow[]>();

	/** @param prefix what the star in the name of the articles' table matched */
	constructor(store: RowStore, mapping: ColumnMapping, row: TableRow, prefix: string) {
		this.#store = store;
		this.#mapping = mapping;
		this.#row = row;
		this.#prefix = prefix;
	}

	/** The first of the columns' values that is not blank, trimmed. */
	first(references: readonly string[] | undefined): string | undefined {
		for (const reference of references ?? []) {
			const found = this.values(reference).find((value) => value.trim() !== "");
			if (found !== undefined) return found.trim();
		}
		return undefined;
	}

	/** All of the columns' values that are not blank, in order. */
	all(references: readonly string[] | undefined): string[] {
		return (references ?? [])
			.flatMap((reference) => this.values(reference))
			.filter((value) => value.trim() !== "");
	}

	values(reference: string, depth = 0): string[] {
		const [, table, column = "", key] = /^(?:([\w-]+)\.)?([^#]+)(?:#(.+))?$/.exec(reference) ?? [];
		const rows = table === undefined ? [this.#row] : this.#rowsOf(table, depth);
		const values = rows.flatMap((row) => row.get(column) ?? []);
		return key === undefined ? values : values.flatMap((value) => jsonValue(value, key));
	}

	/** Fills the columns into a template of an address. Undefined if one of them is empty. */
	address(template: string): string | undefined {
		let isWhole = true;
		const address = template.replace(/\{([^{}]+)\}/g, (_, reference: string) => {
			const value = this.first([reference]);
			isWhole &&= value !== undefined;
			return encodeURI(decodePercentSigns(value ?? ""));
		});
		return isWhole ? address : undefined;
	}

	/** Rows of another table of the same installation. */
	rowsIn(table: string, key: string, value: string): readonly TableRow[] {
		return this.#tablesLike(table).flatMap((name) => this.#store.find(name, key, value));
	}

	#rowsOf(name: string, depth: number): readonly TableRow[] {
		const known = this.#found.get(name);
		if (known) return known;
		const join = this.#mapping.tables?.[name];
		if (!join || depth > deepest) return [];
		const values = join.by.includes("{") ? this.#filled(join.by) : this.values(join.by, depth + 1);
		const needed = Object.entries(join.where ?? {}).map(
			([column, value]) => [column, value.includes("{") ? this.#filled(value) : [value]] as const,
		);
		const rows = values
			.flatMap((value) => this.rowsIn(join.table, join.key, value))
			.filter((row) => needed.every(([column, wanted]) => wanted.includes(row.get(column) ?? "")));
		this.#found.set(name, rows);
		return rows;
	}

	/** A template with the article's own columns; none where one is empty. */
	#filled(template: string): string[] {
		const values = template.replace(/\{([^{}]+)\}/g, (_, column: string) => this.#row.get(column) ?? "\0");
		return values.includes("\0") ? [] : [values];
	}

	/** The tables of that name. Sites of one installation have numbers, and share what has none: `wp_2_`. */
	#tablesLike(name: string): readonly string[] {
		for (const prefix of [this.#prefix, this.#prefix.replace(/\d+_$/, "")]) {
			const pattern = tablePattern(name.replace("*", prefix));
			const found = this.#store.tables.filter((table) => pattern.test(table));
			if (found.length > 0) return found;
		}
		return [];
	}
}

function jsonValue(text: string, key: string): string[] {
	try {
		const value: unknown = JSON.parse(text)?.[key];
		return typeof value === "string" ? [value] : [];
	} catch {
		return [];
	}
}
