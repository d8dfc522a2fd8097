/**
 * What has to be done at a destination, in an order that never leaves a dead link: first everything new, to which no
 * page there links yet; then the pages that link to it; deletions last.
 */
import type { UrlPath } from "../model/ids.ts";
import { fileOfAddress, type SiteFile, type SiteFiles } from "./site-manifest.ts";
import type { FileDifference } from "./verify-site.ts";

export const stageNames = ["parts", "new", "articles", "lists"] as const;

/**
 * `parts`: what pages consist of – pictures, attachments, fonts, style sheets, scripts, search chunks. `new`: pages,
 * feeds and data that are not there yet, then those that an interrupted deployment left there. `articles`, `lists`:
 * what is there and changed; lists are also archives, feeds, sitemaps, the API and the search index's entry. The home
 * page is the last of its stage.
 */
export type StageName = (typeof stageNames)[number];

export interface DeployPlan {
	readonly stages: Readonly<Record<StageName, readonly SiteFile[]>>;
	/** To be deleted before anything else: a file where a folder has to be, or the other way round. */
	readonly inTheWay: readonly UrlPath[];
	/** To be deleted when all pages are in place. */
	readonly removed: readonly UrlPath[];
	/** Files that stay as they are. */
	readonly unchanged: number;
}

export interface DeployState {
	/** The site to be deployed. */
	readonly ours: SiteFiles;
	/** The files in the destination's manifest; undefined if it has none. */
	readonly theirs: SiteFiles | undefined;
	/** Addresses that an interrupted deployment was about to write or delete. Their state is unknown. */
	readonly unfinished: ReadonlySet<UrlPath>;
	/** Of the addresses that were compared, those that differ at the destination. */
	readonly differing: ReadonlyMap<UrlPath, FileDifference>;
	/** Whether an address was compared; then the manifest does not count. */
	readonly lookedAt: (address: UrlPath) => boolean;
}

export function planDeploy({ ours, theirs, unfinished, differing, lookedAt }: DeployState): DeployPlan {
	const stages: Record<StageName, SiteFile[]> = { parts: [], new: [], articles: [], lists: [] };
	const missing: string[] = [];
	let unchanged = 0;
	// A file that is not in the manifest was left by an interrupted deployment. It may link to files that are gone, and
	// no page of the manifest links to it.
	const leftOver: SiteFile[] = [];
	const isLeftOver = (address: UrlPath) => theirs !== undefined && !theirs.has(address);
	for (const file of ours.values()) {
		const difference = lookedAt(file.address)
			? differing.get(file.address)
			: byManifest(file, theirs?.get(file.address));
		if (!difference) unchanged += 1;
		else {
			const stage = stageOf(file.address, difference);
			const isPage = stage === "articles" || stage === "lists";
			if (isPage && file.address !== home && isLeftOver(file.address)) leftOver.push(file);
			else stages[stage].push(file);
		}
		if (difference === "missing") missing.push(fileOfAddress(file.address));
	}
	for (const stage of Object.values(stages)) stage.sort(byDependence);
	stages.new.push(...leftOver.sort(byDependence));
	// By file, as an address may be written in two ways: `/a/` and `/a/index.html`.
	const ourFiles = new Set([...ours.keys()].map(fileOfAddress));
	const gone = [...new Set([...(theirs?.keys() ?? []), ...unfinished])]
		.filter((address) => !ourFiles.has(fileOfAddress(address)))
		.sort(byReference);
	const isInTheWay = obstacleTest(missing);
	return {
		stages,
		inTheWay: gone.filter(isInTheWay),
		removed: gone.filter((address) => !isInTheWay(address)),
		unchanged,
	};
}

function byManifest(file: SiteFile, there: SiteFile | undefined): FileDifference | undefined {
	if (!there) return "missing";
	return there.sha256 === file.sha256 && there.size === file.size ? undefined : "altered";
}

const articlePattern = /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\.html$/;
const home = "/";

/** Kinds of files that link to other pages. */
const referring = /\/$|\.(?:html|json|xml|txt)$|^\/[^/.]+$/;

function stageOf(address: UrlPath, difference: FileDifference): StageName {
	if (!referring.test(address)) return "parts";
	if (difference === "missing" && address !== home) return "new";
	return articlePattern.test(address) ? "articles" : "lists";
}

/** Articles, then what lists them, then the home page. */
function byDependence(a: SiteFile, b: SiteFile): number {
	return rank(a.address) - rank(b.address) || (a.address < b.address ? -1 : 1);
}

/** Lists come first, then articles, then the files that they show. */
function byReference(a: UrlPath, b: UrlPath): number {
	return reference(a) - reference(b) || (a < b ? -1 : 1);
}

function reference(address: UrlPath): number {
	return referring.test(address) ? 2 - rank(address) : 3;
}

function rank(address: UrlPath): number {
	if (address === home) return 2;
	return articlePattern.test(address) ? 0 : 1;
}

/** Finds the files in the way of missing ones: where one needs a folder, or below the path of a missing file. */
function obstacleTest(missing: readonly string[]): (address: UrlPath) => boolean {
	const paths = new Set(missing);
	const folders = new Set(missing.flatMap(foldersAbove));
	return (address) => {
		const file = fileOfAddress(address);
		return folders.has(file) || foldersAbove(file).some((folder) => paths.has(folder));
	};
}

function foldersAbove(file: string): string[] {
	const parts = file.split("/");
	return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
