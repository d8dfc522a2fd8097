/** The inputs of an archive: a portal's files and index, as in a build. */
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type ArchiveSource, packIndex } from "../../archive/index.ts";
import type { Portal } from "../../model/portal.ts";
import { type Entry, visible } from "../../site/plan/archive-index.ts";
import type { PreparedFiles } from "../../site/plan/prepared-files.ts";
import type { Theme } from "../../theme/index.ts";
import { finderArticle, finderLabels, finderRecords, rewritingsOf } from "../indexing/finder-files.ts";
import { withText } from "../indexing/with-text.ts";
import { readersAssets } from "../static-files/site-assets.ts";
import type { StaticFile } from "../static-files/static-file.ts";

export interface SourceParts extends Pick<ArchiveSource, "whole" | "scope" | "contentDirectory"> {
	readonly portal: Portal;
	readonly prepared: PreparedFiles & { readonly files: readonly StaticFile[] };
	readonly theme: Theme;
	/** Must exist as long as the source is used. */
	readonly workDirectory: string;
}

/** Scripts and style sheets of the site: an archive's pages have one sheet, which holds them all. */
const onlyServed = /\.js$|^\/assets\/[\w-]+\.css$/;

/** Collects the inputs of an archive. The search index is made on demand. */
export async function archiveSource(parts: SourceParts): Promise<ArchiveSource> {
	const { prepared, theme, contentDirectory, workDirectory, portal } = parts;
	// A separate folder: the site's own assets are written at the same time.
	const assetsDirectory = join(workDirectory, "archive-assets");
	await mkdir(assetsDirectory, { recursive: true });
	const assets = await readersAssets(assetsDirectory, theme);
	const sheet = assets.find(({ address }) => basename(address) === "site.css");
	return {
		...parts,
		sources: new Map(prepared.files.map(({ address, source }) => [address, source])),
		assets: assets.filter(({ address }) => !onlyServed.test(address)),
		css: sheet ? await readFile(sheet.source, "utf8") : "",
		...(portal.site.features.search && {
			makeIndex: (context, layout) => {
				const place = (address: string): string => {
					const [file = "", fragment] = address.split("#");
					const { path = file, anchor = fragment } = layout.placeOf(file) ?? {};
					return anchor === undefined ? path : `${path}#${anchor}`;
				};
				const article = (entry: Entry) => {
					const { frame, ...article } = finderArticle(context, entry);
					const { picture, ...rest } = frame;
					const shown = picture === undefined ? undefined : layout.placeOf(picture)?.path;
					return { ...article, frame: { ...rest, ...(shown !== undefined && { picture: shown }) } };
				};
				const records = finderRecords(context).map((record) => ({
					...record,
					frame: { ...record.frame, address: place(record.frame.address) },
				}));
				const labels = finderLabels(context).map((label) => ({ ...label, address: place(label.address) }));
				return packIndex(
					{
						documents: withText(contentDirectory, mergedByDate(records, visible(context.index.all), article)),
						labels,
						rewritings: rewritingsOf(context),
					},
					join(workDirectory, "archive-index"),
				);
			},
		}),
	};
}

/** Records and articles, each oldest first, as one list. An article is made when its turn comes: an archive has many. */
function* mergedByDate<Found extends { readonly frame: { readonly date: string } }>(
	records: readonly Found[],
	entries: readonly Entry[],
	made: (entry: Entry) => Found,
): Generator<Found> {
	let next = 0;
	for (const entry of entries) {
		const found = made(entry);
		let record = records[next];
		while (record && record.frame.date <= found.frame.date) {
			yield record;
			record = records[++next];
		}
		yield found;
	}
	yield* records.slice(next);
}
