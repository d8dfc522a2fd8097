import { maxDocumentBytes } from "../../content/index.ts";
import { factsOf } from "../article-index/facts.ts";
import type { Person } from "../people.ts";
import { type FieldConflict, keepUnedited, mergeDocuments } from "../revisions/merge-documents.ts";
import type { RevisionRecord } from "../revisions/revision-record.ts";
import { refusalOf, stateAfterEdit } from "../revisions/rights.ts";
import { type CurrentEntry, type DeskContext, refused, tokenOf } from "./desk-context.ts";
import type { Conflict, SaveRequest, SaveResult } from "./desk-store.ts";
import { isAssetPath } from "./entry-paths.ts";
import type { PendingRevision } from "./pending-revisions.ts";
import { strings } from "./strings.ts";

/** A save; `isExact` for a text that must be stored byte by byte, such as a restored version. */
type Request = SaveRequest & { readonly isExact?: true };

/** Stores a text as the pending revision of its entry. */
export async function saveEntry(desk: DeskContext, request: Request, person: Person): Promise<SaveResult> {
	const { text, onto, assets = {} } = request;
	if (Buffer.byteLength(text) > maxDocumentBytes) return { kind: "refused", message: strings.tooLarge };
	const strange = Object.keys(assets).find((path) => !isAssetPath(request, path));
	if (strange !== undefined) return { kind: "refused", message: strings.invalidAsset(strange) };
	return await desk.writing(async () => {
		for (;;) {
			const current = await desk.look(request);
			if (!current) return { kind: "refused", message: strings.invalidId };
			const situation = desk.situationOf(current, text);
			const refusal = refusalOf("edit", situation, person);
			if (refusal) return refused(refusal);
			if (onto !== undefined && onto !== current.published?.blob) {
				return await conflictWith(desk, current, [], "published");
			}
			const merged = await mergeWithCurrent(desk, current, request);
			if (merged.kind !== "text") return merged;
			const saved = await store(desk, current, merged, request, person);
			if (saved) return saved;
			await desk.pending.reload();
		}
	});
}

/** The conflict of a text with the stored one. */
export async function conflictWith(
	desk: DeskContext,
	current: CurrentEntry,
	fields: readonly FieldConflict[],
	which: "newest" | "published",
): Promise<Conflict> {
	const pending = which === "newest" ? current.pending : undefined;
	const theirs = pending ?? current.published;
	const by = pending
		? { by: pending.revision.record.changedBy.name, at: pending.revision.record.changedAt }
		: await desk.lastPublished(current.path);
	return {
		kind: "conflict",
		...by,
		fields,
		theirs: theirs?.text ?? "",
		revision: pending?.revision.commit ?? current.published?.blob ?? "",
		isPublished: pending === undefined,
	};
}

interface MergedText {
	readonly kind: "text";
	readonly text: string;
	readonly isMerged: boolean;
}

async function mergeWithCurrent(
	desk: DeskContext,
	current: CurrentEntry,
	{ text, base, shown, isExact }: Request,
): Promise<MergedText | Conflict> {
	const { path } = current;
	const newest = current.pending ?? current.published;
	if (!newest) return { kind: "text", text, isMerged: false };
	if (base === tokenOf(current) && shown === undefined) {
		const kept = isExact ? text : keepUnedited(path, newest.text, text);
		return { kind: "text", text: kept, isMerged: false };
	}
	// A base that Git no longer has is treated as none.
	const baseText = shown ?? (base === null ? null : ((await desk.textOfToken(path, base)) ?? null));
	const edited = baseText === null ? text : keepUnedited(path, baseText, text);
	if (edited === newest.text) return { kind: "text", text: edited, isMerged: false };
	const merged = mergeDocuments(path, baseText, edited, newest.text);
	if (merged.conflicts) return await conflictWith(desk, current, merged.conflicts, "newest");
	return { kind: "text", text: merged.text, isMerged: merged.text !== edited };
}

