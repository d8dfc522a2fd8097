import { sqlValue } from "./sql-values.ts";

/** A row of a dump. Texts are not decoded yet; undefined means NULL. */
export interface SqlRow {
	readonly table: string;
	readonly columns: readonly string[];
	readonly values: readonly (string | undefined)[];
}

/** A row that cannot be read. Reading continues with the next statement. */
export interface BrokenRow {
	readonly table: string;
	readonly isTooLarge: boolean;
}

/** The longest row that is read: a hundred times a long article. */
export const maxRowCharacters = 64_000_000;

const name = String.raw`(?:\`[^\`]+\`|\[[^\]]+\]|"[^"]+"|[\w$#]+)`;
const qualifiedName = String.raw`${name}(?:\s*\.\s*${name}){0,2}`;
const insertHead = new RegExp(
	String.raw`(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)\s+)*(?:INTO\s+)?(${qualifiedName})\s*(\([^()]*\))?\s*VALUES\s*(?=\()`,
	"iy",
);
const createHead = new RegExp(
	String.raw`CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(${qualifiedName})\s*\(`,
	"iy",
);
const blank = /(?:\s+|--[^\n]*\n|#[^\n]*\n|;|GO[^\S\n]*\n)+/iy;
const column = new RegExp(String.raw`^\s*(${name})\s+\S`);
const notColumn = /^\s*(?:PRIMARY|UNIQUE|KEY|INDEX|FULLTEXT|SPATIAL|CONSTRAINT|FOREIGN|CHECK)\b/i;
/** How much of a statement must be buffered before its head can be recognised. */
const headCharacters = 70_000;

/**
 * The rows of an SQL dump, statement by statement, as mysqldump, phpMyAdmin and SQL Server's “Generate Scripts” write
 * them: INSERTs with and without columns, extended ones, escapes of both dialects. Everything else is skipped. Only the
 * row that is being read is held in memory.
 *
 * @param chunks of the text, in order
 * @param isWanted tells by a table's name whether its rows are wanted
 */
export async function* sqlRows(
	chunks: AsyncIterable<string>,
	isWanted: (table: string) => boolean,
): AsyncGenerator<SqlRow | BrokenRow> {
	const window = new Window(chunks);
	const columnsOf = new Map<string, readonly string[]>();
	for (;;) {
		await window.atLeast(headCharacters);
		const skipped = window.match(blank);
		if (skipped) {
			window.skip(skipped[0].length);
			continue;
		}
		if (window.text.startsWith("/*", window.start)) {
			await window.skipPast("*/");
			continue;
		}
		if (window.isAtEnd) return;
		const insert = window.match(insertHead);
		if (insert) {
			const table = tableName(insert[1] ?? "");
			const columns = insert[2] === undefined ? (columnsOf.get(table) ?? []) : namesIn(insert[2]);
			window.skip(insert[0].length);
			yield* rowsOf(window, table, columns, hasBackslashEscapes(insert[1] ?? ""), isWanted(table));
			continue;
		}
		const create = window.match(createHead);
		if (create) {
			columnsOf.set(tableName(create[1] ?? ""), await columnsIn(window, create[0].length));
			continue;
		}
		await window.skipLine();
	}
}

async function* rowsOf(
	window: Window,
	table: string,
	columns: readonly string[],
	hasBackslashes: boolean,
	isWanted: boolean,
): AsyncGenerator<SqlRow | BrokenRow> {
	for (;;) {
		let values: (string | undefined)[] = [];
		let at = 1;
		let isBroken = false;
		const restart = () => {
			values = [];
			at = 1;
		};
		for (;;) {
			const found = sqlValue(window.text, window.start + at, hasBackslashes);
			if (found === "incomplete") {
				if (window.length > maxRowCharacters || !(await window.grow())) {
					isBroken = true;
					break;
				}
				restart();
				continue;
			}
			if (found === "broken") {
				isBroken = true;
				break;
			}
			values.push(found.value);
			at = found.end - window.start + 1;
			if (found.closes) break;
		}
		if (isBroken) {
			yield { table, isTooLarge: window.length > maxRowCharacters };
			await window.skipToStatement();
			return;
		}
		window.skip(at);
		if (isWanted) yield { table, columns, values };
		await window.atLeast(1_000);
		const next = window.match(/\s*,\s*(?=\()/y);
		if (!next) return;
		window.skip(next[0].length);
	}
}

async function columnsIn(window: Window, headLength: number): Promise<string[]> {
	// Limits the buffer where a definition has no end.
	await window.atLeast(headCharacters * 4);
	const { parts, end } = definitionsIn(window.text, window.start + headLength);
	window.skip(end - window.start);
	await window.skipLine();
	return parts
		.filter((part) => !notColumn.test(part))
		.flatMap((part) => {
			const found = column.exec(part)?.[1];
			return found === undefined ? [] : [unquoted(found)];
		});
}

/** The comma-separated parts of a table's definition, up to its closing bracket or the next statement. */
function definitionsIn(
	text: string,
	from: number,
): { readonly parts: readonly string[]; readonly end: number } {
	const parts: string[] = [];
	const signs = /'(?:[^'\\]|\\.|'')*'|`[^`]*`|--[^\n]*|[(),]|\n(?=(?:CREATE|INSERT|REPLACE)\s)/gis;
	let depth = 1;
	let start = from;
	signs.lastIndex = from;
	for (let match = signs.exec(text); match; match = signs.exec(text)) {
		const [sign] = match;
		if (sign === "(") depth += 1;
		else if (sign === ")") depth -= 1;
		if (sign === "\n" || depth === 0)
			return { parts: [...parts, text.slice(start, match.index)], end: match.index };
		if (sign === "," && depth === 1) {
			parts.push(text.slice(start, match.index));
			start = match.index + 1;
		}
	}
	return { parts: [], end: from };
}

