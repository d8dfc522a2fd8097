import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Half } from "./halves.ts";

/** A question that people wrote, and the articles of the corpus that answer it. */
export interface TopicalQuery {
	readonly text: string;
	/** Ids of the corpus. */
	readonly relevant: readonly string[];
	readonly half: Half;
}

/** The topical queries beside a corpus (`retrieval/mds_queries.jsonl`); empty if there are none. */
export async function readTopicalQueries(corpusFile: string): Promise<TopicalQuery[]> {
	const file = join(dirname(corpusFile), "retrieval", "mds_queries.jsonl");
	if (!existsSync(file)) return [];
	const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
	return lines.map((line) => {
		const { qid, query, relevant } = JSON.parse(line) as { qid: string; query: string; relevant: string[] };
		return { text: query, relevant, half: halfOf(qid) };
	});
}

/** By the query's own name and not by the seed: a query that engines were tuned on is never reported. */
function halfOf(name: string): Half {
	return (createHash("sha256").update(name).digest()[0] ?? 0) % 2 === 0 ? "tuning" : "reporting";
}
