import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A row: values by column name. NULL values are absent. */
export type TableRow = ReadonlyMap<string, string>;

const batchBytes = 4_000_000;

/**
 * Rows of tables that are to be joined. A dump has them in any order, and fifteen years of articles do not fit into
 * memory. So rows are kept in a temporary file, and only their offsets in memory.
 */
export class RowStore {
	readonly #directory: string;
	readonly #file: number;
	readonly #places = new Map<string, number[]>();
	readonly #columns = new Map<string, Set<string>>();
	readonly #indexes = new Map<string, Map<string, number[]>>();
	#batch: Buffer[] = [];
	#batched = 0;
	#length = 0;

	private constructor(directory: string) {
		this.#directory = directory;
		this.#file = openSync(join(directory, "rows"), "w+");
	}

	static async open(): Promise<RowStore> {
		return new RowStore(await mkdtemp(join(tmpdir(), "tintinh-import-")));
	}

	async close(): Promise<void> {
		closeSync(this.#file);
		await rm(this.#directory, { recursive: true });
	}

	get tables(): readonly string[] {
		return [...this.#places.keys()];
	}

	columnsOf(table: string): readonly string[] {
		return [...(this.#columns.get(table) ?? [])];
	}

	count(table: string): number {
		return this.#places.get(table)?.length ?? 0;
	}

	add(table: string, row: TableRow, columns: Iterable<string> = row.keys()): void {
		const known = this.#columns.get(table) ?? new Set();
		for (const column of columns) known.add(column);
		this.#columns.set(table, known);
		const bytes = Buffer.from(JSON.stringify([...row]));
		const head = Buffer.alloc(4);
		head.writeUInt32LE(bytes.length);
		const places = this.#places.get(table) ?? [];
		places.push(this.#length);
		this.#places.set(table, places);
		this.#batch.push(head, bytes);
		this.#batched += bytes.length + 4;
		this.#length += bytes.length + 4;
		if (this.#batched >= batchBytes) this.#flush();
	}

	/** All rows of a table, in order. */
	*rows(table: string): Generator<TableRow> {
		for (const place of this.#places.get(table) ?? []) yield this.#read(place);
	}

	/** The rows whose column has the given value. */
	find(table: string, column: string, value: string): TableRow[] {
		const key = `${table}\0${column}`;
		let index = this.#indexes.get(key);
		if (!index) {
			index = new Map();
			for (const place of this.#places.get(table) ?? []) {
				const found = this.#read(place).get(column);
				if (found === undefined) continue;
				const places = index.get(found);
				if (places) places.push(place);
				else index.set(found, [place]);
			}
			this.#indexes.set(key, index);
		}
		return (index.get(value) ?? []).map((place) => this.#read(place));
	}

	#flush(): void {
		const bytes = Buffer.concat(this.#batch);
		writeSync(this.#file, bytes, 0, bytes.length, this.#length - bytes.length);
		this.#batch = [];
		this.#batched = 0;
	}

	#read(place: number): TableRow {
		if (this.#batched > 0) this.#flush();
		const head = Buffer.alloc(4);
		readSync(this.#file, head, 0, 4, place);
		const bytes = Buffer.alloc(head.readUInt32LE());
		readSync(this.#file, bytes, 0, bytes.length, place + 4);
		return new Map(JSON.parse(bytes.toString()) as [string, string][]);
	}
}