/** @returns undefined if another process has changed the revision meanwhile */
async function store(
	desk: DeskContext,
	current: CurrentEntry,
	{ text, isMerged }: MergedText,
	{ onto, assets = {}, isExact }: Request,
	person: Person,
): Promise<SaveResult | undefined> {
	const { pending, published, path } = current;
	const newest = pending ?? published;
	const hasFiles = Object.keys(assets).length > 0;
	const token = tokenOf(current);
	if (newest?.text === text && !hasFiles && onto === undefined && token !== null) {
		return { kind: "saved", revision: token, state: desk.situationOf(current).state, text, isMerged };
	}
	const before = pending?.revision;
	const record = recordAfterSave(desk, current, person, onto);
	const files = new Map(before?.assets);
	const removed = new Set(record.removed);
	for (const [assetPath, bytes] of Object.entries(assets)) {
		if (bytes === null) {
			files.delete(assetPath);
			if ((await desk.branch.blobAt(assetPath, current.tip)) !== undefined) removed.add(assetPath);
		} else {
			files.set(assetPath, await desk.repository.writeBlob(bytes));
			removed.delete(assetPath);
		}
	}
	const missing = isExact ? [] : await missingFiles(desk, current, text, files);
	if (missing.length > 0) return { kind: "refused", message: strings.missingFiles(missing) };
	const title = desk.titleOf(path, text);
	const message =
		strings.commits.save(current.collection, title) + (isMerged ? `\n\n${strings.commits.merged}` : "");
	const revision = await desk.pending.write(
		{
			entry: current,
			record: { ...record, removed: [...removed] },
			blob: await desk.repository.writeBlob(text),
			assets: files,
			parents: before ? [before.commit] : [],
		},
		desk.signature(person),
		message,
	);
	if (!(await putRevision(desk, current, revision, person, message))) return undefined;
	return { kind: "saved", revision: revision.commit, state: revision.record.state, text, isMerged };
}

/** Names of the files that a text references, and the stored one does not, but that neither has. */
async function missingFiles(
	desk: DeskContext,
	current: CurrentEntry,
	text: string,
	files: ReadonlyMap<string, string>,
): Promise<string[]> {
	const referencesOf = (of: string) => factsOf(current.path, Buffer.from(of)).references;
	const known = new Set(referencesOf((current.pending ?? current.published)?.text ?? ""));
	const missing: string[] = [];
	for (const file of referencesOf(text)) {
		if (known.has(file) || files.has(file) || !isAssetPath(current, file)) continue;
		if ((await desk.branch.blobAt(file, current.tip)) === undefined)
			missing.push(file.slice(file.lastIndexOf("/") + 1));
	}
	return missing;
}

/** Makes a commit the newest of its entry. @returns false if another process was faster */
export async function putRevision(
	desk: DeskContext,
	entry: CurrentEntry,
	revision: PendingRevision,
	person: Pick<Person, "name" | "email">,
	reason: string,
): Promise<boolean> {
	const [subject = ""] = reason.split("\n");
	const update = desk.pending.updateOf(entry, revision);
	if (!(await desk.repository.updateRefs([update], subject, desk.signature(person)))) return false;
	desk.pending.remember(entry, revision);
	await desk.reindex(entry);
	desk.tell({ kind: "entry", collection: entry.collection, id: entry.id, by: person.name });
	return true;
}

function recordAfterSave(
	desk: DeskContext,
	current: CurrentEntry,
	person: Person,
	onto: string | undefined,
): RevisionRecord {
	const before = current.pending?.revision.record ?? desk.newRecord(current, person);
	// Approval and schedule were for the former text.
	const { approvedBy: _approval, publishAt: _moment, ...kept } = before;
	const state = stateAfterEdit(before.state);
	return {
		...kept,
		state,
		...(onto !== undefined && { base: onto }),
		changedBy: { id: person.id, name: person.name },
		changedAt: desk.moment(),
	};
}
