/** Archives that need no network: makes a zip for disks, and verifies copies of it. */
export { archivesDigest } from "./archive-assets.ts";
export { ArchiveError } from "./archive-error.ts";
export { makeBook } from "./book/make-book.tsx";
export { packIndex } from "./finder-packs.ts";
export {
	type ArchiveOptions,
	type ArchiveResult,
	type ArchiveSource,
	makeArchive,
} from "./make-archive.tsx";
export { openArchive, readManifest } from "./open-archive.ts";
export { type ArchiveScope, scopedPortal, scopeOfYear } from "./scope.ts";
export { verifyArchive } from "./verify-archive.ts";
export { makeZim } from "./zim/make-zim.ts";
