import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, rmdir, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { flushFiles } from "../disk/flush-files.ts";
import { LockFile, LockHeldError } from "../disk/lock-file.ts";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";
import type { UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { DeployError } from "./deploy-error.ts";
import { type Destination, journalName } from "./destination.ts";
import { inParallel } from "./in-parallel.ts";
import { deployFolder, fileOfAddress, type SiteFile, siteManifestFile } from "./site-manifest.ts";
import { strings } from "./strings.ts";
import { compareFiles, type FileDifference } from "./verify-site.ts";

const filesAtOnce = 16;
const lockName = "lock";

/**
 * A folder of this machine. All files are first copied into a folder of our own in it, where a full disk does no harm.
 * Then they are renamed into place, which takes moments.
 */
export class FolderDestination implements Destination {
	private readonly folder: string;
	private readonly site: string;
	private readonly own: string;
	private readonly incoming: string;
	private readonly folders = new Set<string>();
	private readonly copies = new Map<UrlPath, string>();
	private lock: LockFile | undefined;

	constructor(folder: string, site: string) {
		this.folder = folder;
		this.site = site;
		this.own = join(folder, deployFolder);
		this.incoming = join(this.own, "incoming");
	}

	async readRecords() {
		const read = (file: string) => readFile(file, "utf8").catch(undefinedIfMissing);
		return {
			manifest: await read(join(this.folder, siteManifestFile)),
			journal: await read(join(this.own, journalName)),
		};
	}

	compare(files: readonly SiteFile[], progress: Progress): Promise<ReadonlyMap<UrlPath, FileDifference>> {
		return compareFiles(this.folder, files, progress);
	}

	async open(): Promise<void> {
		await mkdir(this.own, { recursive: true });
		try {
			this.lock = await LockFile.take(join(this.own, lockName));
		} catch (error) {
			if (!(error instanceof LockHeldError)) throw error;
			throw new DeployError(strings.busy(this.folder, error.holder), strings.waitForOther(error.file));
		}
		await this.clear([lockName, journalName]);
	}

	async writeJournal(text: string): Promise<void> {
		await writeFileAtomically(join(this.own, journalName), text);
	}

	async prepare(files: readonly SiteFile[], progress: Progress): Promise<void> {
		await mkdir(this.incoming);
		progress.start(strings.copying, files.length);
		await inParallel(files.entries(), filesAtOnce, async ([index, { address }]) => {
			const copy = join(this.incoming, String(index));
			await this.copy(fileOfAddress(address), copy);
			this.copies.set(address, copy);
			progress.advance();
		});
		await flushFiles([...this.copies.values()]);
		progress.done();
	}

	async put(files: readonly SiteFile[]): Promise<void> {
		await inParallel(files, filesAtOnce, async ({ address }) => {
			const copy = this.copies.get(address);
			if (copy === undefined) throw new Error(`Not prepared: ${address}`);
			const file = join(this.folder, fileOfAddress(address));
			await this.makeFolder(dirname(file));
			await rename(copy, file);
		});
	}

	async putManifest(): Promise<void> {
		const copy = join(this.own, siteManifestFile);
		await this.copy(siteManifestFile, copy);
		await flushFiles([copy]);
		await rename(copy, join(this.folder, siteManifestFile));
	}

	async remove(addresses: readonly UrlPath[]): Promise<void> {
		this.folders.clear();
		for (const file of addresses.map(fileOfAddress)) {
			await rm(join(this.folder, file), { force: true }).catch(ignoreWrongKind);
			for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
				const removed = await rmdir(join(this.folder, folder)).then(
					() => true,
					() => false,
				);
				if (!removed) break;
			}
		}
	}

	async removeLeftovers(): Promise<void> {
		// All of them were in our folder, which was cleared when it was opened.
	}

	async removeJournal(): Promise<void> {
		await rm(join(this.own, journalName), { force: true });
	}

	async close(): Promise<void> {
		await this.clear([lockName, journalName]);
		await this.lock?.release();
		// It stays if it has a journal, or if another deployment uses it.
		await rmdir(this.own).catch(() => {});
	}

	/** Removes what a killed deployment left in our folder. */
	private async clear(kept: readonly string[]): Promise<void> {
		for (const name of await readdir(this.own)) {
			if (!kept.includes(name)) await rm(join(this.own, name), { recursive: true, force: true });
		}
	}

	/** Copies a file of the site, readable for all. Keeps its time, which web servers send as the page's. */
	private async copy(file: string, to: string): Promise<void> {
		const from = join(this.site, file);
		await copyFile(from, to);
		const { atime, mtime } = await stat(from);
		await utimes(to, atime, mtime);
		await chmod(to, 0o644);
	}

	private async makeFolder(folder: string): Promise<void> {
		if (this.folders.has(folder)) return;
		const first = await mkdir(folder, { recursive: true });
		// Readable for a web server under another account, whatever this process's umask is.
		if (first !== undefined) {
			for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
		}
		this.folders.add(folder);
	}
}

/** If there is a folder instead of a named file, or a file instead of a folder, it is not ours to delete. */
function ignoreWrongKind(error: NodeJS.ErrnoException): void {
	if (!["ENOTDIR", "EISDIR", "ERR_FS_EISDIR"].includes(error.code ?? "")) throw error;
}
