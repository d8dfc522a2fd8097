/**
 * Publish means online: after each publication a build, after each build a deployment where one is configured. A text
 * with which the site cannot be built is taken back, and the others go online.
 */
import { randomUUID } from "node:crypto";
import type { ContentProblem } from "../../content/index.ts";
import { articleAddress, authorAddress, committeeAddress, pageAddress } from "../../model/addresses.ts";
import { asArticleId, asSlug } from "../../model/ids.ts";
import type { Events } from "../events.ts";
import type { Problem } from "../messages.ts";
import type { Collection } from "../revisions/states.ts";
import type { DeskStore } from "../store/index.ts";
import type { BuildReply } from "./build-messages.ts";
import type { Builder } from "./builder.ts";
import { strings } from "./strings.ts";

/** Something that readers are to get, or to lose. */
export interface PublishedEntry {
	readonly collection: Collection;
	readonly id: string;
	readonly title: string;
	/** Of the readers' branch. */
	readonly commit: string;
}

/** How the last build ended. */
export interface BuildState {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly kind: BuildReply["kind"];
	readonly problems: readonly Problem[];
	/** What is worth a look and keeps nothing from being built. */
	readonly warnings: readonly Problem[];
	/** Why it is not where readers are, although it was built. */
	readonly deployFault?: string;
}

export interface OnlineOptions {
	readonly store: DeskStore;
	readonly builder: Builder;
	readonly events: Events;
	/** Brings the built site to where readers get it. @throws with a message in Vietnamese */
	readonly deploy?: (() => Promise<void>) | undefined;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	/** For the server's log. */
	readonly log: (line: string) => void;
}

export interface Online {
	/** Builds for what was just published. @returns the job, whose events tell how it goes */
	publish(entries: readonly PublishedEntry[]): string;
	/** Content or code changed in another way. */
	refresh(): Promise<void>;
	/** As `refresh`, but a publication that follows at once builds for both. */
	refreshSoon(): void;
	lastBuild(): BuildState | undefined;
	/** Builds when the clock alone changes the site, and publishes what is scheduled. */
	startClock(): void;
	close(): void;
}

/** The longest time that a timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1;
/** The store tells of a publication a moment before whoever published asks for the build, in milliseconds. */
const pauseBeforeRefresh = 250;
/** A moment is passed when it is over for certain, in milliseconds. */
const margin = 200;

interface Job {
	readonly id: string;
	readonly entries: PublishedEntry[];
}

