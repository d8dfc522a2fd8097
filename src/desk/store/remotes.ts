import { rm } from "node:fs/promises";
import { join } from "node:path";
import { toVietnamMoment } from "../../text/index.ts";
import { GitError } from "../git/git-process.ts";
import { parseDifferences } from "../git/repository.ts";
import type { DeskContext } from "./desk-context.ts";
import type { RemoteOptions, RemoteStatus } from "./desk-store.ts";
import { strings } from "./strings.ts";

/** The ref with the newest known commit of a remote's branch. */
const trackingRefs = "refs/remotes/desk/";
const connectionTimeout = 120_000;
const firstDelay = 5_000;
const longestDelay = 300_000;
/** Characters of Git's words in the log. */
const mostSaid = 500;

type Kind = "publish" | "backup";

interface Remote {
	readonly kind: Kind;
	readonly name: string;
	status: RemoteStatus;
	/** What was told when it was not pushed to; undefined once it is current. */
	told?: string | undefined;
	failures: number;
	timer: NodeJS.Timeout | undefined;
}

/**
 * Keeps remotes up to date. It pushes after each publication, and tries again while the network is down. It also takes
 * in what others have pushed, unless a file was changed on both sides.
 */
export class Remotes {
	readonly #desk: DeskContext;
	readonly #dataDirectory: string;
	readonly #remotes: readonly Remote[];
	readonly #integrated: () => Promise<void>;
	#running: Promise<void> = Promise.resolve();
	#isClosed = false;

