/** Routes for lists, texts, saves, states, trash and history. */
import type { Hono } from "hono";
import { z } from "zod";
import { toVietnamMoment } from "../../text/index.ts";
import { deskEntry } from "../desk-collections.ts";
import type {
	Entry,
	EntryList,
	EntryUses,
	HistoryItem,
	PresenceAnswer,
	SaveAnswer,
	StateAnswer,
} from "../messages.ts";
import { addressOf } from "../online/online.ts";
import type { Person } from "../people.ts";
import { entryStates, stateTargets } from "../revisions/states.ts";
import { documentPathOf, type EntryQuery, isCommitId, type Publication, type Saved } from "../store/index.ts";
import {
	collectionOf,
	type Desk,
	type DeskContext,
	type DeskEnv,
	type EntryKey,
	entryOf,
} from "./context.ts";
import { jsonBody } from "./json-body.ts";
import { Refusal } from "./refuse.ts";
import { fileAddress, happy, summaryOf } from "./results.ts";
import { strings } from "./strings.ts";

const base = z.string().min(1).max(200);
const text = z.string().max(3_000_000);

const saveSchema = z.strictObject({
	text,
	base: base.nullable(),
	shown: text.optional(),
	onto: base.optional(),
	assets: z
		.array(z.strictObject({ path: z.string().max(400), upload: z.string().max(100).nullable() }))
		.max(200)
		.default([]),
});
const stateSchema = z.strictObject({
	to: z.enum(stateTargets),
	base,
	reason: z.string().max(2_000).optional(),
	at: z.iso.datetime({ offset: true }).optional(),
});
const deleteSchema = z.strictObject({ base, pendingOnly: z.boolean().optional() });
const restoreSchema = z.strictObject({ commit: z.string().refine(isCommitId), base });
const presenceSchema = z.strictObject({ taking: z.boolean().optional(), leaving: z.boolean().optional() });

const sorts = ["date", "-date", "title", "-title", "changed", "-changed"] as const;
const querySchema = z.object({
	q: z.string().max(300).optional(),
	state: z.enum([...entryStates, "scheduled", "withdrawn", "pending"]).optional(),
	committee: z.string().max(100).optional(),
	province: z.string().max(100).optional(),
	author: z.string().max(100).optional(),
	tag: z.string().max(200).optional(),
	year: z
		.string()
		// As people write a month: 11/2026.
		.transform((period) =>
			period.trim().replace(/^(\d{1,2})\/(\d{4})$/, (_, month, year) => `${year}-${month.padStart(2, "0")}`),
		)
		.pipe(z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/))
		.optional(),
	owner: z.string().max(100).optional(),
	sort: z.enum(sorts).optional(),
	cursor: z.string().max(500).optional(),
	limit: z.coerce.number().int().min(1).max(200).optional(),
});

/**
 * Filters from a query; empty ones are ignored.
 *
 * @throws Refusal 400
 */
export function readQuery(parameters: Readonly<Record<string, string>>): EntryQuery {
	const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ""));
	const read = querySchema.safeParse(given);
	if (!read.success) throw new Refusal(400, strings.badRequest);
	return Object.fromEntries(
		Object.entries(read.data).filter(([, value]) => value !== undefined),
	) as EntryQuery;
}

export function addEntryRoutes(api: Hono<DeskEnv>, desk: Desk): void {
	addLists(api, desk);
	addEntry(api, desk);
	addSave(api, desk);
	addChanges(api, desk);
	addHistory(api, desk);
	addTrash(api, desk);
}

function addLists(api: Hono<DeskEnv>, { store }: Desk): void {
	api.get("/entries/:collection", async (context) => {
		const { stored } = collectionOf(context);
		const { entries, cursor, count } = await store.list(stored, readQuery(context.req.query()));
		return context.json({ entries: entries.map(summaryOf), cursor, count } satisfies EntryList);
	});

	api.get("/waiting", (context) => {
		const { state, limit } = readQuery(context.req.query());
		const waiting = store
			.waitingFor(context.get("person"))
			.filter((entry) => state === undefined || entry.state === state);
		const entries = waiting.slice(0, limit ?? waiting.length).map(summaryOf);
		return context.json({ entries, cursor: null, count: waiting.length } satisfies EntryList);
	});
}

