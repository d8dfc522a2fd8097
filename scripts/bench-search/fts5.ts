/** SQLite's full-text search over the finder's own tokens: what a server could answer, as a mark to measure by. */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import sqlite from "node-sqlite3-wasm";
import { analyse } from "../../src/text/analyse.ts";
import type { BenchArticle } from "./articles.ts";
import type { Search } from "./quality.ts";

const hits = 10;
/** Weights of title, lead and body in bm25(). */
const weights = "4, 2, 1";
const rowsOfTransaction = 500;

export interface Fts5 {
	readonly search: Search;
	close(): void;
}

/** Opens the database in a file, made first where it is missing. */
export async function openFts5(file: string, articles: AsyncIterable<BenchArticle>): Promise<Fts5> {
	if (!existsSync(file)) await writeDatabase(file, articles);
	const database = new sqlite.Database(file, { readOnly: true });
	const select = database.prepare(
		`SELECT address.text FROM article JOIN address ON address.id = article.rowid WHERE article MATCH ? ORDER BY bm25(article, ${weights}) LIMIT ${hits}`,
	);
	const ask = (expression: string): string[] =>
		expression === "" ? [] : select.all([expression]).map((row) => String(row.text));
	return {
		async search(text) {
			const { syllables, pairs } = termsOf(text);
			const all = ask((pairs.length > 0 ? pairs : syllables).map(quoted).join(" AND "));
			if (all.length >= hits) return all;
			return [...new Set([...all, ...ask([...pairs, ...syllables].map(quoted).join(" OR "))])];
		},
		close() {
			select.finalize();
			database.close();
		},
	};
}

async function writeDatabase(file: string, articles: AsyncIterable<BenchArticle>): Promise<void> {
	const unfinished = `${file}.new`;
	await rm(unfinished, { force: true });
	const database = new sqlite.Database(unfinished);
	try {
		database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
		database.exec("CREATE TABLE address (id INTEGER PRIMARY KEY, text TEXT)");
		database.exec(
			`CREATE VIRTUAL TABLE article USING fts5 (title, lead, body, content = '', tokenize = "ascii tokenchars '_-/.&'")`,
		);
		const addAddress = database.prepare("INSERT INTO address VALUES (?, ?)");
		const addArticle = database.prepare("INSERT INTO article (rowid, title, lead, body) VALUES (?, ?, ?, ?)");
		let row = 0;
		database.exec("BEGIN");
		for await (const { address, title, summary, text } of articles) {
			row++;
			addAddress.run([row, address]);
			addArticle.run([row, tokenText(title), tokenText(summary), tokenText(text)]);
			if (row % rowsOfTransaction === 0) database.exec("COMMIT; BEGIN");
		}
		database.exec("COMMIT");
		addAddress.finalize();
		addArticle.finalize();
	} finally {
		database.close();
	}
	await rename(unfinished, file);
}

function termsOf(text: string): { syllables: string[]; pairs: string[] } {
	const tokens = analyse(text);
	const syllables = tokens.map(({ folded }) => folded);
	const pairs = tokens.flatMap(({ folded, followsOn }, place) =>
		followsOn && place > 0 ? [`${tokens[place - 1]?.folded}_${folded}`] : [],
	);
	return { syllables, pairs };
}

function tokenText(text: string): string {
	const { syllables, pairs } = termsOf(text);
	return [...syllables, ...pairs].join(" ");
}

function quoted(term: string): string {
	return `"${term}"`;
}
