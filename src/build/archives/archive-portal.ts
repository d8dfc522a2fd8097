/** From a content folder to an archive: reads, checks and prepares as a build does, and writes one file. */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
	type ArchiveOptions,
	type ArchiveResult,
	type ArchiveScope,
	type ArchiveSource,
	makeArchive,
	packIndex,
	scopedPortal,
} from "../../archive/index.ts";
import { type ContentProblem, readPortal } from "../../content/index.ts";
import type { IsoDateTime } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { type Progress, silentProgress } from "../../model/progress.ts";
import { OwnComponentError } from "../../site/components/replaceable.ts";
import { visible } from "../../site/plan/archive-index.ts";
import type { PreparedFiles } from "../../site/plan/prepared-files.ts";
import type { Theme } from "../../theme/index.ts";
import { withWorkDirectory } from "../cache/work-directory.ts";
import { finderArticle, finderLabels, rewritingsOf } from "../indexing/finder-files.ts";
import { withText } from "../indexing/with-text.ts";
import { copyOwnComponents, loadOwnComponents, problemOfComponent } from "../own-components.ts";
import { ownAddressesBeside } from "../own-pages.ts";
import { readThemeBeside } from "../read-theme-beside.ts";
import { prepareFiles } from "../static-files/prepare-files.ts";
import { readersAssets } from "../static-files/site-assets.ts";
import type { StaticFile } from "../static-files/static-file.ts";

export interface ArchivePortalOptions
	extends Pick<ArchiveOptions, "output" | "pictures" | "former" | "onlyChanges"> {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** Which articles, once the portal is known. */
	readonly scope: ArchiveScope;
	/** @default silentProgress */
	readonly progress?: Progress;
}

export type ArchivePortalResult =
	| { readonly result: ArchiveResult; readonly problems: readonly [] }
	| { readonly result?: undefined; readonly problems: readonly ContentProblem[] };

/**
 * Makes an archive of a portal's content. Content with problems gives none; all of them are returned.
 *
 * @throws ArchiveError where the scope has no article, and what the disk refuses
 */
export async function archivePortal(options: ArchivePortalOptions): Promise<ArchivePortalResult> {
	try {
		return await readAndArchive(options);
	} catch (error) {
		if (error instanceof OwnComponentError) return { problems: [problemOfComponent(error)] };
		throw error;
	}
}

async function readAndArchive(options: ArchivePortalOptions): Promise<ArchivePortalResult> {
	const { contentDirectory, cacheDirectory, now, scope, pictures, progress = silentProgress } = options;
	const { theme, problems } = await readThemeBeside(contentDirectory);
	const read = await readPortal({
		directory: contentDirectory,
		now,
		otherPages: ownAddressesBeside(contentDirectory),
		progress,
	});
	if (!read.portal || problems.length > 0) return { problems: [...problems, ...read.problems] };
	const whole = read.portal;
	const portal = scopedPortal(whole, scope);
	await loadOwnComponents(await copyOwnComponents(theme.components, cacheDirectory));
	const prepared = await prepareFiles(
		portal,
		{ contentDirectory, cacheDirectory, accent: theme.accent, foresee: pictures === "none" },
		progress,
	);
	if (prepared.faults.size > 0) return { problems: read.used.problemsOf(prepared.faults) };
	const result = await withWorkDirectory(cacheDirectory, async (workDirectory) => {
		const source = await archiveSource({
			whole,
			portal,
			scope,
			prepared,
			theme,
			contentDirectory,
			workDirectory,
		});
		return makeArchive(source, { ...options, progress });
	});
	return { result, problems: [] };
}

interface SourceParts extends Pick<ArchiveSource, "whole" | "scope" | "contentDirectory"> {
	readonly portal: Portal;
	readonly prepared: PreparedFiles & { readonly files: readonly StaticFile[] };
	readonly theme: Theme;
	/** Has to outlive the source. */
	readonly workDirectory: string;
}

/** Styles and scripts of readers that a page from a disk has no use for. */
const onlyServed = /\.js$|\/site\.css$/;

/** What an archive is made from, with the index of its articles made when it is asked for. */
async function archiveSource(parts: SourceParts): Promise<ArchiveSource> {
	const { prepared, theme, contentDirectory, workDirectory, portal } = parts;
	const assets = await readersAssets(workDirectory, theme);
	const sheet = assets.find(({ address }) => basename(address) === "site.css");
	return {
		...parts,
		sources: new Map(prepared.files.map(({ address, source }) => [address, source])),
		assets: assets.filter(({ address }) => !onlyServed.test(address)),
		css: sheet ? await readFile(sheet.source, "utf8") : "",
		...(portal.site.features.search && {
			makeIndex: (context, layout) => {
				const place = (address: string): string => {
					const { path = address, anchor } = layout.placeOf(address) ?? {};
					return anchor === undefined ? path : `${path}#${anchor}`;
				};
				const articles = visible(context.index.all).map((entry) => {
					const { frame, ...article } = finderArticle(context, entry);
					const { picture, ...rest } = frame;
					const shown = picture === undefined ? undefined : layout.placeOf(picture)?.path;
					return { ...article, frame: { ...rest, ...(shown !== undefined && { picture: shown }) } };
				});
				const labels = finderLabels(context).map((label) => ({ ...label, address: place(label.address) }));
				return packIndex(
					{
						documents: withText(contentDirectory, articles),
						labels,
						rewritings: rewritingsOf(context),
					},
					join(workDirectory, "archive-index"),
				);
			},
		}),
	};
}
