/** Copies what changed of a built site to where readers get it. */
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";
import type { UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { silentProgress } from "../model/progress.ts";
import { DeployError } from "./deploy-error.ts";
import type { Destination } from "./destination.ts";
import { FolderDestination } from "./folder-destination.ts";
import { type DeployPlan, planDeploy, stageNames } from "./plan-deploy.ts";
import { RsyncDestination } from "./rsync-destination.ts";
import {
	fileOfAddress,
	isSiteAddress,
	parseSiteManifest,
	type SiteFiles,
	siteManifestFile,
} from "./site-manifest.ts";
import { strings } from "./strings.ts";
import { compareFiles } from "./verify-site.ts";

export interface DeployOptions {
	/** The built site, or the link to it. */
	readonly siteDirectory: string;
	/** A folder, or `user@host:folder`. */
	readonly to: string;
	/** A folder on this machine for what is remembered about other machines. Losing it only costs time. */
	readonly cacheDirectory: string;
	/** Only plan. */
	readonly dryRun: boolean;
	/** Compare every file of the destination instead of trusting its manifest. */
	readonly recheck: boolean;
	/** @default silentProgress */
	readonly progress?: Progress;
}

export interface DeployReport extends DeployPlan {
	/** Of the files to be copied. */
	readonly bytes: number;
	/** Whether the destination had a manifest. If not, all other files there stay, as they may not be ours. */
	readonly hadManifest: boolean;
	/** Whether an interrupted deployment was continued. */
	readonly resumed: boolean;
}

/**
 * Brings the destination to the state of the site. Files that no manifest of ours named there stay. If it is
 * interrupted at any moment, no reachable page has a dead link, and the next run finishes it: a journal at the
 * destination names the files whose state is unknown. @throws DeployError
 */
export async function deploy(options: DeployOptions): Promise<DeployReport> {
	const { siteDirectory, dryRun } = options;
	const site = await realpath(siteDirectory).catch(() => siteDirectory);
	const manifest = (await readFile(join(site, siteManifestFile), "utf8").catch(undefinedIfMissing)) ?? "";
	const ours = parseSiteManifest(manifest);
	if (!ours) throw new DeployError(strings.noManifest(siteDirectory), strings.buildFirst);
	const destination = await destinationOf(options, site);
	if (dryRun) return (await survey(destination, ours, options)).report;
	await destination.open();
	try {
		return await bring(destination, { site, manifest, ours }, options);
	} finally {
		await destination.close();
	}
}

async function bring(
	destination: Destination,
	{ site, manifest, ours }: { site: string; manifest: string; ours: SiteFiles },
	options: DeployOptions,
): Promise<DeployReport> {
	const { progress = silentProgress } = options;
	const { report, records } = await survey(destination, ours, options);
	if (records.manifest === manifest && records.journal === undefined && isEmpty(report)) return report;

	const files = stageNames.flatMap((name) => report.stages[name]);
	progress.start(strings.checking, files.length);
	const broken = [...(await compareFiles(site, files, progress)).keys()].sort();
	progress.done();
	if (broken[0]) {
		throw new DeployError(strings.brokenSite(broken.length, fileOfAddress(broken[0])), strings.verifyFirst);
	}
	const stamp = await stampOf(site);
	const checkStamp = async () => {
		if ((await stampOf(site)) !== stamp) throw new DeployError(strings.siteChanged, strings.runAgain);
	};

	const touched = [...files.map(({ address }) => address), ...report.inTheWay, ...report.removed];
	await destination.writeJournal(formatJournal([...(parseJournal(records.journal) ?? []), ...touched]));
	await destination.prepare(files, progress);
	await checkStamp();
	await destination.remove(report.inTheWay);
	for (const name of stageNames) {
		const home = report.stages[name].filter(({ address }) => address === "/");
		await destination.put(report.stages[name].filter(({ address }) => address !== "/"));
		await destination.put(home);
		await checkStamp();
	}
	await destination.putManifest();
	await destination.remove(report.removed);
	if (report.resumed) await destination.removeLeftovers(parseJournal(records.journal) ?? [...ours.keys()]);
	await destination.removeJournal();
	return report;
}

/** Compares the site with the destination. */
async function survey(
	destination: Destination,
	ours: SiteFiles,
	{ recheck, progress = silentProgress }: DeployOptions,
): Promise<{
	report: DeployReport;
	records: { readonly manifest: string | undefined; readonly journal: string | undefined };
}> {
	const records = await destination.readRecords();
	const theirs = records.manifest === undefined ? undefined : parseSiteManifest(records.manifest);
	const journal = parseJournal(records.journal);
	const unfinished = new Set(journal);
	const lookAtAll = recheck || !theirs || !journal;
	const lookedAt = (address: UrlPath) => lookAtAll || unfinished.has(address);
	const toCompare = [...ours.values()].filter(({ address }) => lookedAt(address));
	if (toCompare.length > 0) progress.start(strings.comparing, toCompare.length);
	const differing = await destination.compare(toCompare, progress);
	progress.done();
	const plan = planDeploy({ ours, theirs, unfinished, differing, lookedAt });
	let bytes = 0;
	for (const name of stageNames) for (const { size } of plan.stages[name]) bytes += size;
	return {
		report: { ...plan, bytes, hadManifest: theirs !== undefined, resumed: records.journal !== undefined },
		records,
	};
}

function isEmpty({ stages, inTheWay, removed }: DeployPlan): boolean {
	return inTheWay.length + removed.length === 0 && stageNames.every((name) => stages[name].length === 0);
}

/** A build removes a tree's manifest before it changes the tree. */
async function stampOf(site: string): Promise<string> {
	const status = await stat(join(site, siteManifestFile)).catch(() => undefined);
	return status ? `${status.ino} ${status.mtimeMs} ${status.size}` : "";
}

function formatJournal(addresses: readonly UrlPath[]): string {
	return `${JSON.stringify({ version: 1, addresses: [...new Set(addresses)].sort() })}\n`;
}

/** The addresses that a journal names; none without a journal, undefined if it cannot be read. */
function parseJournal(text: string | undefined): UrlPath[] | undefined {
	if (text === undefined) return [];
	try {
		const { addresses } = JSON.parse(text) as { addresses?: unknown };
		return Array.isArray(addresses) ? addresses.filter(isSiteAddress) : undefined;
	} catch {
		return undefined;
	}
}

/** rsync's rule: a colon before any slash means another machine. No user or host starts with a dash. */
const remotePattern = /^[^\s/:-][^\s/:]*:(?!:).+$/;

async function destinationOf(
	{ to, siteDirectory, cacheDirectory }: DeployOptions,
	site: string,
): Promise<Destination> {
	if (remotePattern.test(to) && !to.includes("://")) {
		const name = createHash("sha256").update(to).digest("hex").slice(0, 16);
		return new RsyncDestination(to, site, join(cacheDirectory, "deploy", name));
	}
	if (/^[^/]*:/.test(to)) throw new DeployError(strings.notADestination(to), strings.destinationForms);
	const folder = await realPlace(resolve(to));
	if (contains(folder, site) || contains(site, folder)) {
		throw new DeployError(strings.overlapping(to), strings.elsewhere);
	}
	// The tree that the next build will write.
	const output = resolve(siteDirectory);
	if (dirname(folder) === dirname(output) && basename(folder).startsWith(`.${basename(output)}.`)) {
		throw new DeployError(strings.foreignDestination(to), strings.elsewhere);
	}
	return new FolderDestination(folder, site);
}

/** A path with symbolic links resolved, as far as it exists. */
async function realPlace(path: string): Promise<string> {
	const found = await realpath(path).catch(() => undefined);
	if (found !== undefined || dirname(path) === path) return found ?? path;
	return join(await realPlace(dirname(path)), basename(path));
}

function contains(outer: string, inner: string): boolean {
	const path = relative(outer, inner);
	return path === "" || (path !== ".." && !path.startsWith("../"));
}
