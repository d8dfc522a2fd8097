/** The search index: one bundle a period, each made again only when one of its articles has changed. */

import { readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sha256, shortDigest, unsealText } from "../content/index.ts";
import { signatureOf } from "../model/author.ts";
import { asUrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import type { Entry } from "../site/plan/archive-index.ts";
import { figure } from "../site/plan/cards.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { committeeLink, provinceLink, tagLink } from "../site/plan/names.ts";
import { optional } from "../site/plan/optional.ts";
import { inputsOf } from "../site/plan/output.ts";
import type { Plan } from "../site/plan/plan.ts";
import { searchPeriods } from "../site/plan/search-periods.ts";
import type { CodeDigests } from "./code-digest.ts";
import type { PlanMemory } from "./plan-memory.ts";
import type { BundleDigests, SearchBundle } from "./search-bundle.ts";
import { bundleDigestsFile } from "./search-bundle.ts";
import type { StaticFile } from "./static-file.ts";
import { strings } from "./strings.ts";
import type { Task } from "./tasks.ts";
import type { Workers } from "./workers.ts";

export interface SearchOptions {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
	readonly code: CodeDigests;
	readonly memory: PlanMemory;
	readonly workers: Workers;
	readonly progress: Progress;
}

/** Makes the bundles that are missing in the cache, side by side, and lists the files of all. */
export async function searchFiles(plan: Plan, options: SearchOptions): Promise<StaticFile[]> {
	const { contentDirectory, cacheDirectory, code, memory, workers, progress } = options;
	const codeDigest = await code.of("src/build/search-bundle.ts");
	const inputsDigest = shortDigest(`${await code.of("src/build/search-files.ts")}\n${plan.names}`);
	// Each content folder has bundles of its own, as the old ones of a folder are forgotten.
	const cache = join(cacheDirectory, "search", sha256(resolve(contentDirectory)).slice(0, 16));
	const there = new Set(await readdir(cache).catch(() => []));
	const names = new Map<string, string>();
	const missing: { readonly name: string; readonly entries: readonly Entry[] }[] = [];
	for (const [period, entries] of searchPeriods(plan.context.index)) {
		const articles = () => JSON.stringify(entries.map((entry) => bundleArticle(plan.context, entry)));
		const inputs = shortDigest(`${inputsDigest}\n${inputsOf(entries)}`);
		const make = () =>
			shortDigest([codeDigest, ...entries.map(({ article }) => article.digest), articles()].join("\n"));
		const digest = memory.recall({ address: bundleAddress(period), inputs: () => inputs, make });
		const name = `${period}-${digest}`;
		names.set(period, name);
		if (there.has(name) && (await readDigests(join(cache, name)))) continue;
		await rm(join(cache, name), { recursive: true, force: true });
		missing.push({ name, entries });
	}
	progress.start(
		strings.indexing,
		missing.reduce((sum, { entries }) => sum + entries.length, 0),
	);
	await workers.run(
		missing.map(({ name, entries }) => () => ({
			kind: "search",
			bundle: {
				contentDirectory,
				directory: join(cache, name),
				articles: entries.map((entry) => bundleArticle(plan.context, entry)),
			},
		})) satisfies (() => Task)[],
		(_, task) => progress.advance(missing[task]?.entries.length),
	);
	progress.done();
	await forgetOthers(cache, new Set(names.values()));
	const files = await Promise.all([...names].map(([period, name]) => bundleFiles(join(cache, name), period)));
	return files.flat();
}

function bundleAddress(period: string) {
	return asUrlPath(`/pagefind/${period}/`);
}

async function bundleFiles(bundle: string, period: string): Promise<StaticFile[]> {
	return Object.entries((await readDigests(bundle)) ?? {}).map(([path, sha256]) => ({
		address: asUrlPath(bundleAddress(period) + path),
		source: join(bundle, path),
		identity: sha256,
		kept: { sha256, folder: bundle },
	}));
}

/** What a bundle consists of; undefined where that cannot be told. */
async function readDigests(bundle: string): Promise<BundleDigests | undefined> {
	const sealed = await readFile(join(bundle, bundleDigestsFile), "utf8").catch(() => "");
	const text = unsealText(sealed);
	return text === undefined ? undefined : (JSON.parse(text) as BundleDigests);
}

async function forgetOthers(cache: string, kept: ReadonlySet<string>): Promise<void> {
	const names = await readdir(cache).catch(() => []);
	for (const name of names)
		if (!kept.has(name)) await rm(join(cache, name), { recursive: true, force: true });
}

function bundleArticle(context: PlanContext, { article, tags }: Entry): SearchBundle["articles"][number] {
	const { portal } = context;
	const authors = article.author.flatMap((id) => portal.authors.get(id) ?? []);
	const picture = article.image && figure(context, article.file, article.image);
	const province = article.province && provinceLink(article.province, article.date);
	const committee = article.committee && committeeLink(portal, article.committee);
	return {
		file: article.file,
		...optional("caption", article.image?.caption),
		frame: {
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
		},
	};
}
