/** Makes an archive: one zip that opens from a disk. */
import { stat } from "node:fs/promises";
import { replaceFile } from "../disk/atomic-write.ts";
import { sha256, sha256OfFile } from "../disk/digest.ts";
import { say, sayDay, sayDayWithWeekday, sayNumber } from "../messages/index.ts";
import { dayOf, type IsoDay } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import type { Progress } from "../model/progress.ts";
import { indexArchive, visible } from "../site/plan/archive-index.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { committeeLink } from "../site/plan/names.ts";
import type { PreparedFiles } from "../site/plan/prepared-files.ts";
import { siteView } from "../site/plan/site-view.ts";
import { archiveAssets } from "./archive-assets.ts";
import { ArchiveError } from "./archive-error.ts";
import { type ArchiveFile, type ArchiveMeans, type AssetFile, pageFile, textFile } from "./archive-file.ts";
import { archiveFiles, coverScript, timeTableOf } from "./archive-files.tsx";
import { editionOf, nextEdition } from "./edition.ts";
import type { PackedIndex } from "./finder-packs.ts";
import {
	type ArchivePictures,
	anchorOfWithdrawn,
	type LaidOutPictures,
	type Layout,
	layOut,
	ownPaths,
} from "./layout.ts";
import { formatManifest, formatSums, type ListedFile, type Manifest } from "./manifest.ts";
import { CoverPage } from "./pages/cover-page.tsx";
import { RemovedPage, WithdrawnList } from "./pages/list-pages.tsx";
import type { ArchiveScope } from "./scope.ts";
import { strings } from "./strings.ts";
import type { ArchiveView } from "./view.ts";
import { ZipWriter } from "./zip-writer.ts";

/** What an archive is made from. */
export interface ArchiveSource {
	/** Everything that readers can see. */
	readonly whole: Portal;
	/** The same with only the archive's articles: `scopedPortal`. */
	readonly portal: Portal;
	readonly scope: ArchiveScope;
	readonly prepared: PreparedFiles;
	/** Files of the site (pictures, attachments) by address, and where their bytes are. */
	readonly sources: ReadonlyMap<string, string>;
	readonly theme: Pick<PlanContext, "messages" | "accent">;
	readonly contentDirectory: string;
	readonly assets: readonly AssetFile[];
	/** The site's style sheet. */
	readonly css: string;
	/** Packs the finder's index; absent where the archive cannot be searched. */
	readonly makeIndex?: ((context: PlanContext, layout: Layout) => Promise<PackedIndex>) | undefined;
}

export interface ArchiveOptions {
	/** The file that is written. */
	readonly output: string;
	readonly pictures: ArchivePictures;
	/** A former archive of the same scope: if anything differs, the new edition has a greater number. */
	readonly former?: Manifest | undefined;
	/** Whether only what changed since the former one is written. @default false */
	readonly onlyChanges?: boolean;
	readonly progress: Progress;
}

export interface ArchiveResult {
	readonly articles: number;
	readonly edition: number;
	/** The day up to which corrections are in it. */
	readonly day: IsoDay;
	/** Files of the archive, including those that did not change and are left out of an update. */
	readonly files: number;
	/** Files that were written. */
	readonly written: number;
	/** In bytes. */
	readonly size: number;
	/** Of the zip, in hexadecimal. */
	readonly sha256: string;
}

/**
 * Writes an archive. The same content gives the same bytes on any machine, in any time zone, on any day. No more than
 * one page is in memory at a time.
 *
 * @throws ArchiveError if the scope has no article
 */