function addEntry(api: Hono<DeskEnv>, { store, presence }: Desk): void {
	api.get("/entries/:collection/:id", async (context) => {
		const { collection, stored, id } = entryOf(context);
		const opened = await store.open(stored, id, context.get("person"));
		if ("kind" in opened) {
			if (context.req.query("optional") !== undefined) return context.body(null, 204);
			throw new Refusal(404, strings.noEntry);
		}
		const { summary, assets, notes, may, revision } = opened;
		return context.json({
			...summaryOf(summary),
			text: opened.text,
			revision,
			openBy: presence.openBy(collection, id),
			assets: assets.map(({ path, bytes }) => ({
				path,
				size: bytes,
				address: fileAddress(stored, id, path),
			})),
			notes,
			may,
			...(summary.isPublished && { address: addressOf(stored, id) }),
		} satisfies Entry);
	});

	api.get("/entries/:collection/:id/uses", async (context) => {
		const { stored, id } = entryOf(context);
		const { uses, files } = await store.uses(stored, id);
		return context.json({
			uses: uses.map((use) => ({ ...use, collection: deskEntry(use.collection) })),
			files,
		} satisfies EntryUses);
	});

	api.post("/entries/:collection/:id/presence", async (context) => {
		const { collection, id } = entryOf(context);
		const { taking, leaving } = await jsonBody(context, presenceSchema);
		const doing = leaving ? "leaving" : taking ? "taking" : undefined;
		return context.json({
			openBy: presence.note(collection, id, context.get("person"), doing),
		} satisfies PresenceAnswer);
	});
}

function addSave(api: Hono<DeskEnv>, { store, uploads }: Desk): void {
	api.put("/entries/:collection/:id", async (context) => {
		const { stored, id: wanted } = entryOf(context);
		const person = context.get("person");
		const request = await jsonBody(context, saveSchema);
		const id = request.base === null ? await store.freeId(stored, wanted, request.text) : wanted;
		const assets: Record<string, Buffer | null> = {};
		for (const { path, upload } of request.assets) {
			const place = id === wanted ? path : movedPath(path, { stored, wanted, id });
			assets[place] = upload === null ? null : await uploaded(upload, place, person);
		}
		const text = id === wanted ? request.text : renamedFolder(request.text, wanted, id);
		const saved = happy(
			await store.save(
				{
					collection: stored,
					id,
					text,
					base: request.base,
					assets,
					...(request.shown !== undefined && { shown: request.shown }),
					...(request.onto && { onto: request.onto }),
				},
				person,
			),
		);
		return context.json(answerOf(stored, id, saved));
	});

	/** @throws Refusal 410 if the upload is gone, 422 if it does not fit its path */
	async function uploaded(upload: string, path: string, person: Person): Promise<Buffer> {
		const found = await uploads.find(upload, person);
		if (!found) throw new Refusal(410, strings.noUpload);
		assertFits(path, found.answer.name);
		return found.bytes;
	}
}

