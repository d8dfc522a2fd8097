/**
 * Publish means online: each publication is followed by a build, and each build by a deployment if one is configured. A
 * text that breaks the build is taken back, and the others go online.
 */
import { randomUUID } from "node:crypto";
import type { ContentProblem } from "../../content/index.ts";
import {
	articleAddress,
	authorAddress,
	committeeAddress,
	pageAddress,
	recordAddress,
} from "../../model/addresses.ts";
import { asArticleId, asSlug } from "../../model/ids.ts";
import { isRecordCollection } from "../../model/record-names.ts";
import type { Events } from "../events.ts";
import type { Problem } from "../messages.ts";
import type { Collection } from "../revisions/states.ts";
import type { DeskStore } from "../store/index.ts";
import type { BuildReply } from "./build-messages.ts";
import type { Builder } from "./builder.ts";
import { strings } from "./strings.ts";

/** A publication or a withdrawal. */
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
	/** Warnings, which do not prevent a build. */
	readonly warnings: readonly Problem[];
	/** Why the deployment failed, although the build succeeded. */
	readonly deployFault?: string;
}

export interface OnlineOptions {
	readonly store: DeskStore;
	readonly builder: Builder;
	readonly events: Events;
	/** Deploys the built site. @throws with a message in Vietnamese */
	readonly deploy?: (() => Promise<void>) | undefined;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	/** For the server's log. */
	readonly log: (line: string) => void;
}

export interface Online {
	/** Builds what was just published. @returns the job, whose progress is sent as events */
	publish(entries: readonly PublishedEntry[]): string;
	/** Content or code changed in another way. */
	refresh(): Promise<void>;
	/** As `refresh`, but if a publication follows at once, one build serves both. */
	refreshSoon(): void;
	lastBuild(): BuildState | undefined;
	/** Builds when time alone changes the site, and publishes scheduled texts. */
	startClock(): void;
	close(): void;
}

/** The longest time that a timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1;
/** Milliseconds to wait, as the store reports a publication shortly before its caller asks for the build. */
const pauseBeforeRefresh = 250;
/** Milliseconds after a moment until it has certainly passed. */
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
	/** Jobs whose entries are in no build yet, oldest first. */
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

	/** One build after the other, each for all jobs that exist when it begins. */
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
			for (const job of mine) if (job.entries.length > 0) tell(job, "online", newsOf(job));
			events.tell({ kind: "built" });
		}
		schedule();
	}

	function newsOf({ entries }: Job): string {
		const isWithdrawal = entries.every(
			({ collection, id }) => store.summary(collection, id)?.withdrawn !== undefined,
		);
		return isWithdrawal ? strings.withdrawn : strings.online;
	}

	/** Builds. Entries of these jobs that break the build are taken back and removed from their jobs. */
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

	/** @returns whether another build should be tried */
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

	/** Undefined if the entry is not known to break the build. */
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
		// A build that crashes names no entry. The newest is the likeliest cause; a single one is certain.
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

	// A changed schedule resets the timer.
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

/** Whether a file below the content folder is the entry's document or is in its folder. */
function belongsTo(file: string, { collection, id }: PublishedEntry): boolean {
	if (collection === "site") return file === "site.yml";
	return file.replace(/\.[^./]+$/, "") === `${collection}/${id}` || file.startsWith(`${collection}/${id}/`);
}

/** A full disk, missing permissions or memory: nothing that a text could cause. */
function isFaultOfMachine(text: string): boolean {
	return /\b(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENOMEM|EIO)\b|LockHeldError|SiteInUse|heap out of memory|SIGKILL/.test(
		text,
	);
}

/** The readers' address of an entry; the home page for entries without a page. */
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
			return isRecordCollection(collection) ? recordAddress(collection, asSlug(id)) : "/";
	}
}