export async function makeArchive(source: ArchiveSource, options: ArchiveOptions): Promise<ArchiveResult> {
	const { output, former, onlyChanges = false, progress } = options;
	const means = await prepareMeans(source, options.pictures);
	const { archive, layout } = means;
	if (archive.count === 0 && layout.withdrawn.length === 0)
		throw new ArchiveError(strings.noArticles, strings.noArticlesRemedy);
	const before = new Map((former?.files ?? []).map((file) => [file[0], file]));
	const listed = new Map<string, ListedFile>();
	let { edition } = archive;
	let written = 0;
	progress.start(strings.progress, 0);
	await replaceFile(output, async (unfinished) => {
		const zip = new ZipWriter(unfinished, edition.day);
		const write = async ({ path, content }: ArchiveFile) => {
			await zip.add(path, content);
			written++;
		};
		/** @returns whether the file differs from that of the former archive */
		const add = async (file: ArchiveFile): Promise<boolean> => {
			const found = await listedFile(file);
			listed.set(file.path, found);
			progress.advance();
			const isChanged = !isSame(before.get(file.path), found);
			if (isChanged || !onlyChanges) await write(file);
			return isChanged;
		};
		let isChanged = false;
		for await (const file of archiveFiles(means)) isChanged = (await add(file)) || isChanged;
		const removed = removedPaths(layout, former, listed);
		for (const path of removed) isChanged = (await add(emptiedFile(means, path))) || isChanged;
		if (former) edition = nextEdition(edition, former.edition, isChanged);
		const current = { ...means, archive: { ...archive, edition } };
		for (const file of editionFiles(current)) await add(file);
		const files = [...listed.values()].sort(([a], [b]) => (a < b ? -1 : 1));
		const manifest = textFile(ownPaths.manifest, manifestText(source, current, files, removed));
		await write(manifest);
		await write(textFile(ownPaths.sums, formatSums([...files, await listedFile(manifest)])));
		if (onlyChanges && former) {
			const note = strings.update(former.edition, edition.number, archive.title);
			await write(textFile(ownPaths.update, note));
		}
		await zip.end();
	});
	progress.done();
	return {
		articles: archive.count,
		edition: edition.number,
		day: edition.day,
		files: listed.size + 2,
		written,
		size: (await stat(output)).size,
		sha256: await sha256OfFile(output),
	};
}

/** Lays out an archive, and makes its index if it has one. @param single whether each article gets a file */
export async function prepareMeans(
	source: ArchiveSource,
	pictures: LaidOutPictures,
	single = false,
): Promise<ArchiveMeans> {
	const { portal, whole, scope, prepared, sources, theme, contentDirectory, assets, css, makeIndex } = source;
	const context: PlanContext = {
		...theme,
		portal,
		pictures: prepared.pictures,
		attachments: prepared.attachments,
		documentFiles: prepared.documentFiles ?? new Map(),
		shareCards: prepared.shareCards,
		index: indexArchive(portal, prepared),
	};
	const layout = layOut(context, { pictures, single, sources });
	const shown = visible(context.index.all);
	const first = shown[0];
	const last = shown.at(-1);
	const site = siteView(context);
	const archive: ArchiveView = {
		// Features that need a server or a script of the site are off.
		site: {
			...site,
			voice: { views: false, comments: "none", letters: false },
			features: {
				search: false,
				share: false,
				fontSize: false,
				readingTime: false,
				offline: false,
			},
		},
		title: titleOf(context, scope),
		count: shown.length,
		...(first && last && { first: dayOf(first.article.date), last: dayOf(last.article.date) }),
		edition: editionOf(portal, scope),
		...(scope.to !== undefined && { until: scope.to }),
		pictures: pictures === "common" ? "full" : pictures,
		inKiwix: single,
		searchable: makeIndex !== undefined && shown.length > 0,
		has: {
			tags: layout.tags.length > 0,
			provinces: layout.provinces.length > 0,
			committees: layout.committees.length > 0,
			authors: layout.authors.length > 0,
			events: layout.events.length > 0,
			documents: layout.documents.length > 0,
			organisation: portal.records.units.size > 0,
			questions: portal.records.questions.size > 0,
		},
	};
	return {
		archive,
		context,
		portal: whole,
		layout,
		contentDirectory,
		assets,
		css,
		own: await archiveAssets(theme.messages),
		index: archive.searchable ? await makeIndex?.(context, layout) : undefined,
	};
}

/** What an archive holds, in words. */
function titleOf(context: PlanContext, { from, to, committee, province }: ArchiveScope): string {
	const { portal } = context;
	const names = [
		committee && (committeeLink(portal, committee)?.label ?? committee),
		province && (portal.provinces.withSlug(province).at(-1)?.name ?? province),
	].filter(Boolean);
	const period = periodOf(context, from, to);
	if (names.length === 0) return period ?? say(context, "offline.everything");
	return [...names, period].filter(Boolean).join(", ");
}

