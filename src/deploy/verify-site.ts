import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, opendir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { silentProgress } from "../model/progress.ts";
import { DeployError } from "./deploy-error.ts";
import { inParallel } from "./in-parallel.ts";
import { fileOfAddress, readSiteManifest, type SiteFile, siteManifestFile } from "./site-manifest.ts";
import { strings } from "./strings.ts";

/** The number of files that are read at once, each through its own buffer. This bounds the memory. */
const filesAtOnce = 16;
const bufferSize = 256 * 1024;

/** A folder of other programs, for certificates. Only this may be beside the site's files. */
const foreignFolder = ".well-known";

export interface SiteVerification {
	/** Files that the manifest names. */
	readonly files: number;
	/** Bytes that they should have. */
	readonly bytes: number;
	/** Named, but missing. */
	readonly missing: readonly UrlPath[];
	/** Present, but with another size or content, or not a plain file. */
	readonly altered: readonly UrlPath[];
	/** Present, but not named: paths below the folder. `.well-known` is ignored. */
	readonly extra: readonly string[];
}

/**
 * Compares a site's folder, or a deployed copy of it, with its manifest: every file by size and SHA-256. All lists are
 * sorted. @throws DeployError if there is no manifest
 */
export async function verifySite({
	directory,
	progress = silentProgress,
}: {
	readonly directory: string;
	readonly progress?: Progress;
}): Promise<SiteVerification> {
	// The output is a link, which the next build switches. So the tree is resolved once.
	const tree = await realpath(directory);
	const files = await readSiteManifest(tree);
	if (!files) throw new DeployError(strings.noManifest(directory), strings.buildFirst);
	progress.start(strings.checking, files.size);
	const differing = await compareFiles(tree, files.values(), progress);
	const named = new Set([...files.keys()].map(fileOfAddress)).add(siteManifestFile);
	const extra = await filesBeside(tree, named);
	progress.done();
	const inOrder = (kind: FileDifference) =>
		[...differing.keys()].filter((address) => differing.get(address) === kind).sort();
	let bytes = 0;
	for (const { size } of files.values()) bytes += size;
	return { files: files.size, bytes, missing: inOrder("missing"), altered: inOrder("altered"), extra };
}

export type FileDifference = "missing" | "altered";

/** Compares files of a folder with the expected ones and returns those that differ. */
export async function compareFiles(
	directory: string,
	files: Iterable<SiteFile>,
	progress: Progress,
): Promise<Map<UrlPath, FileDifference>> {
	const differing = new Map<UrlPath, FileDifference>();
	const buffers: Buffer[] = [];
	await inParallel(files, filesAtOnce, async (file, worker) => {
		buffers[worker] ??= Buffer.allocUnsafe(bufferSize);
		const difference = await differenceOf(
			join(directory, fileOfAddress(file.address)),
			file,
			buffers[worker],
		);
		if (difference) differing.set(file.address, difference);
		progress.advance();
	});
	return differing;
}

async function differenceOf(
	path: string,
	{ sha256, size }: SiteFile,
	buffer: Buffer,
): Promise<FileDifference | undefined> {
	const status = await lstat(path).catch(undefinedWhereAbsent);
	if (!status) return "missing";
	if (!status.isFile() || status.size !== size) return "altered";
	const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(undefinedWhereAbsent);
	if (!file) return "missing";
	try {
		const hash = createHash("sha256");
		for (;;) {
			const { bytesRead } = await file.read(buffer, 0, buffer.length);
			if (bytesRead === 0) break;
			hash.update(buffer.subarray(0, bytesRead));
		}
		return hash.digest("hex") === sha256 ? undefined : "altered";
	} finally {
		await file.close();
	}
}

function undefinedWhereAbsent(error: NodeJS.ErrnoException): undefined {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
	throw error;
}

/** Everything but folders that lies below a folder and is not named, in order. */
async function filesBeside(tree: string, named: ReadonlySet<string>): Promise<string[]> {
	const beside: string[] = [];
	const folders = [""];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
		for await (const entry of await opendir(join(tree, folder))) {
			const path = folder + entry.name;
			if (!entry.isDirectory()) {
				if (!named.has(path)) beside.push(path);
			} else if (path !== foreignFolder) {
				folders.push(`${path}/`);
			}
		}
	}
	return beside.sort();
}
