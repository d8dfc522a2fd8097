/** Keeps deleted entries for 30 days, each on a ref: `refs/desk/trash/<key>`. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { commentsPath } from "../../content/index.ts";
import { isArticleId } from "../../model/ids.ts";
import { toVietnamMoment } from "../../text/index.ts";
import type { RefUpdate } from "../git/repository.ts";
import type { TreeChange } from "../git/trees.ts";
import type { Person } from "../people.ts";
import { refusalOf, type Situation } from "../revisions/rights.ts";
import { type Collection, collections } from "../revisions/states.ts";
import { type CurrentEntry, type DeskContext, refused, tokenOf } from "./desk-context.ts";
import type { RemoveResult, StateResult, TrashItem } from "./desk-store.ts";
import { assetFolderOf, type EntryKey } from "./entry-paths.ts";
import { fileUses } from "./file-uses.ts";
import { publishFiles } from "./publishing.ts";
import { conflictWith, putRevision } from "./saving.ts";
import { strings } from "./strings.ts";

const trashRefs = "refs/desk/trash/";
const daysInTrash = 30;
const recordFile = "trash.json";
const filesFolder = "files";

const recordSchema = z.object({
	collection: z.enum(collections),
	id: z.string(),
	title: z.string(),
	by: z.object({ id: z.string(), name: z.string() }),
	at: z.string(),
	/** Files that were published, by their paths below the content folder. */
	published: z.record(z.string(), z.string()),
	/** The last commit of the pending revision. */
	revision: z.string().optional(),
});

type TrashRecord = z.output<typeof recordSchema>;

/** Deletes an entry with the files that only it uses. */
export async function removeEntry(
	desk: DeskContext,
	entry: EntryKey,
	base: string,
	person: Person,
): Promise<RemoveResult> {
	return await takeAway("remove", desk, entry, base, person);
}

/** Discards the pending text of a published entry. */
export async function discardRevision(
	desk: DeskContext,
	entry: EntryKey,
	base: string,
	person: Person,
): Promise<RemoveResult> {
	return await takeAway("discard", desk, entry, base, person);
}

async function takeAway(
	action: "remove" | "discard",
	desk: DeskContext,
	entry: EntryKey,
	base: string,
	person: Person,
): Promise<RemoveResult> {
	return await desk.writing(async () => {
		const current = await desk.current(entry);
		if (!current) return { kind: "missing" };
		const refusal = refusalOf(action, desk.situationOf(current), person);
		if (refusal) return refused(refusal);
		if (base !== tokenOf(current)) return await conflictWith(desk, current, [], "newest");
		const isPublic = action === "remove" && current.published !== undefined;
		const files = isPublic ? await publishedFiles(desk, current) : new Map<string, string>();
		const title = titleOf(desk, current);
		const message = strings.commits[action](title);
		const { key, update } = await throwAway(desk, current, title, files, person, message);
		const refs = [update, ...(current.pending ? [desk.pending.updateOf(current)] : [])];
		if (!isPublic) {
			if (!(await desk.repository.updateRefs(refs, message, desk.signature(person))))
				return { kind: "missing" };
			await forgetRevision(desk, current, person);
			return { kind: "removed", key };
		}
		const publication = await publishFiles(
			desk,
			current,
			{
				files: async (now) =>
					now.published?.blob === current.published?.blob
						? new Map([...files.keys()].map((path) => [path, null]))
						: undefined,
				message,
				refs,
			},
			person,
		);
		if (!publication) return await conflictWith(desk, (await desk.look(entry)) ?? current, [], "newest");
		await forgetRevision(desk, current, person);
		return { kind: "removed", key, publication };
	});
}

