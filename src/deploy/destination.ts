import type { UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import type { SiteFile } from "./site-manifest.ts";
import type { FileDifference } from "./verify-site.ts";

/** A place that receives a site. Files appear there whole or not at all. */
export interface Destination {
	/** Texts of the manifest and the journal at the destination; undefined if there is none. */
	readRecords(): Promise<{ readonly manifest: string | undefined; readonly journal: string | undefined }>;
	/** Compares files at the destination with the expected ones, by content. */
	compare(files: readonly SiteFile[], progress: Progress): Promise<ReadonlyMap<UrlPath, FileDifference>>;
	/** Keeps others from deploying there until `close`. @throws DeployError if another deployment is running */
	open(): Promise<void>;
	writeJournal(text: string): Promise<void>;
	/** Transfers the bytes of files, if that is possible before readers see them. */
	prepare(files: readonly SiteFile[], progress: Progress): Promise<void>;
	/** Makes files visible to readers, in the given order. */
	put(files: readonly SiteFile[]): Promise<void>;
	putManifest(): Promise<void>;
	/** Deletes files, if they exist, and the folders that this leaves empty. */
	remove(addresses: readonly UrlPath[]): Promise<void>;
	/** Deletes temporary files that an interrupted deployment may have left beside these files. */
	removeLeftovers(addresses: readonly UrlPath[]): Promise<void>;
	removeJournal(): Promise<void>;
	close(): Promise<void>;
}

/** The journal's name in the destination's own folder. */
export const journalName = "journal.json";
