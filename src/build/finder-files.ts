/** The finder's index: its segments, each made again only when one of its articles has changed, and their list. */

import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sha256, shortDigest, unsealText } from "../content/index.ts";
import { finderAddress } from "../model/addresses.ts";
import { signatureOf } from "../model/author.ts";
import { asUrlPath } from "../model/ids.ts";
import { laterNames } from "../model/provinces.ts";
import { abbreviations as builtInAbbreviations } from "../search/abbreviations.ts";
import type { FinderDocument } from "../search/finder/document.ts";
import type { Segment } from "../search/finder/format.ts";
import { segmentListPath } from "../search/finder/format.ts";
import { sealSegmentList, segmentPlans } from "../search/finder-writer/segment-plans.ts";
import type { Entry } from "../site/plan/archive-index.ts";
import { visible } from "../site/plan/archive-index.ts";
import { figure } from "../site/plan/cards.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { committeeLink, provinceLink, tagLink } from "../site/plan/names.ts";
import { optional } from "../site/plan/optional.ts";
import { inputsOf } from "../site/plan/output.ts";
import type { Plan } from "../site/plan/plan.ts";
import { excerpt } from "../text/index.ts";
import type { FinderSegment, SegmentContents } from "./finder-segment.ts";
import { segmentContentsFile } from "./finder-segment.ts";
import type { SearchOptions } from "./search-files.ts";
import type { StaticFile } from "./static-file.ts";
import { strings } from "./strings.ts";
import type { Task } from "./tasks.ts";

/** Characters of a lead that a result shows. */
const shownLead = 180;

/** Makes the segments that are missing in the cache, side by side, and lists the files of all. */
export async function finderFiles(plan: Plan, options: SearchOptions): Promise<StaticFile[]> {
	const { contentDirectory, cacheDirectory, code, memory, workers, progress } = options;
	const { context } = plan;
	const codeDigest = await code.of("src/build/finder-segment.ts");
	const inputsDigest = shortDigest(`${await code.of("src/build/finder-files.ts")}\n${plan.names}`);
	const entries = visible(context.index.all);
	const newest = entries.at(-1)?.article.date;
	if (newest === undefined) return [];
	const abbreviations = [
		...builtInAbbreviations,
		...context.portal.site.abbreviations.map(({ short, long }) => [short, long] as const),
	];
	// Each content folder has segments of its own, as the old ones of a folder are forgotten.
	const cache = join(cacheDirectory, "finder", sha256(resolve(contentDirectory)).slice(0, 16));
	const names: string[] = [];
	const missing: { readonly name: string; readonly task: () => FinderSegment; readonly count: number }[] = [];
	for (const { id, isNewest, covers } of segmentPlans(newest)) {
		const own = entries.filter(({ article }) => covers(article.date));
		if (own.length === 0) continue;
		const articles = () => own.map((entry) => finderArticle(context, entry));
		const inputs = shortDigest(`${inputsDigest}\n${JSON.stringify(abbreviations)}\n${inputsOf(own)}`);
		const digest = memory.recall(asUrlPath(`${finderAddress}${id}/`), inputs, () =>
			shortDigest(
				[
					codeDigest,
					String(isNewest),
					JSON.stringify(abbreviations),
					...own.map(({ article }) => article.digest),
					JSON.stringify(articles()),
				].join("\n"),
			),
		);
		const name = `${id}-${digest}`;
		names.push(name);
		if (await readContents(join(cache, name))) continue;
		await rm(join(cache, name), { recursive: true, force: true });
		const directory = join(cache, name);
		missing.push({
			name,
			count: own.length,
			task: () => ({ contentDirectory, directory, id, isNewest, abbreviations, articles: articles() }),
		});
	}
	progress.start(
		strings.indexing,
		missing.reduce((sum, { count }) => sum + count, 0),
	);
	await workers.run(
		missing.map(({ task }) => () => ({ kind: "finder", segment: task() })) satisfies (() => Task)[],
		(_, task) => progress.advance(missing[task]?.count),
	);
	progress.done();
	const segments = await Promise.all(
		names.map(async (name) => ({ name, contents: await readContents(join(cache, name)) })),
	);
	const list = await listFile(
		cache,
		segments.flatMap(({ contents }) => contents?.segment ?? []),
		abbreviations,
	);
	await forgetOthers(cache, new Set([...names, segmentListPath]));
	return [
		list,
		...segments.flatMap(({ name, contents }) =>
			Object.entries(contents?.files ?? {}).map(([path, sha256]) => ({
				address: asUrlPath(finderAddress + path),
				source: join(cache, name, path),
				identity: sha256,
				kept: { sha256, folder: join(cache, name) },
			})),
		),
	];
}

/** What a segment consists of; undefined where that cannot be told. */
async function readContents(directory: string): Promise<SegmentContents | undefined> {
	const sealed = await readFile(join(directory, segmentContentsFile), "utf8").catch(() => "");
	const text = unsealText(sealed);
	return text === undefined ? undefined : (JSON.parse(text) as SegmentContents);
}

async function listFile(
	cache: string,
	segments: readonly Segment[],
	abbreviations: readonly (readonly [string, string])[],
): Promise<StaticFile> {
	const content = sealSegmentList(segments, abbreviations);
	const source = join(cache, segmentListPath);
	await mkdir(cache, { recursive: true });
	await writeFile(`${source}.${process.pid}`, content);
	await rename(`${source}.${process.pid}`, source);
	return { address: asUrlPath(finderAddress + segmentListPath), source, identity: sha256(content) };
}

async function forgetOthers(cache: string, kept: ReadonlySet<string>): Promise<void> {
	const names = await readdir(cache).catch(() => []);
	for (const name of names)
		if (!kept.has(name)) await rm(join(cache, name), { recursive: true, force: true });
}

function finderArticle(context: PlanContext, { article, tags }: Entry): FinderSegment["articles"][number] {
	const { portal } = context;
	const authors = article.author.flatMap((id) => portal.authors.get(id) ?? []);
	const picture = article.image && figure(context, article.file, article.image);
	const province = article.province && provinceLink(article.province, article.date);
	const committee = article.committee && committeeLink(portal, article.committee);
	const frame: Omit<FinderDocument, "text"> = {
		address: article.address,
		title: article.title,
		date: article.date,
		lead: excerpt(article.summary ?? "", shownLead),
		names: [
			...tags.map((slug) => tagLink(portal, slug).label),
			...authors.map((author) => [signatureOf(author), author.organisation].filter(Boolean).join(", ")),
			...(article.province ? laterNames(article.province) : []),
		],
		...optional("picture", picture && (picture.variants[0]?.src ?? picture.src)),
		...(article.province && province && { province: { slug: article.province, name: province.label } }),
		...(article.committee && committee && { committee: { slug: article.committee, name: committee.label } }),
	};
	return { file: article.file, ...optional("caption", article.image?.caption), frame };
}