/** Newest first. */
export async function trashItems(desk: DeskContext): Promise<readonly TrashItem[]> {
	const items: TrashItem[] = [];
	for (const [ref, commit] of await desk.repository.refsBelow(trashRefs)) {
		const record = await readTrash(desk, commit);
		if (!record) continue;
		items.push({
			key: ref.slice(trashRefs.length),
			collection: record.collection,
			id: record.id,
			title: record.title,
			by: record.by.name,
			at: record.at,
			until: toVietnamMoment(Date.parse(record.at) + daysInTrash * 86_400_000),
			wasPublished: Object.keys(record.published).length > 0,
		});
	}
	return items.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Restores a deleted entry: what was published is published again, what was pending is pending again. */
export async function restoreFromTrash(desk: DeskContext, key: string, person: Person): Promise<StateResult> {
	return await desk.writing(async () => {
		const ref = trashRefs + key;
		const commit = /^[0-9a-z-]+$/.test(key) ? await desk.repository.refCommit(ref) : undefined;
		const record = commit === undefined ? undefined : await readTrash(desk, commit);
		const entry = record && (await desk.look(record));
		if (!record || !entry || commit === undefined) return { kind: "missing" };
		const files = Object.entries(record.published);
		const revision = record.revision === undefined ? undefined : await desk.pending.read(record.revision);
		if ((files.length > 0 && entry.published) || (revision && entry.pending)) {
			return { kind: "refused", message: strings.alreadyThere };
		}
		const texts = revision ? [(await desk.textOf(revision.blob))?.text ?? ""] : [];
		for (const [path, blob] of files)
			if (path === entry.path) texts.push((await desk.textOf(blob))?.text ?? "");
		const situation: Situation = {
			...desk.situationOf(entry, ...texts),
			isPublished: files.length > 0 || entry.published !== undefined,
			state: revision?.record.state ?? "published",
			owner: revision?.record.owner.id ?? "",
		};
		const refusal = refusalOf(files.length > 0 ? "remove" : "edit", situation, person);
		if (refusal) return refused(refusal);
		const message = strings.commits.restore(record.title);
		const author = desk.signature(person);
		const gone: RefUpdate = { ref, old: commit, new: null };
		const publication =
			files.length === 0
				? undefined
				: await publishFiles(
						desk,
						entry,
						{
							files: async (now) => (now.published ? undefined : new Map<string, TreeChange>(files)),
							message,
						},
						person,
					);
		if (files.length > 0 && !publication) return { kind: "refused", message: strings.alreadyThere };
		if (revision) {
			const { publishAt: _moment, approvedBy: _approval, ...kept } = revision.record;
			const state = kept.state === "approved" ? "review" : kept.state;
			const again = await desk.pending.write(
				{ ...revision, entry, record: { ...kept, state }, parents: [revision.commit] },
				author,
				message,
			);
			await putRevision(desk, entry, again, person, message);
		}
		await desk.repository.updateRefs([gone], message, author);
		const now = await desk.current(record);
		if (!now) return { kind: "missing" };
		return {
			kind: "changed",
			revision: tokenOf(now) ?? "",
			state: desk.situationOf(now).state,
			...(publication && { publication }),
		};
	});
}

/** Deletes what has been in the trash for 30 days. @returns how many */
export async function emptyTrash(desk: DeskContext): Promise<number> {
	const over = (await trashItems(desk)).filter(({ until }) => Date.parse(until) <= desk.now());
	const refs = await desk.repository.refsBelow(trashRefs);
	const updates = over.map(({ key }) => ({
		ref: trashRefs + key,
		old: refs.get(trashRefs + key) ?? null,
		new: null,
	}));
	if (updates.length === 0) return 0;
	const clock = { name: strings.clock, email: "" };
	return await desk.writing(async () =>
		(await desk.repository.updateRefs(updates, strings.clock, desk.signature(clock))) ? updates.length : 0,
	);
}

/** The published document, and the files in its folder that no other entry references. */
async function publishedFiles(desk: DeskContext, current: CurrentEntry): Promise<Map<string, string>> {
	const files = new Map([[current.path, current.published?.blob ?? ""]]);
	if (current.collection !== "articles" || current.tip === undefined) return files;
	const uses = await fileUses(desk);
	for (const [path, blob] of await ownFiles(desk, current)) {
		if (!uses.isUsedByOthers(path, current)) files.set(path, blob);
	}
	// What readers wrote goes with the article, and comes back with it.
	const comments = isArticleId(current.id) ? commentsPath(current.id) : undefined;
	const blob = comments && (await desk.branch.blobAt(comments, current.tip));
	if (comments && blob !== undefined) files.set(comments, blob);
	return files;
}

/** The published files in an entry's folder, by their paths below the content folder. */
export async function ownFiles(desk: DeskContext, current: CurrentEntry): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	if (current.collection !== "articles" || current.tip === undefined) return files;
	const folder = assetFolderOf(current);
	const inRepository = (await desk.branch.inRepository(folder)).replace(/\/$/, "");
	const tree = await desk.repository.entryAt(current.tip, inRepository);
	if (tree?.type !== "tree") return files;
	for (const [name, { mode, id }] of await desk.repository.tree(tree.id)) {
		if (mode.startsWith("100")) files.set(folder + name, id);
	}
	return files;
}

async function throwAway(
	desk: DeskContext,
	current: CurrentEntry,
	title: string,
	files: ReadonlyMap<string, string>,
	person: Person,
	message: string,
): Promise<{ readonly key: string; readonly update: RefUpdate }> {
	const { collection, id, pending } = current;
	const record: TrashRecord = {
		collection,
		id,
		title,
		by: { id: person.id, name: person.name },
		at: desk.moment(),
		published: Object.fromEntries(files),
		...(pending && { revision: pending.revision.commit }),
	};
	const changes = new Map<string, TreeChange>([
		[recordFile, await desk.repository.writeBlob(`${JSON.stringify(record, null, "\t")}\n`)],
	]);
	for (const [path, blob] of files) changes.set(`${filesFolder}/${path}`, blob);
	const commit = await desk.repository.writeCommit({
		tree: await desk.repository.editTree(undefined, changes),
		parents: pending ? [pending.revision.commit] : [],
		author: desk.signature(person),
		message,
	});
	const key = `${record.at.replace(/\D/g, "").slice(0, 14)}-${randomBytes(4).toString("hex")}`;
	return { key, update: { ref: trashRefs + key, old: null, new: commit } };
}

async function readTrash(desk: DeskContext, id: string): Promise<TrashRecord | undefined> {
	const file = await desk.repository.entryAt(id, recordFile);
	if (file?.type !== "blob") return undefined;
	try {
		return recordSchema.parse(JSON.parse(file.bytes.toString("utf8")));
	} catch {
		return undefined;
	}
}

async function forgetRevision(desk: DeskContext, current: CurrentEntry, person: Person): Promise<void> {
	const { collection, id }: { readonly collection: Collection; readonly id: string } = current;
	desk.pending.remember(current);
	await desk.reindex(current);
	desk.tell({ kind: "entry", collection, id, by: person.name });
}

function titleOf(desk: DeskContext, current: CurrentEntry): string {
	return desk.titleOf(current.path, (current.pending ?? current.published)?.text ?? "");
}
