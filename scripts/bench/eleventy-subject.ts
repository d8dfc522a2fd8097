import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDocument } from "../../src/content/index.ts";
import { articleAddress } from "../../src/model/addresses.ts";
import { type ArchiveArticle, type ArchiveOptions, archiveArticles } from "./archive.ts";
import { measure } from "./measure.ts";
import type { Discard } from "./set-aside.ts";
import type { Subject } from "./subject.ts";
import { writeAll } from "./write-all.ts";

const templates = fileURLToPath(new URL("eleventy/", import.meta.url));
const command = fileURLToPath(new URL("../cmd.cjs", import.meta.resolve("@11ty/eleventy")));

/**
 * Eleventy as its documentation has it: one template for each Markdown file, Nunjucks layouts, collections. It makes
 * fewer kinds of page than this project: articles, tags, months and the front page.
 *
 * @param limit seconds after which a build is ended
 */
export function eleventySubject(
	archive: ArchiveOptions,
	workDirectory: string,
	discard: Discard,
	limit: number,
): Subject {
	const output = join(workDirectory, "public");
	return {
		name: "eleventy",
		scenarios: ["full", "publish"],
		output,
		async prepare() {
			await discard(workDirectory);
			await cp(templates, workDirectory, { recursive: true });
			await writeAll(articleDocuments(archive, workDirectory));
		},
		take: (article) => writeAll([articleDocument(article, workDirectory)]),
		clear: () => discard(output),
		build: () =>
			measure(process.execPath, ["--max-old-space-size=8192", command, "--quiet"], {
				cwd: workDirectory,
				limit,
			}),
		async files() {
			return undefined;
		},
	};
}

function* articleDocuments(archive: ArchiveOptions, workDirectory: string) {
	for (const article of archiveArticles(archive)) yield articleDocument(article, workDirectory);
}

function articleDocument({ id, fields, body }: ArchiveArticle, workDirectory: string) {
	const { summary, tags, ...rest } = fields;
	const front = {
		...rest,
		layout: "article.njk",
		permalink: articleAddress(id),
		lead: summary,
		tags: ["article", ...tags],
	};
	return { file: join(workDirectory, "content", "articles", `${id}.md`), text: writeDocument(front, body) };
}
