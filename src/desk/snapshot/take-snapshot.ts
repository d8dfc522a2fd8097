/**
 * A backup of a desk while it runs: everything that cannot be made again, in a folder of its own that plain tools can
 * check and restore.
 */
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { makeFolderAtomically } from "../../disk/atomic-write.ts";
import { takeTurn } from "../../disk/database-turn.ts";
import { sha256OfFile } from "../../disk/digest.ts";
import { filesBelow } from "../../disk/files-below.ts";
import { flushFiles } from "../../disk/flush-files.ts";
import { openSqlite } from "../../disk/open-sqlite.js";
import { undefinedIfMissing } from "../../disk/undefined-if-missing.ts";
import { findRepository, type Repository } from "../git/repository.ts";
import { StoreFault, type StoreOptions } from "../store/index.ts";
import { asFault } from "../store/readers-branch.ts";
import { strings } from "./strings.ts";

export interface SnapshotOptions {
	readonly location: StoreOptions["location"];
	/** The folder of accounts, settings and readers' numbers. May be missing. */
	readonly dataDirectory: string;
	/** Where backups are kept, each in a folder of its own. */
	readonly to: string;
	/** Milliseconds since 1970; names the folder. */
	readonly now: number;
	/** How many backups stay, with this one; all where absent. */
	readonly keep?: number;
}

export interface Snapshot {
	readonly folder: string;
	readonly files: number;
	readonly bytes: number;
	/** Folders of older backups that were deleted. */
	readonly removed: readonly string[];
	/** Files of the work tree that are not in Git, and so not in the backup. */
	readonly uncommitted: number;
}

const bundleName = "kho.bundle";
const dataName = "data";
const sumsName = "SHA256SUMS";
const guideName = "KHOI-PHUC.txt";
/** `2026-11-29T031512Z`, which every file system takes and which sorts by time. */
const snapshotName = /^\d{4}-\d\d-\d\dT\d{6}Z$/;
/** What is made again, or means something only to a process that runs. */
const passing = /^article-index|\.lock(?:\/|$)|\.part(?:\/|$)|\.db-(?:journal|wal|shm)$/;

/** @throws {StoreFault} with a message in Vietnamese; then nothing is left behind, and older backups are as before */
export async function takeSnapshot(options: SnapshotOptions): Promise<Snapshot> {
	const { location } = options;
	const path = "content" in location ? location.content : location.repository;
	const found = await findRepository(location);
	if (!found) throw new StoreFault("not-a-repository", strings.noRepository(path));
	const { repository, contentPath = "content" } = found;
	try {
		const branch = await repository.headBranch();
		if (branch === undefined || (await repository.refCommit(branch)) === undefined) {
			throw new StoreFault("no-branch", strings.noCommit(path));
		}
		return await snapshotOf(repository, {
			...options,
			branch: branch.replace("refs/heads/", ""),
			contentPath,
		});
	} finally {
		repository.close();
	}
}

interface SnapshotParts extends SnapshotOptions {
	/** The readers' branch: `main`. */
	readonly branch: string;
	/** The content folder in the repository. */
	readonly contentPath: string;
}

async function snapshotOf(repository: Repository, options: SnapshotParts): Promise<Snapshot> {
	const { dataDirectory, to, now, keep } = options;
	await mkdir(to, { recursive: true });
	await expectOutside(to, [dataDirectory, repository.gitDirectory]);
	const name = new Date(now).toISOString().replace(/:|\.\d+/g, "");
	const folder = join(to, name);
	try {
		await makeFolderAtomically(folder, (unfinished) => fill(unfinished, repository, options));
	} catch (error) {
		const fault = asFault(error);
		const isFull = fault instanceof StoreFault ? fault.code === "disk-full" : isDatabaseFull(error);
		throw isFull ? new StoreFault("disk-full", strings.diskFull(to), { cause: error }) : fault;
	}
	const sizes = await Promise.all(
		(await filesBelow(folder)).map(async (file) => (await stat(join(folder, file))).size),
	);
	return {
		folder,
		files: sizes.length,
		bytes: sizes.reduce((sum, size) => sum + size, 0),
		removed: keep === undefined ? [] : await removeOld(to, keep, name),
		uncommitted: await countUncommitted(repository, options.contentPath),
	};
}

async function fill(folder: string, repository: Repository, options: SnapshotParts): Promise<void> {
	const { dataDirectory, branch, contentPath } = options;
	// Unpublished texts and passwords are in it.
	await chmod(folder, 0o700);
	const data = join(folder, dataName);
	await mkdir(data);
	for (const file of existsSync(dataDirectory) ? await filesBelow(dataDirectory) : []) {
		if (passing.test(file)) continue;
		await mkdir(dirname(join(data, file)), { recursive: true });
		await copy(join(dataDirectory, file), join(data, file));
	}
	await repository.run(["bundle", "create", "--quiet", resolve(folder, bundleName), "HEAD", "--all"]);
	await writeFile(join(folder, guideName), strings.guide(branch, contentPath || "."));
	const files = await filesBelow(folder);
	const sums: string[] = [];
	for (const file of files) sums.push(`${await sha256OfFile(join(folder, file))}  ${file}\n`);
	await writeFile(join(folder, sumsName), sums.join(""));
	await flushFiles([...files, sumsName].map((file) => join(folder, file)));
}

/** A database is copied by SQLite itself: a plain copy could be from the middle of a change. */
async function copy(from: string, to: string): Promise<void> {
	if (!from.endsWith(".db")) {
		// The desk deletes what has expired.
		await copyFile(from, to).catch(undefinedIfMissing);
		return;
	}
	const turn = await takeTurn(from);
	try {
		const { execute, close } = openSqlite(from);
		try {
			execute("vacuum into ?", [to]);
		} finally {
			close();
		}
	} finally {
		await turn.release();
	}
}

/** A backup inside of what it copies would contain the one before. */
async function expectOutside(to: string, folders: readonly string[]): Promise<void> {
	const place = (await realpath(to)) + sep;
	for (const folder of folders) {
		const real = await realpath(folder).catch(() => resolve(folder));
		if (place.startsWith(real + sep)) throw new StoreFault("git", strings.isInside(folder));
	}
}

async function removeOld(to: string, keep: number, newest: string): Promise<string[]> {
	const names = (await readdir(to)).filter((name) => snapshotName.test(name) && name !== newest).sort();
	const old = names.slice(0, Math.max(0, names.length - (keep - 1))).map((name) => join(to, name));
	for (const folder of old) await rm(folder, { recursive: true, force: true });
	return old;
}

async function countUncommitted(repository: Repository, contentPath: string): Promise<number> {
	if (repository.workTree === undefined) return 0;
	const status = await repository.text(
		[
			"--work-tree",
			repository.workTree,
			"status",
			"--porcelain",
			"--untracked-files=all",
			"--",
			contentPath || ".",
		],
		{ directory: repository.workTree },
	);
	return status === "" ? 0 : status.split("\n").length;
}

/** SQLite says so in words. */
function isDatabaseFull(error: unknown): boolean {
	return error instanceof Error && error.message === "database or disk is full";
}
