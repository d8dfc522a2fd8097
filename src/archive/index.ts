/** The archive as files that need no network: a zip for disks, and how a copy of it is verified. */
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