function addChanges(api: Hono<DeskEnv>, desk: Desk): void {
	const { store, online } = desk;

	api.post("/entries/:collection/:id/state", async (context) => {
		const key = entryOf(context);
		const { to, base, reason, at } = await jsonBody(context, stateSchema);
		const request = {
			collection: key.stored,
			id: key.id,
			to,
			base,
			...(reason && { reason }),
			...(at && { at: toVietnamMoment(Date.parse(at)) }),
		};
		const changed = happy(await store.changeState(request, context.get("person")));
		const { revision, state, scheduledFor, publication } = changed;
		return context.json({
			revision,
			state,
			...(scheduledFor && { scheduledFor }),
			...(publication && { online: bringOnline(key, await titleOf(context, key), publication) }),
		} satisfies StateAnswer);
	});

	api.delete("/entries/:collection/:id", async (context) => {
		const key = entryOf(context);
		const { base, pendingOnly } = await jsonBody(context, deleteSchema);
		const person = context.get("person");
		const title = await titleOf(context, key);
		const removed = happy(
			pendingOnly
				? await store.discard(key.stored, key.id, base, person)
				: await store.remove(key.stored, key.id, base, person),
		);
		const job = removed.publication && bringOnline(key, title, removed.publication);
		return context.json({ trash: removed.key, ...(job && { online: job }) });
	});

	async function titleOf(context: DeskContext, { stored, id }: EntryKey): Promise<string> {
		const opened = await store.open(stored, id, context.get("person"));
		return "summary" in opened ? opened.summary.title : id;
	}

	/** @returns the job */
	function bringOnline({ stored, id }: EntryKey, title: string, { commit }: Publication): string {
		return online.publish([{ collection: stored, id, title, commit }]);
	}
}

function addHistory(api: Hono<DeskEnv>, { store }: Desk): void {
	api.get("/entries/:collection/:id/history", async (context) => {
		const { stored, id } = entryOf(context);
		const versions = await store.history(stored, id);
		return context.json(
			versions.map(({ isPublished, ...version }): HistoryItem => ({ ...version, published: isPublished })),
		);
	});

	api.get("/entries/:collection/:id/history/:commit", async (context) => {
		const { stored, id } = entryOf(context);
		const commit = context.req.param("commit");
		const text = isCommitId(commit) ? await store.versionText(stored, id, commit) : undefined;
		if (text === undefined) throw new Refusal(404, strings.noVersion);
		return context.json({ text });
	});

	api.post("/entries/:collection/:id/restore", async (context) => {
		const { stored, id } = entryOf(context);
		const { commit, base } = await jsonBody(context, restoreSchema);
		const saved = happy(await store.restore(stored, id, commit, base, context.get("person")));
		return context.json(answerOf(stored, id, saved));
	});
}

function addTrash(api: Hono<DeskEnv>, { store }: Desk): void {
	api.get("/trash", async (context) => context.json({ items: await store.trash() }));

	api.post("/trash/:key/restore", async (context) => {
		const changed = happy(await store.restoreFromTrash(context.req.param("key"), context.get("person")));
		return context.json({ revision: changed.revision, state: changed.state } satisfies StateAnswer);
	});
}

function answerOf(collection: EntryKey["stored"], id: string, saved: Saved): SaveAnswer {
	const { revision, state, text, isMerged } = saved;
	return { id, path: documentPathOf({ collection, id }), revision, state, text, merged: isMerged };
}

/** A new entry got another id than requested, so the folder of its files is renamed too. */
function movedPath(
	path: string,
	{ stored, wanted, id }: { stored: string; wanted: string; id: string },
): string {
	const folder = `${stored}/${wanted}/`;
	return path.startsWith(folder) ? `${stored}/${id}/${path.slice(folder.length)}` : path;
}

/** Files are named in a text by the last part of the id: `22-hoi-nghi/anh.jpg`. */
function renamedFolder(text: string, wanted: string, id: string): string {
	const nameOf = (whole: string) => whole.slice(whole.lastIndexOf("/") + 1);
	return text.replaceAll(`${nameOf(wanted)}/`, `${nameOf(id)}/`);
}

/** The extension must be that of the detected type. @throws Refusal 422 */
function assertFits(path: string, name: string): void {
	const ending = (whole: string) => whole.slice(whole.lastIndexOf(".") + 1).toLowerCase();
	const isPlain = !/(?:^|\/)\.|\\|\/\/|^\//.test(path);
	if (!isPlain || ending(path) !== ending(name)) throw new Refusal(422, strings.badAssetPath);
}
