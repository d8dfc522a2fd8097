/** The search index: one bundle a year, each made again only when one of its articles has changed. */
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { plainText, readBody } from "../content/index.ts";
import { signatureOf } from "../model/author.ts";
import { asUrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { closeSearch, writeBundle } from "../search/bundle.ts";
import type { SearchDocument } from "../search/record.ts";
import type { Entry } from "../site/plan/archive-index.ts";
import { visible } from "../site/plan/archive-index.ts";
import { figure } from "../site/plan/cards.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { committeeLink, provinceLink, tagLink } from "../site/plan/names.ts";
import { optional } from "../site/plan/optional.ts";
import { createCodeDigests } from "./code-digest.ts";
import { sha256 } from "./digest.ts";
import type { StaticFile } from "./static-file.ts";
import { strings } from "./strings.ts";

/** What of an article's record is known without its body. */
type RecordFrame = Omit<SearchDocument, "text">;

/** Makes the bundles that are missing in the cache, and lists the files of all. */
export async function searchFiles(
	context: PlanContext,
	{
		contentDirectory,
		cacheDirectory,
	}: { readonly contentDirectory: string; readonly cacheDirectory: string },
	progress: Progress,
): Promise<StaticFile[]> {
	const code = await createCodeDigests().of("src/search/bundle.ts");
	// Each content folder has bundles of its own, as the old ones of a folder are forgotten.
	const cache = join(cacheDirectory, "search", sha256(resolve(contentDirectory)).slice(0, 16));
	const files: StaticFile[] = [];
	const kept = new Set<string>();
	progress.start(strings.indexing, visible(context.index.all).length);
	for (const [year, all] of context.index.byYear) {
		const entries = visible(all);
		const frames = entries.map((entry) => recordFrame(context, entry));
		const digest = sha256(JSON.stringify([code, frames, entries.map(({ article }) => article.digest)]));
		const name = `${year}-${digest.slice(0, 16)}`;
		const bundle = join(cache, name);
		kept.add(name);
		if (!(await stat(bundle).catch(() => undefined))) {
			const unfinished = `${bundle}.${process.pid}`;
			await rm(unfinished, { recursive: true, force: true });
			await mkdir(unfinished, { recursive: true });
			await writeBundle(documents(contentDirectory, entries, frames), unfinished);
			// Where another build was quicker with the same bundle, this one goes.
			await rename(unfinished, bundle).catch(() => rm(unfinished, { recursive: true, force: true }));
		}
		files.push(...(await bundleFiles(bundle, year, name)));
		progress.advance(entries.length);
	}
	await closeSearch();
	await forgetOthers(cache, kept);
	progress.done();
	return files;
}

async function bundleFiles(bundle: string, year: string, identity: string): Promise<StaticFile[]> {
	const found = await readdir(bundle, { recursive: true, withFileTypes: true });
	return found
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.sort()
		.map((source) => ({
			address: asUrlPath(`/pagefind/${year}${source.slice(bundle.length).replaceAll("\\", "/")}`),
			source,
			identity,
		}));
}

async function forgetOthers(cache: string, kept: ReadonlySet<string>): Promise<void> {
	const names = await readdir(cache).catch(() => []);
	for (const name of names)
		if (!kept.has(name)) await rm(join(cache, name), { recursive: true, force: true });
}

async function* documents(
	contentDirectory: string,
	entries: readonly Entry[],
	frames: readonly RecordFrame[],
): AsyncGenerator<SearchDocument> {
	for (const [at, { article }] of entries.entries()) {
		const frame = frames[at];
		if (!frame) continue;
		const body = readBody(article.file, await readFile(join(contentDirectory, article.file)));
		const { text, captions } = plainText(body);
		yield { ...frame, text: [text, article.image?.caption, ...captions].filter(Boolean).join("\n") };
	}
}

function recordFrame(context: PlanContext, { article, tags }: Entry): RecordFrame {
	const { portal } = context;
	const authors = article.author.flatMap((id) => portal.authors.get(id) ?? []);
	const picture = article.image && figure(context, article.file, article.image);
	const province = article.province && provinceLink(article.province, article.date);
	const committee = article.committee && committeeLink(portal, article.committee);
	return {
		address: article.address,
		title: article.title,
		date: article.date,
		...optional("summary", article.summary),
		bylines: authors.map((author) => [signatureOf(author), author.organisation].filter(Boolean).join(", ")),
		...optional("thumbnail", picture && (picture.variants[0]?.src ?? picture.src)),
		filters: {
			province: province ? [province.label] : [],
			committee: committee ? [committee.label] : [],
			tag: tags.map((slug) => tagLink(portal, slug).label),
			author: authors.map(signatureOf),
		},
	};
}
