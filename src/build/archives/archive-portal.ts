/** Makes an archive of a content folder: reads, checks and prepares like a build, and writes one file. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type ArchiveOptions,
	type ArchiveResult,
	type ArchiveScope,
	makeArchive,
	makeBook,
	makeZim,
	scopedPortal,
} from "../../archive/index.ts";
import { type ContentProblem, readPortal } from "../../content/index.ts";
import { drawIcon } from "../../images/index.ts";
import type { IsoDateTime } from "../../model/ids.ts";
import { type Progress, silentProgress } from "../../model/progress.ts";
import { OwnComponentError } from "../../site/components/replaceable.ts";
import { withWorkDirectory } from "../cache/work-directory.ts";
import { copyOwnComponents, loadOwnComponents, problemOfComponent } from "../own-components.ts";
import { ownAddressesBeside } from "../own-pages.ts";
import { readThemeBeside } from "../read-theme-beside.ts";
import { prepareFiles } from "../static-files/prepare-files.ts";
import { archiveSource } from "./archive-source.ts";

/** A zip with pages, an EPUB book, or a ZIM file for Kiwix. */
export type ArchiveForm = "zip" | "epub" | "zim";

export interface ArchivePortalOptions
	extends Pick<ArchiveOptions, "output" | "pictures" | "former" | "onlyChanges"> {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** Which articles to include. */
	readonly scope: ArchiveScope;
	/** @default "zip" */
	readonly form?: ArchiveForm;
	/** @default silentProgress */
	readonly progress?: Progress;
}

/** The result of a form that is always written as a whole. */
type WholeResult = Omit<ArchiveResult, "written" | "day">;

export type ArchivePortalResult =
	| { readonly result: WholeResult & Pick<ArchiveResult, "written">; readonly problems: readonly [] }
	| { readonly result?: undefined; readonly problems: readonly ContentProblem[] };

/**
 * Makes an archive of a portal's content. If the content has problems, no archive is made and all problems are
 * returned.
 *
 * @throws ArchiveError if the scope has no article; errors of the file system
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
		const { output, form = "zip" } = options;
		if (form === "epub") return asWritten(await makeBook(source, { output, pictures, progress }));
		if (form === "zip") return makeArchive(source, { ...options, progress });
		const icon = source.assets.find(({ address }) => address === "/assets/icon.svg");
		const illustration = await drawIcon(icon ? await readFile(icon.source, "utf8") : "", illustrationSize);
		const pages = join(workDirectory, "zim");
		return asWritten(
			await makeZim(source, { output, pictures, illustration, workDirectory: pages, progress }),
		);
	});
	return { result, problems: [] };
}

/** Width and height in pixels of the picture in Kiwix's library. */
const illustrationSize = 48;

function asWritten(result: WholeResult): WholeResult & Pick<ArchiveResult, "written"> {
	return { ...result, written: result.files };
}
