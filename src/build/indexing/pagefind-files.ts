/** Pagefind's index: one bundle per period, each made again only if one of its articles has changed. */

import { join, resolve } from "node:path";
import { sha256, shortDigest } from "../../disk/digest.ts";
import { signatureOf } from "../../model/author.ts";
import { asUrlPath } from "../../model/ids.ts";
import type { Progress } from "../../model/progress.ts";
import type { Entry } from "../../site/plan/archive-index.ts";
import { figure } from "../../site/plan/cards.ts";
import type { PlanContext } from "../../site/plan/context.ts";
import { committeeLinkOn, provinceLink, tagLink } from "../../site/plan/names.ts";
import { optional } from "../../site/plan/optional.ts";
import { inputsOf } from "../../site/plan/output.ts";
import { pagefindPeriods } from "../../site/plan/pagefind-periods.ts";
import type { Plan } from "../../site/plan/plan.ts";
import {
	type CachedFolder,
	CachedFolders,
	type FolderFiles,
	type FolderNames,
} from "../cache/cached-folders.ts";
import type { CodeDigests } from "../incremental/code-digest.ts";
import type { PlanMemory } from "../incremental/plan-memory.ts";
import { strings } from "../strings.ts";
import type { Task } from "../workers/tasks.ts";
import type { Workers } from "../workers/workers.ts";
import { commentsOf } from "./comments-of.ts";
import type { PagefindBundle } from "./pagefind-bundle.ts";

export interface IndexingOptions {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
	readonly current: FolderNames | undefined;
	readonly code: CodeDigests;
	readonly memory: PlanMemory;
	readonly workers: Workers;
	readonly progress: Progress;
}

/** Makes the bundles that are missing in the cache, in parallel, and lists all bundles. */
export async function pagefindFiles(plan: Plan, options: IndexingOptions): Promise<FolderFiles> {
	const { contentDirectory, cacheDirectory, current, code, memory, workers, progress } = options;
	const codeDigest = code.of("src/build/indexing/pagefind-bundle.ts");
	const inputsDigest = shortDigest(`${code.of("src/build/indexing/pagefind-files.ts")}\n${plan.names}`);
	// Each content folder has its own bundles, as stale ones are removed.
	const contentName = sha256(resolve(contentDirectory)).slice(0, 16);
	const cached = new CachedFolders(join(cacheDirectory, "pagefind", contentName), current);
	const bundles: CachedFolder[] = [];
	const missing: { readonly directory: string; readonly entries: readonly Entry[] }[] = [];
	for (const [period, entries] of pagefindPeriods(plan.context.index)) {
		const address = asUrlPath(`/pagefind/${period}/`);
		const articles = () => JSON.stringify(entries.map((entry) => bundleArticle(plan.context, entry)));
		const inputs = shortDigest(`${inputsDigest}\n${inputsOf(entries)}`);
		const made = () =>
			shortDigest([codeDigest, ...entries.map(({ article }) => article.digest), articles()].join("\n"));
		const digest = memory.recall({ address }, { inputs: () => inputs, made });
		const bundle = { address, root: address, name: `${period}-${digest}` };
		bundles.push(bundle);
		if (!(await cached.has(bundle))) missing.push({ directory: cached.pathOf(bundle), entries });
	}
	const articles = missing.reduce((sum, { entries }) => sum + entries.length, 0);
	progress.start(strings.archiveIndexing, articles);
	await workers.run(
		missing.map(({ directory, entries }) => () => ({
			kind: "pagefind",
			bundle: {
				contentDirectory,
				directory,
				articles: entries.map((entry) => bundleArticle(plan.context, entry)),
			},
		})) satisfies (() => Task)[],
		(_, task) => progress.advance(missing[task]?.entries.length),
		{ articles },
	);
	progress.done();
	await cached.removeOthers(bundles.map(({ name }) => name));
	return { files: await cached.filesToCopy(bundles), folders: bundles };
}

function bundleArticle(context: PlanContext, { article, tags }: Entry): PagefindBundle["articles"][number] {
	const { portal } = context;
	const authors = article.author.flatMap((id) => portal.authors.get(id) ?? []);
	const picture = article.image && figure(context, article.file, article.image);
	const province = article.province && provinceLink(portal, article.province, article.date);
	const committee = article.committee && committeeLinkOn(portal, article.committee, article.date);
	return {
		file: article.file,
		...optional("caption", article.image?.caption),
		...commentsOf(portal, article),
		frame: {
			address: article.address,
			title: article.title,
			date: article.date,
			...(article.undated && { undated: true }),
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
