/** The states of an entry at the desk, and what may be edited there. Runs in browsers. */

import { recordNames } from "../../model/record-names.ts";

/**
 * - `writing` (đang viết): being written, or sent back with a reason.
 * - `review` (chờ duyệt): waits for an editor.
 * - `approved` (chờ đăng): waits for a publisher or, where a moment is given, for that moment.
 * - `published` (đã đăng): readers see it, and nothing newer is pending.
 */
export const entryStates = ["writing", "review", "approved", "published"] as const;

export type EntryState = (typeof entryStates)[number];

/** The states that can be requested. */
export const stateTargets = ["writing", "review", "approved", "published", "withdrawn"] as const;

export type StateTarget = (typeof stateTargets)[number];

/** The folders of documents that the desk edits. */
export const documentCollections = [
	"articles",
	"pages",
	...recordNames,
	"authors",
	"committees",
	"tags",
] as const;

/** What the desk edits. `site` has one entry, whose id is `site`. */
export const collections = [...documentCollections, "site"] as const;

export type Collection = (typeof collections)[number];
