import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { LockFile, LockHeldError } from "../disk/lock-file.ts";
import type { UrlPath } from "../model/ids.ts";
import { DeployError } from "./deploy-error.ts";
import { type Destination, journalName } from "./destination.ts";
import { deployFolder, fileOfAddress, type SiteFile, siteManifestFile } from "./site-manifest.ts";
import { strings } from "./strings.ts";
import type { FileDifference } from "./verify-site.ts";

/**
 * A folder of another machine, reached by rsync over SSH, with one run for each step. An account that may run only
 * rsync is enough. `RSYNC_RSH` sets another remote shell, as in rsync's manual.
 */
export class RsyncDestination implements Destination {
	private readonly target: string;
	private readonly site: string;
	private readonly directory: string;
	private lock: LockFile | undefined;

	/**
	 * @param target as rsync takes it: `user@host:folder`
	 * @param directory on this machine, for the lock and the manifest that was last read there
	 */
	constructor(target: string, site: string, directory: string) {
		this.target = target.endsWith("/") ? target : `${target}/`;
		this.site = site;
		this.directory = directory;
	}

	async readRecords() {
		const there = join(this.directory, "there");
		const journal = join(there, deployFolder, journalName);
		await mkdir(there, { recursive: true });
		await rm(journal, { force: true });
		// Onto the one that was read last time, so that rsync transfers only what differs.
		const files = [siteManifestFile, `${deployFolder}/${journalName}`] as const;
		const { code, output, reason } = await this.rsync(
			["--ignore-missing-args", "--ignore-times", "--out-format=%n", "--from0", "--files-from=-"].concat(
				this.target,
				`${there}/`,
			),
			files,
		);
		if (code !== 0) {
			if (!/change_dir.* failed: No such file or directory/.test(reason)) this.fail(code, reason);
			return { manifest: undefined, journal: undefined };
		}
		// A file that rsync does not name no longer exists there, even if it was read last time.
		const named = new Set(output.split("\n"));
		const read = async (file: string) =>
			named.has(file) ? readFile(join(there, file), "utf8").catch(() => undefined) : undefined;
		return { manifest: await read(files[0]), journal: await read(files[1]) };
	}

	async compare(files: readonly SiteFile[]) {
		const differing = new Map<UrlPath, FileDifference>();
		if (files.length === 0) return differing;
		const addresses = new Map(files.map(({ address }) => [fileOfAddress(address), address]));
		const format = ["--dry-run", "--checksum", "--8-bit-output", "--out-format=%i %n"];
		const output = await this.run([...format, ...fromList(this.site), this.target], [...addresses.keys()]);
		for (const line of output.split("\n")) {
			// “<f+++++++++ file” where it is not there, “<fc.s...... file” where it is another: rsync(1), itemize-changes.
			const [, changes = "", file = ""] = /^[<>]f(\S+) (.*)$/.exec(line) ?? [];
			const address = addresses.get(file);
			if (address) differing.set(address, changes.startsWith("+") ? "missing" : "altered");
		}
		return differing;
	}

	async open(): Promise<void> {
		await mkdir(this.directory, { recursive: true });
		try {
			this.lock = await LockFile.take(join(this.directory, "lock"));
		} catch (error) {
			if (!(error instanceof LockHeldError)) throw error;
			throw new DeployError(strings.busy(this.target, error.holder), strings.waitForOther(error.file));
		}
	}

	async writeJournal(journal: string): Promise<void> {
		await this.withFolder(async (folder) => {
			await mkdir(join(folder, deployFolder));
			await writeFile(join(folder, deployFolder, journalName), journal);
			await this.run([...sending, ...fromList(folder), this.target], [`${deployFolder}/${journalName}`]);
		});
	}

	async prepare(): Promise<void> {
		// rsync sends and shows the files of a stage in one go.
	}

	async put(files: readonly SiteFile[]): Promise<void> {
		await this.send(files.map(({ address }) => fileOfAddress(address)));
	}

	async putManifest(): Promise<void> {
		await this.send([siteManifestFile]);
	}

	async remove(addresses: readonly UrlPath[]): Promise<void> {
		await this.delete(addresses.map(fileOfAddress));
	}