export function createOnline(options: OnlineOptions): Online {
	const { store, builder, events, clock, log } = options;
	let last: BuildState | undefined;
	let until: number | undefined;
	let timer: NodeJS.Timeout | undefined;
	let soon: NodeJS.Timeout | undefined;
	let hasClock = false;
	let isClosed = false;
	/** Jobs whose entries no build has shown yet, oldest first. */
	let jobs: Job[] = [];
	let work: Promise<void> = Promise.resolve();

	function tell(
		job: Job,
		step: "building" | "deploying" | "online" | "failed",
		message: string,
		problems?: Problem[],
	) {
		events.tell({
			kind: "online",
			job: job.id,
			step,
			entries: job.entries.map(({ collection, id, title }) => ({
				id,
				title,
				address: addressOf(collection, id),
			})),
			message,
			...(problems && { problems }),
		});
	}

	/** One build after the other, each for all jobs that are there when it begins. */
	function next(): Promise<void> {
		work = work.then(bringOnline).catch((error: unknown) => log(String(error)));
		return work;
	}

	async function bringOnline(): Promise<void> {
		if (isClosed) return;
		const mine = jobs;
		jobs = [];
		const reply = await buildWithout(mine);
		if (isClosed) return;
		if (reply.kind !== "built") {
			const problems = reply.kind === "problems" ? reply.problems.map(problemOf) : [];
			for (const job of mine) if (job.entries.length > 0) tell(job, "failed", messageOf(reply), problems);
			// They go online with the first build that succeeds.
			jobs = [...mine.filter(({ entries }) => entries.length > 0), ...jobs];
		} else if (await deployed(mine)) {
			for (const job of mine) if (job.entries.length > 0) tell(job, "online", strings.online);
			events.tell({ kind: "built" });
		}
		schedule();
	}

	/** Builds; entries of these jobs that are in the way are taken back and dropped from them. */
	async function buildWithout(mine: readonly Job[]): Promise<BuildReply> {
		for (;;) {
			let reply = await builder.build();
			if (reply.kind === "failed" && mine.some(({ entries }) => entries.length > 0) && !isClosed) {
				log(reply.text);
				reply = await builder.restart();
			}
			note(reply);
			if (reply.kind === "built" || !(await setAside(mine, reply))) return reply;
		}
	}

	/** @returns whether another build is worth trying */
	async function setAside(mine: readonly Job[], reply: BuildReply): Promise<boolean> {
		let isWorthTrying = false;
		for (const job of mine) {
			for (const entry of [...job.entries]) {
				const problems = problemsOf(entry, job, mine, reply);
				if (!problems) continue;
				const reason =
					problems.length > 0
						? strings.reason(problems.map(({ message }) => message))
						: strings.cannotBeBuilt;
				const publication = await store.setAside({ ...entry, reason });
				if (!publication) continue;
				job.entries.splice(job.entries.indexOf(entry), 1);
				tell(
					{ id: job.id, entries: [entry] },
					"failed",
					strings.setAside(entry.title),
					problems.map(problemOf),
				);
				isWorthTrying = true;
			}
		}
		return isWorthTrying;
	}

	/** Undefined where the entry is not known to be in the way. */
	function problemsOf(
		entry: PublishedEntry,
		job: Job,
		mine: readonly Job[],
		reply: BuildReply,
	): readonly ContentProblem[] | undefined {
		if (reply.kind === "problems") {
			const own = reply.problems.filter(({ file }) => belongsTo(file, entry));
			return own.length > 0 ? own : undefined;
		}
		// A build that breaks off names nobody: the newest is the likeliest, and only what stands alone is certain.
		const isOnly = mine.flatMap(({ entries }) => entries).length === 1;
		return reply.kind === "failed" && isOnly && job.entries.includes(entry) && !isFaultOfMachine(reply.text)
			? []
			: undefined;
	}

	async function deployed(mine: readonly Job[]): Promise<boolean> {
		if (!options.deploy) return true;
		for (const job of mine) if (job.entries.length > 0) tell(job, "deploying", strings.deploying);
		try {
			await options.deploy();
			return true;
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			log(reason);
			if (last) last = { ...last, deployFault: reason };
			for (const job of mine) if (job.entries.length > 0) tell(job, "failed", strings.deployFailed(reason));
			return false;
		}
	}

	function note(reply: BuildReply): void {
		const problems = reply.kind === "problems" ? reply.problems.map(problemOf) : [];
		const warnings = reply.kind === "failed" ? [] : reply.warnings.map(problemOf);
		last = { at: clock(), kind: reply.kind, problems, warnings };
		if (reply.kind === "built") until = Date.parse(reply.report.until);
		if (reply.kind === "failed") log(reply.text);
	}

	function schedule(): void {
		clearTimeout(timer);
		if (!hasClock || isClosed) return;
		const moments = [store.nextMoment(), until].filter((moment) => moment !== undefined);
		if (moments.length === 0) return;
		const wait = Math.max(0, Math.min(...moments) - clock() + margin);
		timer = setTimeout(() => void onMoment(), Math.min(wait, longestTimer));
	}

	async function onMoment(): Promise<void> {
		try {
			const results = await store.publishDue();
			const entries: PublishedEntry[] = [];
			for (const { id, result } of results) {
				if (result.kind !== "changed" || !result.publication) continue;
				const title = store.summary("articles", id)?.title ?? id;
				entries.push({ collection: "articles", id, title, commit: result.publication.commit });
			}
			if (entries.length > 0) publish(entries);
			else if (until !== undefined && until <= clock()) await next();
			else schedule();
		} catch (error) {
			log(String(error));
			timer = setTimeout(() => void onMoment(), 10_000);
		}
	}

	function refreshSoon(): void {
		clearTimeout(soon);
		soon = setTimeout(() => void next(), pauseBeforeRefresh);
	}

	function publish(entries: readonly PublishedEntry[]): string {
		const job: Job = { id: randomUUID(), entries: [...entries] };
		jobs.push(job);
		clearTimeout(soon);
		tell(job, "building", strings.building);
		void next();
		return job.id;
	}

	// What was scheduled, or is no more, sets the clock anew.
	const stopListening = store.onEvent(({ kind }) => {
		if (kind === "entry") schedule();
	});

	return {
		publish,
		refresh: next,
		refreshSoon,
		lastBuild: () => last,
		startClock() {
			hasClock = true;
			schedule();
		},
		close() {
			isClosed = true;
			stopListening();
			clearTimeout(timer);
			clearTimeout(soon);
		},
	};
}

function messageOf(reply: BuildReply): string {
	return reply.kind === "problems" && reply.problems[0]
		? strings.foreignProblem(reply.problems[0].file)
		: strings.failed;
}

function problemOf(problem: ContentProblem): Problem {
	return { ...problem };
}

/** Whether a file below the content folder is the entry's document or lies in its own folder. */
function belongsTo(file: string, { collection, id }: PublishedEntry): boolean {
	if (collection === "site") return file === "site.yml";
	return file.replace(/\.[^./]+$/, "") === `${collection}/${id}` || file.startsWith(`${collection}/${id}/`);
}

/** A full disk, missing rights or memory: nothing that a text could be the cause of. */
function isFaultOfMachine(text: string): boolean {
	return /\b(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENOMEM|EIO)\b|LockHeldError|SiteInUse|heap out of memory|SIGKILL/.test(
		text,
	);
}

/** Where readers find an entry; the home page for what has no page of its own. */
export function addressOf(collection: Collection, id: string): string {
	switch (collection) {
		case "articles":
			return articleAddress(asArticleId(id));
		case "pages":
			return pageAddress(asSlug(id));
		case "authors":
			return authorAddress(asSlug(id));
		case "committees":
			return committeeAddress(asSlug(id));
		default:
			return "/";
	}
}
