import { placeOf, problemsOfEntry } from "../../content/index.ts";
import { toIsoDateTime } from "../../model/ids.ts";
import type { Person } from "../people.ts";
import type { RevisionRecord } from "../revisions/revision-record.ts";
import { type Step, stateAfterEdit, stepTo } from "../revisions/rights.ts";
import { type CurrentEntry, type DeskContext, isObjectId, refused, tokenOf } from "./desk-context.ts";
import type { Invalid, Publication, StateChanged, StateRequest, StateResult } from "./desk-store.ts";
import { dateOf, withoutField, withWithdrawal } from "./entry-document.ts";
import { publishFiles, publishRevision } from "./publishing.ts";
import { conflictWith, putRevision } from "./saving.ts";
import { strings } from "./strings.ts";

/** Brings an entry from one state to another. */
export async function changeEntryState(
	desk: DeskContext,
	request: StateRequest,
	person: Person,
): Promise<StateResult> {
	return await desk.writing(async () => {
		const current = await desk.current(request);
		if (!current) return { kind: "missing" };
		const reason = request.reason?.trim() ?? "";
		const seen = await asSeen(desk, current, request.base);
		const seenText = seen?.pending ? [seen.pending.text] : [];
		const step = stepTo(request.to, desk.situationOf(current, ...seenText), person, {
			at: request.at !== undefined,
			reason: reason !== "",
		});
		if (step.refusal) return refused(step.refusal);
		const { action } = step;
		// Repeated saves do not keep a publisher from publishing what they have read.
		if (!seen || (seen !== current && action !== "publish")) {
			return await conflictWith(desk, current, [], "newest");
		}
		if (action === "withdraw" || action === "republish") {
			return await changePublished(desk, current, action, reason, person);
		}
		if (action !== "return" && action !== "takeBack" && action !== "unapprove") {
			const invalid = problemsOf(seen);
			if (invalid) return invalid;
		}
		if (action !== "publish" && action !== "schedule") {
			return await changeRevision(
				desk,
				current,
				action,
				recordAfter(desk, current, action, reason, person),
				person,
			);
		}
		const wanted = request.at === undefined ? undefined : toIsoDateTime(request.at);
		if (request.at !== undefined && wanted === undefined) {
			return { kind: "refused", message: strings.invalidMoment };
		}
		return await publishNowOrLater(desk, seen, wanted, person);
	});
}

/**
 * An entry with the pending text that a person has read: the newest, or a former one after which nothing but saves came.
 *
 * @returns undefined if anything but saves came after it
 */
async function asSeen(
	desk: DeskContext,
	current: CurrentEntry,
	token: string,
): Promise<CurrentEntry | undefined> {
	if (token === tokenOf(current)) return current;
	const newest = current.pending?.revision;
	const revision = newest && isObjectId(token) ? await desk.pending.read(token) : undefined;
	if (!newest || revision?.path !== current.path) return undefined;
	const [before, now] = [revision.record, newest.record];
	const isOnlySaved =
		now.base === before.base &&
		now.state === stateAfterEdit(before.state) &&
		now.notes.length === before.notes.length &&
		(await desk.repository.isAncestor(token, newest.commit));
	const text = isOnlySaved ? await desk.textOf(revision.blob) : undefined;
	return text && { ...current, pending: { ...text, revision } };
}

/** Publishes scheduled texts that are due. */
export async function publishDue(
	desk: DeskContext,
): Promise<readonly { readonly id: string; readonly result: StateResult }[]> {
	const results: { id: string; result: StateResult }[] = [];
	for (const { collection, id } of desk.pending.all.filter((revision) => isDue(desk, revision.record))) {
		const result = await desk.writing(async () => {
			const current = await desk.current({ collection, id });
			const record = current?.pending?.revision.record;
			if (!current || !record || !isDue(desk, record)) return undefined;
			const { name, email } = record.approvedBy ?? { name: strings.clock, email: "" };
			const person = { id: "", name, email };
			const published = await publish(desk, current, person);
			return published.kind === "changed" ? published : await hold(desk, current, record, published, person);
		});
		if (result) results.push({ id, result });
	}
	return results;
}

/** A text that cannot be published automatically waits for an editor again, with the reason. */
async function hold(
	desk: DeskContext,
	current: CurrentEntry,
	record: RevisionRecord,
	result: StateResult,
	person: Actor,
): Promise<StateResult> {
	const { publishAt: _moment, ...kept } = record;
	const reason = strings.scheduleFailed;
	const notes = [...kept.notes, { by: strings.clock, at: desk.moment(), text: reason }];
	await changeRevision(desk, current, "unapprove", { ...kept, state: "review", reason, notes }, person);
	return result;
}

function isDue(desk: DeskContext, { state, publishAt }: RevisionRecord): boolean {
	return state === "approved" && publishAt !== undefined && Date.parse(publishAt) <= desk.now();
}

/** The problems of a text that is to be shown to others, as far as the text alone tells. */
function problemsOf(current: CurrentEntry): Invalid | undefined {
	const place = placeOf(current.path);
	if (place.kind === "resource" || place.kind === "misplaced") return undefined;
	const text = (current.pending ?? current.published)?.text ?? "";
	const problems = problemsOfEntry(current.path, place.kind, Buffer.from(text));
	return problems.length === 0 ? undefined : { kind: "invalid", problems };
}

/** A person, or the scheduler in a person's name. */
type Actor = Omit<Person, "roles">;

type RevisionAction = Exclude<Step, "publish" | "schedule" | "withdraw" | "republish">;

