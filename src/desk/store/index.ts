/** The store's interface for the rest of the desk. */
export { isCommitId } from "./commit-id.ts";
export type * from "./desk-store.ts";
export { StoreFault } from "./desk-store.ts";
export { documentPathOf } from "./entry-paths.ts";
export { eraseComment, eraseEntry } from "./erase-entry.ts";
export { openStore } from "./open-store.ts";
