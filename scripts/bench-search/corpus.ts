import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { cleanText } from "../../src/text/index.ts";
import type { PlainArticle } from "./alter-text.ts";

/** An article of a corpus, and the name by which topical queries refer to it. */
export interface CorpusArticle extends PlainArticle {
	readonly id: string;
}

/** Reads JSON Lines with `id`, `title`, `summary`, `body`, `captions`, plain or compressed by gzip. */
export async function readPlainCorpus(file: string): Promise<CorpusArticle[]> {
	const content = await readFile(file);
	const lines = (file.endsWith(".gz") ? gunzipSync(content) : content).toString("utf8").split("\n");
	const articles: CorpusArticle[] = [];
	for (const line of lines) {
		if (line.trim() === "") continue;
		const { id, title, summary, body, captions } = JSON.parse(line) as Record<string, unknown>;
		articles.push({
			id: plain(id),
			title: plain(title),
			summary: plain(summary),
			text: [plain(body), ...(Array.isArray(captions) ? captions.map(plain) : [])].filter(Boolean).join("\n"),
		});
	}
	return articles;
}

function plain(value: unknown): string {
	return cleanText(typeof value === "string" ? value : "")
		.replace(/\n\s*\n/g, "\n")
		.trim();
}