	/** @param integrated called when others' commits have come in */
	constructor(
		desk: DeskContext,
		options: RemoteOptions,
		dataDirectory: string,
		integrated: () => Promise<void>,
	) {
		this.#desk = desk;
		this.#dataDirectory = dataDirectory;
		this.#integrated = integrated;
		this.#remotes = (["publish", "backup"] as const).flatMap((kind) => {
			const name = options[kind];
			if (name === undefined) return [];
			const status: RemoteStatus = { name: withoutPassword(name), waiting: 0, state: "current" };
			return [{ kind, name, status, failures: 0, timer: undefined }];
		});
	}

	get status(): readonly RemoteStatus[] {
		return this.#remotes.map(({ status }) => status);
	}

	/** Whether there is a remote for unpublished texts. */
	get hasBackup(): boolean {
		return this.#remotes.some(({ kind }) => kind === "backup");
	}

	/** Pushes what is waiting. Never throws: failures are in the status. */
	async push(only?: Kind): Promise<void> {
		const push = async () => {
			for (const remote of this.#remotes) {
				if (only !== undefined && remote.kind !== only) continue;
				if (!this.#isClosed) await this.#pushTo(remote);
			}
		};
		this.#running = this.#running.then(push);
		await this.#running;
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		for (const { timer } of this.#remotes) clearTimeout(timer);
		await this.#running;
	}

	async #pushTo(remote: Remote): Promise<void> {
		clearTimeout(remote.timer);
		const { repository, branch } = this.#desk;
		try {
			const ref = await branch.ref();
			for (let attempt = 0; attempt < 5; attempt++) {
				const tip = await branch.tip();
				if (tip === undefined) return;
				if ((await repository.refCommit(trackingRef(remote))) === undefined) {
					// An empty remote has no branch yet; an unreachable one makes the push fail.
					await this.#fetch(remote, ref).catch(() => {});
				}
				this.#set(remote, { waiting: await this.#waiting(remote, tip), state: "pushing" });
				try {
					const everything = remote.kind === "backup" ? ["--prune", "+refs/desk/*:refs/desk/*"] : [];
					const target = remote.kind === "backup" ? `+${tip}:${ref}` : `${tip}:${ref}`;
					const options = everything.slice(0, 1);
					const specs = everything.slice(1);
					await repository.run(["push", ...options, "--", remote.name, target, ...specs], {
						timeout: connectionTimeout,
					});
					await this.#track(remote, tip);
					remote.failures = 0;
					const pushedAt = toVietnamMoment(this.#desk.now());
					this.#set(remote, { waiting: 0, state: "current", pushedAt });
					return;
				} catch (error) {
					if (!(error instanceof GitError) || !isMoved(error.stderr)) throw error;
				}
				const problem = await this.#takeIn(remote, ref);
				if (problem !== undefined) {
					this.#set(remote, { waiting: await this.#waiting(remote, tip), state: "held", message: problem });
					return;
				}
			}
		} catch (error) {
			this.#later(remote, error);
		}
	}

	/** @returns why it is impossible, in Vietnamese */
	async #takeIn(remote: Remote, ref: string): Promise<string | undefined> {
		const { repository, branch, follower } = this.#desk;
		const tracking = trackingRef(remote);
		await this.#fetch(remote, ref);
		const outcome = await this.#desk.writing(async () => {
			for (let attempt = 0; attempt < 20; attempt++) {
				const [ours, theirs] = [await branch.tip(), await repository.refCommit(tracking)];
				if (ours === undefined || theirs === undefined) return undefined;
				const base = await this.#mergeBase(ours, theirs);
				if (base === undefined) return strings.remote.unrelated;
				if (base === theirs) return undefined;
				const changes = await this.#changes(base, theirs);
				const met = pathsThatMeet(await this.#changes(base, ours), changes);
				if (met.length > 0) return strings.remote.met(met.slice(0, 5));
				const author = this.#desk.signature({ name: strings.clock, email: "" });
				const next =
					base === ours
						? theirs
						: await repository.writeCommit({
								tree: await this.#mergedTree(base, ours, theirs),
								parents: [ours, theirs],
								author,
								message: strings.commits.mergeRemote,
							});
				const files = await repository.differences(ours, next, "");
				await follower.expect(ours, files);
				const update = { ref, old: ours, new: next };
				if (!(await repository.updateRefs([update], strings.commits.mergeRemote, author))) continue;
				await follower.follow(next, files);
				return undefined;
			}
			return strings.faults.branchKeepsMoving;
		});
		await this.#integrated();
		return outcome;
	}

	async #fetch(remote: Remote, ref: string): Promise<void> {
		const spec = `+${ref}:${trackingRef(remote)}`;
		await this.#desk.repository.run(
			["fetch", "--no-tags", "--no-write-fetch-head", "--", remote.name, spec],
			{
				timeout: connectionTimeout,
			},
		);
	}

	async #mergeBase(a: string, b: string): Promise<string | undefined> {
		try {
			return await this.#desk.repository.text(["merge-base", a, b]);
		} catch (error) {
			if (error instanceof GitError && error.status === 1) return undefined;
			throw error;
		}
	}

	async #changes(from: string, to: string): Promise<readonly string[]> {
		const raw = await this.#desk.repository.run(["diff-tree", "-r", "-z", "--no-renames", "--raw", from, to]);
		return parseDifferences(raw.toString("utf8")).map(({ path }) => path);
	}

	/** A merge of whole files by Git, in a separate index. */
	async #mergedTree(base: string, ours: string, theirs: string): Promise<string> {
		const index = join(this.#dataDirectory, `merge-${process.pid}.index`);
		const environment = { GIT_INDEX_FILE: index };
		try {
			const { repository } = this.#desk;
			await repository.run(["read-tree", "-i", "-m", "--aggressive", base, ours, theirs], { environment });
			return await repository.text(["write-tree"], { environment });
		} finally {
			await rm(index, { force: true });
		}
	}

	async #waiting(remote: Remote, tip: string): Promise<number> {
		const { repository } = this.#desk;
		const known = await repository.refCommit(trackingRef(remote));
		const range = known === undefined ? [tip] : [tip, `^${known}`];
		return Number(await repository.text(["rev-list", "--count", ...range]));
	}

	async #track(remote: Remote, tip: string): Promise<void> {
		const ref = trackingRef(remote);
		const old = (await this.#desk.repository.refCommit(ref)) ?? null;
		const author = this.#desk.signature({ name: strings.clock, email: "" });
		if (old !== tip) await this.#desk.repository.updateRefs([{ ref, old, new: tip }], "push", author);
	}

	#later(remote: Remote, error: unknown): void {
		const said = error instanceof GitError ? error.stderr : String(error);
		const reason = refusalIn(said);
		remote.failures += 1;
		if (reason === undefined) {
			this.#set(remote, { ...remote.status, state: "retrying", message: strings.remote.away }, said);
		} else this.#set(remote, { ...remote.status, state: "held", message: reason }, said);
		if (this.#isClosed) return;
		const delay = Math.min(firstDelay * 2 ** (remote.failures - 1), longestDelay);
		remote.timer = setTimeout(() => void this.push(remote.kind), delay);
		remote.timer.unref();
	}

	/** @param said by Git, for the log */
	#set(remote: Remote, status: Omit<RemoteStatus, "name">, said = ""): void {
		const { pushedAt } = remote.status;
		remote.status = { ...(pushedAt !== undefined && { pushedAt }), ...status, name: remote.status.name };
		this.#desk.tell({ kind: "remote", remote: remote.status });
		const { name, state, message } = remote.status;
		if (state === "pushing") return;
		const fault = state === "current" ? undefined : message;
		if (fault !== undefined && fault !== remote.told) {
			const line = withoutPassword(said).replace(/\s+/g, " ").trim().slice(0, mostSaid);
			const words = line === "" ? "" : strings.remote.said(line);
			this.#desk.tell({ kind: "notice", message: `${name}: ${fault}${words}` });
		}
		remote.told = fault;
	}
}

function trackingRef({ kind }: Remote): string {
	return `${trackingRefs}${kind}`;
}

function isMoved(stderr: string): boolean {
	return /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref/.test(stderr);
}

/** The address of a remote may contain a password. */
function withoutPassword(text: string): string {
	return text.replace(/\/\/[^@/\s]*@/g, "//");
}

/** What a technician has to fix; undefined if trying again may help. */
function refusalIn(said: string): string | undefined {
	const line = said
		.split("\n")
		.find((text) => /remote rejected|pre-receive|GH\d{3}|protected branch/i.test(text));
	const reason = line
		?.replace(/^\s*remote:/, "")
		.trim()
		.replace(/\.$/, "");
	if (reason !== undefined) return strings.remote.refusedByRemote(withoutPassword(reason).slice(0, 200));
	if (/Authentication failed|Permission denied|could not read Username|403/i.test(said))
		return strings.remote.denied;
	return undefined;
}

/** Paths that both sides changed, or of which one contains the other. */
function pathsThatMeet(ours: readonly string[], theirs: readonly string[]): string[] {
	const own = new Set(ours);
	const folders = new Set(ours.flatMap(foldersAbove));
	return theirs.filter(
		(path) => own.has(path) || folders.has(path) || foldersAbove(path).some((folder) => own.has(folder)),
	);
}

function foldersAbove(path: string): string[] {
	const parts = path.split("/");
	return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}
