import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { formatProblems, readPortal } from "../content/index.ts";
import { encodePicture } from "../images/index.ts";
import type { IsoDateTime } from "../model/ids.ts";
import { slugify } from "../text/index.ts";
import { type PortalFiles, portalContent } from "./portal-content.ts";
import { portalFrame } from "./portal-frame.ts";
import type { AnswerFault, PortalAnswers } from "./questions.ts";
import { strings } from "./strings.ts";

/** A portal cannot be made there, or with that. Nothing was written. */
export class NewPortalError extends Error {
	/** In Vietnamese, without a full stop. */
	readonly remedy: string;
	constructor({ message, remedy }: AnswerFault) {
		super(message);
		this.remedy = remedy;
	}
}

export interface NewPortalOptions {
	/** Absolute; does not exist, or is empty. */
	readonly directory: string;
	readonly answers: PortalAnswers;
	/** As `package.json` is to say it. */
	readonly product: string;
	/** The oldest Node that the product runs on: `>=20.19`. */
	readonly node: string;
	readonly now: IsoDateTime;
	/** The working directory, which a relative path of the logo begins at. */
	readonly workingDirectory: string;
}

const run = promisify(execFile);

/**
 * Writes a portal of its own: content, settings of the tools, a Git repository with one commit. It appears whole or
 * not at all.
 *
 * @throws NewPortalError, and what the disk refuses
 */
export async function makePortal(options: NewPortalOptions): Promise<void> {
	const { directory, answers, product, node, now } = options;
	await assertFree(directory);
	await assertGit();
	const logo = await readLogo(answers.logo, options.workingDirectory);
	const first = await mkdir(dirname(directory), { recursive: true });
	// Beside it, so that it can be renamed into place. Temporary folders are private, and a web server must read a portal.
	const temporary = await mkdtemp(join(dirname(directory), ".tintinh-moi-"));
	const unfinished = join(temporary, "portal");
	try {
		const packageName = slugify(basename(directory)) || "trang-tin";
		await writeFiles(unfinished, {
			...portalContent(answers, { now, logo: logo && `/media/${logo.name}` }),
			...portalFrame({ packageName, siteName: answers.name, product, node }),
		});
		if (logo) {
			await mkdir(join(unfinished, "content/media"), { recursive: true });
			await copyFile(logo.file, join(unfinished, "content/media", logo.name));
		}
		await assertSound(join(unfinished, "content"), now);
		await commit(unfinished);
		await moveInto(unfinished, directory);
	} catch (error) {
		if (first !== undefined) await rm(first, { recursive: true, force: true });
		throw error;
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

/** Whether a portal can be made there. @throws NewPortalError */
export async function assertFree(directory: string): Promise<void> {
	const status = await stat(directory).catch(() => undefined);
	if (!status) return;
	const remedy = strings.chooseAnother;
	if (!status.isDirectory()) throw new NewPortalError({ message: strings.notAFolder(directory), remedy });
	if ((await readdir(directory)).length === 0) return;
	throw new NewPortalError({ message: strings.notEmpty(directory), remedy });
}

/** What is wrong with a logo; undefined where nothing is, and for none. */
export async function faultOfLogo(logo: string, workingDirectory: string): Promise<AnswerFault | undefined> {
	if (logo === "") return undefined;
	const file = resolve(workingDirectory, logo);
	const bytes = await readFile(file).catch(() => undefined);
	if (!bytes) return { message: strings.noLogo(logo), remedy: strings.noLogoRemedy };
	const picture = await encodePicture(bytes, basename(file));
	return "message" in picture ? picture : undefined;
}

async function readLogo(logo: string, workingDirectory: string) {
	const fault = await faultOfLogo(logo, workingDirectory);
	if (fault) throw new NewPortalError(fault);
	if (logo === "") return undefined;
	return { file: resolve(workingDirectory, logo), name: `logo${extname(logo).toLowerCase()}` };
}

async function writeFiles(folder: string, files: PortalFiles): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}

/** The content is our own: a problem in it is a defect. */
async function assertSound(content: string, now: IsoDateTime): Promise<void> {
	const { problems } = await readPortal({ directory: content, now });
	if (problems.length > 0) throw new Error(formatProblems(problems));
}

async function assertGit(): Promise<void> {
	await git([], "--version").catch(() => {
		throw new NewPortalError({ message: strings.noGit, remedy: strings.noGitRemedy });
	});
}

async function commit(folder: string): Promise<void> {
	const at = ["-C", folder];
	try {
		await git(at, "init", "--quiet", "--initial-branch=main");
		await git(at, "add", "--all");
		const name = await git(at, "config", "user.name").catch(() => "");
		const email = await git(at, "config", "user.email").catch(() => "");
		const committer = [
			...(name === "" ? ["-c", `user.name=${strings.committer}`] : []),
			...(email === "" ? ["-c", "user.email=tintinh@localhost"] : []),
		];
		const own = ["-c", "commit.gpgSign=false", ...committer];
		await git([...at, ...own], "commit", "--quiet", "--no-verify", `--message=${strings.firstCommit}`);
	} catch (error) {
		const output = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
		throw new NewPortalError({ message: strings.gitFailed(output), remedy: strings.gitFailedRemedy });
	}
}

/** What Git prints, in an environment that names no other repository. */
async function git(options: readonly string[], ...words: readonly string[]): Promise<string> {
	const environment = Object.entries(process.env).filter(
		([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE)$/.test(name),
	);
	const { stdout } = await run("git", [...options, ...words], { env: Object.fromEntries(environment) });
	return stdout.trim();
}

/** An empty folder that is there may be somebody's working directory: it stays, and gets what was made. */
async function moveInto(unfinished: string, directory: string): Promise<void> {
	if (!existsSync(directory)) return rename(unfinished, directory);
	for (const name of await readdir(unfinished)) await rename(join(unfinished, name), join(directory, name));
}
