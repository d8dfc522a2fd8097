import type { Context } from "hono";
import type { Voice } from "../../voice/voice.ts";
import type { AwaitedFiles } from "../awaited-files.ts";
import { isDeskCollection, storeCollection } from "../desk-collections.ts";
import type { Events } from "../events.ts";
import type { Collection } from "../messages.ts";
import type { Online } from "../online/online.ts";
import type { Person } from "../people.ts";
import type { Presence } from "../presence.ts";
import type { Previews } from "../preview/previews.ts";
import type * as States from "../revisions/states.ts";
import type { DeskStore } from "../store/index.ts";
import type { Thumbnails } from "../thumbnails.ts";
import type { Uploads } from "../uploads/uploads.ts";
import { Refusal } from "./refuse.ts";
import { strings } from "./strings.ts";

/** What the routes need. */
export interface Desk {
	readonly store: DeskStore;
	readonly online: Online;
	readonly uploads: Uploads;
	readonly thumbnails: Thumbnails;
	readonly awaitedFiles: AwaitedFiles;
	readonly previews: Previews;
	readonly presence: Presence;
	readonly events: Events;
	/** Readers' comments and numbers. */
	readonly voice: Voice;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	/** Whether this is the desk of `npm start`. */
	readonly local: boolean;
	/** For the server's log. */
	readonly log: (line: string) => void;
}

export type DeskEnv = { Variables: { person: Person } };
export type DeskContext = Context<DeskEnv>;

/** The entry that a request is about. */
export interface EntryKey {
	readonly collection: Collection;
	readonly stored: States.Collection;
	readonly id: string;
}

/** Ids as file names allow them, in at most the four parts that an article has; no part begins with a dot. */
const entryId = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*(?:\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*){0,3}$/u;
const longestId = 200;

/** @throws Refusal 404 */
export function collectionOf(context: DeskContext): Omit<EntryKey, "id"> {
	const collection = context.req.param("collection") ?? "";
	if (!isDeskCollection(collection)) throw new Refusal(404, strings.unknownAddress);
	return { collection, stored: storeCollection(collection) };
}

/** @throws Refusal 404 */
export function entryOf(context: DeskContext): EntryKey {
	const id = context.req.param("id") ?? "";
	if (id.length > longestId || !entryId.test(id)) throw new Refusal(404, strings.noEntry);
	return { ...collectionOf(context), id };
}
