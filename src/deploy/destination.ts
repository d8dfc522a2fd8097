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
	/** Keeps others from deploying there until `close`. @throws DeployError where another deployment is at work */
	open(): Promise<void>;
	writeJournal(text: string): Promise<void>;
	/** Brings over the bytes of files where that can be done before any of them is seen. */
	prepare(files: readonly SiteFile[], progress: Progress): Promise<void>;
	/** Shows files to readers, in the order given. */
	put(files: readonly SiteFile[]): Promise<void>;
	putManifest(): Promise<void>;
	/** Deletes files, whether they are there or not, and the folders that this leaves empty. */
	remove(addresses: readonly UrlPath[]): Promise<void>;
	/** Deletes temporary files that an interrupted deployment may have left beside these files. */
	removeLeftovers(addresses: readonly UrlPath[]): Promise<void>;
	removeJournal(): Promise<void>;
	close(): Promise<void>;
}

/** Where a journal lies below the destination's own folder. */
export const journalName = "journal.json";
