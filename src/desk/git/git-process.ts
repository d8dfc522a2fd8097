/** Runs the real `git`, independent of the caller's environment and of the repository's settings. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { devNull } from "node:os";

/** The error of a Git command. */
export class GitError extends Error {
	override readonly name = "GitError";
	readonly status: number | null;
	/** In English. */
	readonly stderr: string;

	constructor(args: readonly string[], status: number | null, stderr: string) {
		super(`git ${args.slice(0, 3).join(" ")}: ${stderr.trim() || `ended with ${status}`}`);
		this.status = status;
		this.stderr = stderr;
	}

	/** Another process holds a lock, or a killed one left it. */
	get isLocked(): boolean {
		return /Unable to create '[^']*\.lock': File exists/.test(this.stderr);
	}

	/** A ref did not have the value that the caller expected. */
	get isRefMoved(): boolean {
		return /but expected|reference already exists|unable to resolve reference|reference is missing/.test(
			this.stderr,
		);
	}

	get isDiskFull(): boolean {
		return /No space left on device|Disk quota exceeded|File too large/i.test(this.stderr);
	}
}

/** Variables that a technician sets for connections. No other variables of Git are passed on. */
const connectionVariables = new Set([
	"GIT_SSH",
	"GIT_SSH_COMMAND",
	"GIT_SSL_CAINFO",
	"GIT_SSL_CAPATH",
	"GIT_SSL_CERT",
	"GIT_SSL_KEY",
	"GIT_PROXY_COMMAND",
]);

/**
 * Hooks and monitors from the repository's settings would run programs as the server's user. Everything is flushed
 * before a command ends, so that acknowledged changes survive a power cut.
 */
const settings = [
	["core.hooksPath", devNull],
	["core.fsmonitor", "false"],
	["core.fsync", "all"],
	["core.quotePath", "false"],
	["core.autocrlf", "false"],
	["commit.gpgSign", "false"],
	["i18n.commitEncoding", "UTF-8"],
	["i18n.logOutputEncoding", "UTF-8"],
	["log.showSignature", "false"],
	["gc.auto", "0"],
	["maintenance.auto", "false"],
	["protocol.ext.allow", "never"],
] as const;

const settingArguments = settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]);

function gitEnvironment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(
		([name]) => !name.startsWith("GIT_") || connectionVariables.has(name),
	);
	return {
		...Object.fromEntries(own),
		LC_ALL: "C",
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_NO_REPLACE_OBJECTS: "1",
		...added,
	};
}

export interface GitCall {
	readonly input?: string | Uint8Array;
	readonly environment?: Readonly<Record<string, string>>;
	readonly directory?: string;
	/** Timeout in milliseconds, after which the command and its children are killed. */
	readonly timeout?: number;
}

/** Starts a command that runs until its input ends. */
export function startGit(args: readonly string[]): ChildProcessWithoutNullStreams {
	return spawn("git", [...settingArguments, ...args], {
		env: gitEnvironment({}),
		stdio: ["pipe", "pipe", "pipe"],
	});
}

/**
 * Runs a command to its end.
 *
 * @returns what it printed
 * @throws {GitError} if its exit code is not zero
 */
export async function runGit(args: readonly string[], call: GitCall = {}): Promise<Buffer> {
	const { input, environment = {}, directory, timeout } = call;
	const child = spawn("git", [...settingArguments, ...args], {
		env: gitEnvironment(environment),
		stdio: ["pipe", "pipe", "pipe"],
		// Without a terminal ssh cannot ask for a password, and the whole process group can be killed.
		detached: timeout !== undefined,
		...(directory === undefined ? {} : { cwd: directory }),
	});
	const out: Buffer[] = [];
	const error: Buffer[] = [];
	child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
	child.stderr.on("data", (bytes: Buffer) => error.push(bytes));
	// A command that ends before it has read everything reports its own error.
	child.stdin.on("error", () => {});
	child.stdin.end(input);
	const timer =
		timeout === undefined
			? undefined
			: setTimeout(() => {
					if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
				}, timeout);
	try {
		const status = await new Promise<number | null>((resolve, reject) => {
			child.on("error", reject);
			child.on("close", resolve);
		});
		if (status !== 0) throw new GitError(args, status, Buffer.concat(error).toString("utf8"));
		return Buffer.concat(out);
	} finally {
		clearTimeout(timer);
	}
}

/** What a command printed, without the last line feed. */
export async function gitText(args: readonly string[], call: GitCall = {}): Promise<string> {
	return (await runGit(args, call)).toString("utf8").replace(/\n$/, "");
}