function periodOf(
	context: PlanContext,
	from: string | undefined,
	to: string | undefined,
): string | undefined {
	const year = from?.slice(0, 4);
	if (year !== undefined && from === `${year}-01-01` && to === `${year}-12-31`)
		return say(context, "year.year", { year });
	if (from !== undefined && from === to) return sayDayWithWeekday(context, from);
	if (from !== undefined && to !== undefined)
		return say(context, "offline.period", { from: sayDay(context, from), to: sayDay(context, to) });
	if (from !== undefined) return say(context, "about.since", { day: sayDay(context, from) });
	if (to !== undefined) return say(context, "about.until", { day: sayDay(context, to) });
	return undefined;
}

/** The files that describe the edition; they do not count when two editions are compared. */
export function editionFiles(means: ArchiveMeans): ArchiveFile[] {
	const { archive, context, layout } = means;
	const { site, edition } = archive;
	return [
		pageFile(
			means,
			ownPaths.cover,
			{ title: archive.title, scripts: [coverScript], searchBox: false, navigation: false, isList: true },
			<CoverPage archive={archive} table={timeTableOf(context)} />,
		),
		pageFile(
			means,
			ownPaths.withdrawn,
			{ title: say(site, "offline.withdrawn") },
			<WithdrawnList
				archive={archive}
				withdrawn={layout.withdrawn.flatMap(({ article }) =>
					article.withdrawn
						? [
								{
									date: article.date,
									withdrawn: article.withdrawn.date,
									reason: article.withdrawn.reason,
									anchor: anchorOfWithdrawn(article.id),
									address: article.address,
								},
							]
						: [],
				)}
			/>,
		),
		textFile(
			ownPaths.guide,
			strings
				.guide({
					site: site.name,
					title: archive.title,
					articles: sayNumber(site, archive.count),
					edition: edition.number,
					day: sayDay(site, edition.day),
					url: site.url,
					organisation: site.organisation,
					licence: site.licence,
				})
				// Old Windows editors need CRLF, and recognise UTF-8 by its byte order mark.
				.replace(/^/, "\uFEFF")
				.replaceAll("\n", "\r\n"),
		),
	];
}

/**
 * Files that an older archive may have and this one does not: those that the former one lists, and those of withdrawn
 * articles.
 */
function removedPaths(
	layout: Layout,
	former: Manifest | undefined,
	listed: ReadonlyMap<string, unknown>,
): string[] {
	const own: ReadonlySet<string> = new Set(Object.values(ownPaths));
	const candidates = [
		...layout.withdrawn.flatMap(layout.pathsOfWithdrawn),
		...(former ? [...former.files.map(([path]) => path), ...former.removed] : []),
	];
	return [...new Set(candidates)].filter((path) => !listed.has(path) && !own.has(path)).sort();
}

/** Replaces a file whose content was withdrawn: a page that says so, or an empty file. */
function emptiedFile(means: ArchiveMeans, path: string): ArchiveFile {
	if (!path.endsWith(".html")) return { path, content: { bytes: new Uint8Array() } };
	const title = say(means.archive.site, "offline.withdrawn");
	return pageFile(means, path, { title }, <RemovedPage archive={means.archive} />);
}

function manifestText(
	{ scope }: ArchiveSource,
	{ archive, layout }: ArchiveMeans,
	files: readonly ListedFile[],
	removed: readonly string[],
): string {
	const { site, title, edition, count, pictures } = archive;
	return formatManifest({
		site: site.name,
		url: site.url,
		organisation: site.organisation,
		...(site.licence && { licence: site.licence }),
		title,
		scope,
		pictures,
		edition: edition.number,
		day: edition.day,
		articles: count,
		withdrawn: layout.withdrawn.flatMap(({ article }) =>
			article.withdrawn ? [{ address: article.address, withdrawn: article.withdrawn.date }] : [],
		),
		removed: [...removed],
		files: [...files],
	});
}

function isSame(one: ListedFile | undefined, [, size, digest]: ListedFile): boolean {
	return one !== undefined && one[1] === size && one[2] === digest;
}

async function listedFile({ path, content }: ArchiveFile): Promise<ListedFile> {
	return "bytes" in content
		? [path, content.bytes.length, sha256(content.bytes)]
		: [path, (await stat(content.source)).size, await sha256OfFile(content.source)];
}