function tableName(qualified: string): string {
	return unquoted(qualified.split(/\s*\.\s*(?=[`["\w])/).at(-1) ?? "");
}

function namesIn(list: string): string[] {
	return [...list.matchAll(new RegExp(name, "g"))].map(([found]) => unquoted(found));
}

function unquoted(text: string): string {
	return text.trim().replace(/^[`["]|[`\]"]$/g, "");
}

/**
 * Whether backslashes escape in strings, as in MySQL. SQL Server and PostgreSQL quote names differently and have no
 * such escapes.
 */
function hasBackslashEscapes(table: string): boolean {
	return !/^["[]/.test(table.trim());
}

/** The buffered part of the text, with the place that is being read. */
class Window {
	text = "";
	start = 0;
	#isDrained = false;
	readonly #chunks: AsyncIterator<string>;

	constructor(chunks: AsyncIterable<string>) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	get length(): number {
		return this.text.length - this.start;
	}

	get isAtEnd(): boolean {
		return this.#isDrained && this.length === 0;
	}

	match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.start;
		return pattern.exec(this.text);
	}

	skip(count: number): void {
		this.start += count;
	}

	async atLeast(count: number): Promise<void> {
		if (this.length >= count) return;
		const parts = [this.text.slice(this.start)];
		let length = this.length;
		while (length < count && !this.#isDrained) {
			const { value, done } = await this.#chunks.next();
			if (done) this.#isDrained = true;
			else {
				parts.push(value);
				length += value.length;
			}
		}
		this.text = parts.join("");
		this.start = 0;
	}

	/** Doubles the buffered part. False if the text has ended. */
	async grow(): Promise<boolean> {
		const before = this.length;
		await this.atLeast(Math.max(65_536, before * 2));
		return this.length > before;
	}

	skipLine(): Promise<void> {
		return this.skipPast("\n");
	}

	/** Skips past the next occurrence of `mark`, or to the end if there is none. */
	async skipPast(mark: string): Promise<void> {
		for (;;) {
			const end = this.text.indexOf(mark, this.start);
			if (end >= 0) {
				this.start = end + mark.length;
				return;
			}
			// The buffer may end within a mark.
			this.start = Math.max(this.start, this.text.length - mark.length + 1);
			if (this.#isDrained) {
				this.start = this.text.length;
				return;
			}
			await this.atLeast(this.length + 1);
		}
	}

	/** Skips to the next line that begins a statement. */
	async skipToStatement(): Promise<void> {
		do {
			await this.skipLine();
			await this.atLeast(100);
		} while (!this.isAtEnd && !this.match(/\s*(?:INSERT|REPLACE|CREATE|DROP|LOCK|GO\b)/iy));
	}
}