	async removeLeftovers(addresses: readonly UrlPath[]): Promise<void> {
		// Named by rsync(1): a file on its way is `.name.XXXXXX`, one that waits for the end of the run in `.~tmp~/`.
		const files = addresses.map(fileOfAddress);
		const patterns = files.flatMap((file) => {
			const folder = file.slice(0, file.lastIndexOf("/") + 1);
			const name = file.slice(folder.length);
			return [`/${escaped(folder)}.${escaped(name)}.??????`, `/${escaped(folder)}.~tmp~/***`];
		});
		await this.delete(files, [...new Set(patterns)], false);
	}

	async removeJournal(): Promise<void> {
		await this.delete([`${deployFolder}/${journalName}`]);
	}

	async close(): Promise<void> {
		await this.lock?.release();
	}

	private async send(files: readonly string[]): Promise<void> {
		if (files.length > 0) await this.run([...sending, ...fromList(this.site), this.target], files);
	}

	/**
	 * Deletes files by syncing with an empty folder. Only the patterns, the files and the folders above them are
	 * considered.
	 */
	private async delete(
		files: readonly string[],
		patterns: readonly string[] = [],
		filesToo = true,
	): Promise<void> {
		if (files.length === 0) return;
		const paths = new Set<string>();
		for (const file of files) {
			for (let end = file.indexOf("/"); end >= 0; end = file.indexOf("/", end + 1)) {
				paths.add(`/${file.slice(0, end + 1)}`);
			}
			if (filesToo) paths.add(`/${file}`);
		}
		await this.withFolder((folder) =>
			this.run(
				["--recursive", "--delete", "--from0", "--include-from=-", "--exclude=*", `${folder}/`, this.target],
				[...[...paths].map(asPattern), ...patterns],
			),
		);
	}

	private async withFolder<Result>(action: (folder: string) => Promise<Result>): Promise<Result> {
		const folder = await mkdtemp(join(this.directory, "folder-"));
		try {
			return await action(folder);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}

	private async run(options: readonly string[], files: readonly string[]): Promise<string> {
		const { code, output, reason } = await this.rsync(options, files);
		if (code !== 0) this.fail(code, reason);
		return output;
	}

	private fail(code: number, reason: string): never {
		const lines = reason.trim().split("\n");
		throw new DeployError(strings.rsyncFailed(this.target, code, lines[0] ?? ""), strings.rsyncRemedy);
	}

	/** @param files what rsync reads from its standard input, each terminated by a NUL */
	private async rsync(
		options: readonly string[],
		files: readonly string[],
	): Promise<{ code: number; output: string; reason: string }> {
		const child = spawn("rsync", ["--protect-args", ...options], {
			stdio: ["pipe", "pipe", "pipe"],
			env: { ...process.env, LC_ALL: "C" },
		});
		const ended = new Promise<number>((resolve, reject) => {
			child.on("error", (error: NodeJS.ErrnoException) => {
				reject(error.code === "ENOENT" ? new DeployError(strings.noRsync, strings.installRsync) : error);
			});
			child.on("close", (code) => resolve(code ?? -1));
		});
		// rsync may end before it has read everything; its exit code tells why.
		child.stdin.on("error", () => {});
		if (child.pid !== undefined) await this.lock?.include(child.pid);
		child.stdin.end(files.map((file) => `${file}\0`).join(""));
		const [code, output, reason] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
		return { code, output, reason };
	}
}

/**
 * The files are known to differ, so times and sizes are ignored. Those of a run appear together at its end, readable
 * for the web server.
 */
const sending = ["--times", "--ignore-times", "--perms", "--chmod=D755,F644", "--delay-updates"];

function fromList(folder: string): string[] {
	return ["--from0", "--files-from=-", `${folder}/`];
}

/** A path as a pattern of rsync, in which a backslash escapes only if there is a wildcard. */
function asPattern(path: string): string {
	return /[*?[]/.test(path) ? escaped(path) : path;
}

/** A path as part of a pattern that has a wildcard. */
function escaped(path: string): string {
	return path.replace(/[*?[\\]/g, "\\$&");
}
