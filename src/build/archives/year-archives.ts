/** The archives that a site offers: one for each past year. It is made again only if its content has changed. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { archivesDigest, makeArchive, scopedPortal, scopeOfYear } from "../../archive/index.ts";
import { sha256, shortDigest } from "../../disk/digest.ts";
import { readRecord, writeRecord } from "../../disk/sealed-file.ts";
import { archiveListAddress, yearArchiveAddress } from "../../model/addresses.ts";
import type { Portal } from "../../model/portal.ts";
import type { Progress } from "../../model/progress.ts";
import { indexArchive, visible } from "../../site/plan/archive-index.ts";
import { namesIn } from "../../site/plan/plan.ts";
import type { ArchiveOfferView } from "../../site/views.ts";
import { digestOfAllCode } from "../incremental/code-digest.ts";
import { readStaticFile, type StaticFile } from "../static-files/static-file.ts";
import { archiveSource, type SourceParts } from "./archive-source.ts";

export interface YearArchivesOptions
	extends Pick<SourceParts, "prepared" | "theme" | "contentDirectory" | "workDirectory"> {
	/** Holds finished archives. Losing it costs only time. */
	readonly cacheDirectory: string;
	readonly progress: Progress;
}

export interface YearArchives {
	/** Newest year first. */
	readonly offers: readonly ArchiveOfferView[];
	readonly files: readonly StaticFile[];
}

/** The record beside an archive's file. */
type Remembered = Pick<ArchiveOfferView, "size" | "sha256" | "edition" | "day">;

/** Makes the archives that are missing in the cache. A portal whose settings offer none gets none. */
export async function yearArchives(whole: Portal, options: YearArchivesOptions): Promise<YearArchives> {
	const { prepared, theme, contentDirectory, cacheDirectory, workDirectory, progress } = options;
	const { archives } = whole.site;
	if (!archives.years) return { offers: [], files: [] };
	const years = [...indexArchive(whole, prepared).byYear.keys()].slice(0, -1);
	const pictures = archives.pictures ? "scaled" : "none";
	const folder = join(cacheDirectory, "archives", sha256(resolve(contentDirectory)).slice(0, 16));
	await mkdir(folder, { recursive: true });
	const base = JSON.stringify([
		await digestOfAllCode(),
		await archivesDigest(),
		theme.digest,
		pictures,
		whole.site,
		namesIn(whole),
		whole.pages.map(({ file, digest }) => [file, digest]),
		(["units", "people", "questions"] as const).map((name) => digestsOf(whole.records[name].values())),
	]);
	const wanted = new Set<string>();
	const offers: ArchiveOfferView[] = [];
	const files: StaticFile[] = [];
	for (const year of years.reverse()) {
		const scope = scopeOfYear(year);
		const portal = scopedPortal(whole, scope);
		const index = indexArchive(portal, prepared);
		if (visible(index.all).length === 0) continue;
		const keys = index.all.map(({ key }) => key).join("\n");
		const name = `${year}-${shortDigest(`${base}\n${keys}\n${recordsOfYear(whole, portal)}`)}`;
		const output = join(folder, `${name}.zip`);
		const record = join(folder, `${name}.json`);
		for (const file of [`${name}.zip`, `${name}.json`]) wanted.add(file);
		let known = existsSync(output) ? ((await readRecord(record)) as Remembered | undefined) : undefined;
		if (!known) {
			const source = await archiveSource({
				whole,
				portal,
				scope,
				prepared,
				theme,
				contentDirectory,
				workDirectory,
			});
			const made = await makeArchive(source, { output, pictures, progress });
			known = { size: made.size, sha256: made.sha256, edition: made.edition, day: made.day };
			await writeRecord(record, known);
		}
		const address = yearArchiveAddress(year);
		offers.push({ year, address, ...known });
		files.push({ address, source: output, identity: known.sha256 });
	}
	for (const file of await readdir(folder))
		if (!wanted.has(file)) await rm(join(folder, file), { force: true });
	if (offers.length === 0) return { offers, files };
	const list = join(workDirectory, "kho.json");
	await writeFile(list, `${JSON.stringify({ archives: offers }, undefined, "\t")}\n`);
	return { offers, files: [...files, await readStaticFile(list, archiveListAddress)] };
}

type Digested = Iterable<{ readonly file: string; readonly digest: string }>;

function digestsOf(documents: Digested): [file: string, digest: string][] {
	return [...documents].map(({ file, digest }) => [file, digest]);
}

/** What an archive's records depend on: themselves, and later documents that name its official documents. */
function recordsOfYear(whole: Portal, portal: Portal): string {
	const own = portal.records["official-documents"];
	const later = [...whole.records["official-documents"].values()].filter(
		({ id, replaces, amends }) => !own.has(id) && [...replaces, ...amends].some((named) => own.has(named)),
	);
	return JSON.stringify([own.values(), portal.records.events.values(), later].map(digestsOf));
}
