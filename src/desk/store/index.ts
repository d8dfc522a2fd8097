/** The store's interface for the rest of the desk. */
export type * from "./desk-store.ts";
export { StoreFault } from "./desk-store.ts";
export { eraseComment, eraseEntry } from "./erase-entry.ts";
export { openStore } from "./open-store.ts";
