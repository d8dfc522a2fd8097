import { execFileSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDocument } from "../../src/content/index.ts";
import { articleAddress } from "../../src/model/addresses.ts";
import { asIsoDateTime, dayOf } from "../../src/model/ids.ts";
import { provinces } from "../../src/model/provinces.ts";
import { slugify } from "../../src/text/index.ts";
import { CommandError } from "../command.ts";
import { type ArchiveArticle, type ArchiveOptions, archiveArticles, archiveNames } from "./archive.ts";
import { measure } from "./measure.ts";
import type { Discard } from "./set-aside.ts";
import { strings } from "./strings.ts";
import type { Subject } from "./subject.ts";
import { writeAll } from "./write-all.ts";

const layouts = fileURLToPath(new URL("hugo/", import.meta.url));

/** The output of `hugo version`. @throws CommandError if Hugo is not on the PATH */
export function hugoVersion(): string {
	try {
		return execFileSync("hugo", ["version"], { encoding: "utf8" }).trim();
	} catch {
		throw new CommandError(strings.noHugo, strings.noHugoRemedy);
	}
}

/**
 * Hugo on the same articles, with pages of the same kinds and content. Its lists by day, month and year are taxonomies,
 * which is how Hugo has them.
 */
export function hugoSubject(archive: ArchiveOptions, workDirectory: string, discard: Discard): Subject {
	const content = join(workDirectory, "content");
	const output = join(workDirectory, "public");
	return {
		name: "hugo",
		scenarios: ["full", "publish"],
		output,
		async prepare() {
			await discard(workDirectory);
			await cp(layouts, workDirectory, { recursive: true });
			await writeAll(otherDocuments(archive.seed, content));
			await writeAll(articleDocuments(archive, content));
		},
		take: (article) => writeAll([articleDocument(article, content)]),
		clear: () => discard(output),
		build: () =>
			measure("hugo", [
				"--source",
				workDirectory,
				"--destination",
				output,
				"--cacheDir",
				join(workDirectory, "cache"),
			]),
		async files() {
			return undefined;
		},
	};
}

function* articleDocuments(archive: ArchiveOptions, content: string) {
	for (const article of archiveArticles(archive)) yield articleDocument(article, content);
}

function articleDocument({ id, fields, body }: ArchiveArticle, content: string) {
	const day = dayOf(asIsoDateTime(fields.date));
	const { summary, author, committee, province, tags, ...rest } = fields;
	const front = {
		...rest,
		url: articleAddress(id),
		lead: summary,
		authors: [author],
		committees: [committee],
		provinces: province === undefined ? [] : [province],
		tags: tags.map((tag) => slugify(tag)),
		days: [day],
		months: [day.slice(0, 7)],
		years: [day.slice(0, 4)],
	};
	return { file: join(content, "articles", `${id}.md`), text: writeDocument(front, body) };
}

/** Names of the terms, what is rendered for them, and the few fixed pages. */
function* otherDocuments(seed: number, content: string) {
	const { authors, committees, tags } = archiveNames(seed);
	const provinceTerms = provinces.slugs.map(
		(slug) => [slug, provinces.withSlug(slug).at(-1)?.name ?? slug] as const,
	);
	const terms = {
		authors,
		committees: [...committees].map(([id, { name }]) => [id, name] as const),
		tags,
		provinces: provinceTerms,
	};
	const document = (path: string, front: Parameters<typeof writeDocument>[0], body = "") => ({
		file: join(content, path),
		text: writeDocument(front, body, "page"),
	});
	for (const [taxonomy, names] of Object.entries(terms)) {
		for (const [id, title] of names) {
			const outputs = taxonomy === "authors" ? { outputs: ["HTML"] } : {};
			yield document(`${taxonomy}/${id}/_index.md`, { title, ...outputs });
		}
	}
	yield document("days/_index.md", { title: "Ngày", cascade: { outputs: ["HTML", "Api"] } });
	yield document("months/_index.md", { title: "Tháng", cascade: { outputs: ["HTML", "Api", "MonthMap"] } });
	yield document("years/_index.md", { title: "Năm", cascade: { outputs: ["HTML"] } });
	yield document("articles/_index.md", { title: "Tin mới", url: "/tin-moi/" });
	yield document("luu-tru.md", { title: "Lưu trữ", layout: "archive" });
	for (const [slug, { title, body }] of Object.entries(strings.pages)) {
		yield document(`${slug}.md`, { title, url: `/${slug}.html` }, body);
	}
}