function recordAfter(
	desk: DeskContext,
	current: CurrentEntry,
	action: RevisionAction,
	reason: string,
	person: Person,
): RevisionRecord {
	const before = current.pending?.revision.record ?? desk.newRecord(current, person);
	const { reason: _reason, approvedBy: _approval, publishAt: _moment, ...kept } = before;
	const named = { id: person.id, name: person.name };
	const at = desk.moment();
	return {
		...kept,
		state:
			action === "approve" ? "approved" : action === "send" || action === "unapprove" ? "review" : "writing",
		...(action === "return" && { reason }),
		...(action === "approve" && { approvedBy: { ...named, email: person.email } }),
		notes: reason === "" ? kept.notes : [...kept.notes, { by: person.name, at, text: reason }],
		changedBy: named,
		changedAt: at,
	};
}

async function changeRevision(
	desk: DeskContext,
	current: CurrentEntry,
	action: RevisionAction | "schedule",
	record: RevisionRecord,
	person: Actor,
): Promise<StateResult> {
	const text = (current.pending ?? current.published)?.text ?? "";
	const title = desk.titleOf(current.path, text);
	const subject =
		action === "schedule"
			? strings.commits.schedule(title, record.publishAt ?? "")
			: strings.commits.steps[action](title);
	const note = record.reason === undefined ? "" : `\n\n${strings.commits.reason}: ${record.reason}`;
	const before = current.pending?.revision;
	const revision = await desk.pending.write(
		{
			entry: current,
			record,
			blob: (current.pending ?? current.published)?.blob ?? "",
			assets: before?.assets ?? new Map(),
			parents: before ? [before.commit] : [],
		},
		desk.signature(person),
		subject + note,
	);
	if (!(await putRevision(desk, current, revision, person, subject))) {
		await desk.pending.reload();
		const newest = await desk.current(current);
		return newest ? await conflictWith(desk, newest, [], "newest") : { kind: "missing" };
	}
	return {
		kind: "changed",
		revision: revision.commit,
		state: record.state,
		...(record.publishAt !== undefined && { scheduledFor: record.publishAt }),
	};
}

/** The readers' branch has only public texts: a text with a future date waits on its own ref. */
async function publishNowOrLater(
	desk: DeskContext,
	current: CurrentEntry,
	wanted: string | undefined,
	person: Person,
): Promise<StateResult> {
	const text = (current.pending ?? current.published)?.text ?? "";
	const date = current.collection === "articles" ? dateOf(current.path, text) : undefined;
	const moment = [wanted, date].reduce(
		(latest, at) => (at !== undefined && (latest ?? "") < at ? at : latest),
		undefined,
	);
	if (moment === undefined || Date.parse(moment) <= desk.now()) return await publish(desk, current, person);
	const newest = await desk.current(current);
	// The schedule is for the newest text.
	if (newest && tokenOf(newest) !== tokenOf(current)) return await conflictWith(desk, newest, [], "newest");
	const named = { id: person.id, name: person.name };
	const { reason: _reason, ...before } = current.pending?.revision.record ?? desk.newRecord(current, person);
	const record: RevisionRecord = {
		...before,
		state: "approved",
		approvedBy: { ...named, email: person.email },
		publishAt: moment,
		changedBy: named,
		changedAt: desk.moment(),
	};
	return await changeRevision(desk, current, "schedule", record, person);
}

async function publish(desk: DeskContext, current: CurrentEntry, person: Actor): Promise<StateResult> {
	let entry = current;
	if (!entry.pending) {
		// Publishes a draft that was written in Git, as it is.
		const draft = await changeRevision(
			desk,
			entry,
			"approve",
			{ ...desk.newRecord(entry, person), state: "approved" },
			person,
		);
		if (draft.kind !== "changed") return draft;
		entry = (await desk.current(entry)) ?? entry;
	}
	const result = await publishRevision(desk, entry, person);
	if ("kind" in result) return result;
	const now = await desk.current(entry);
	const answer = published(desk, now, result);
	// If others' changes were merged in, the text is not the one that the person has.
	const isAsRead = (now?.pending ?? now?.published)?.text === entry.pending?.text;
	return isAsRead ? answer : { ...answer, revision: tokenOf(entry) ?? "" };
}

/** @param now the entry after it was published */
function published(desk: DeskContext, now: CurrentEntry | undefined, publication: Publication): StateChanged {
	return {
		kind: "changed",
		revision: (now && tokenOf(now)) ?? "",
		state: now ? desk.situationOf(now).state : "published",
		publication,
	};
}

/** Withdraws a published text, or publishes it again, whatever is pending. */
async function changePublished(
	desk: DeskContext,
	current: CurrentEntry,
	action: "withdraw" | "republish",
	reason: string,
	person: Person,
): Promise<StateResult> {
	const { path } = current;
	const title = desk.titleOf(path, current.published?.text ?? "");
	const subject = strings.commits[action](title);
	const publication = await publishFiles(
		desk,
		current,
		{
			files: async ({ published: now }) => {
				if (!now) return undefined;
				const text =
					action === "withdraw"
						? withWithdrawal(path, now.text, desk.moment(), reason)
						: withoutField(path, now.text, "withdrawn");
				return new Map([[path, await desk.repository.writeBlob(text)]]);
			},
			message: reason === "" ? subject : `${subject}\n\n${strings.commits.reason}: ${reason}`,
		},
		person,
	);
	return publication ? published(desk, await desk.current(current), publication) : { kind: "missing" };
}
