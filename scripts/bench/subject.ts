import type { ArchiveArticle } from "./archive.ts";
import type { Measurement } from "./measure.ts";

/** What is done to a site that is measured, in the order of a run. */
export const scenarioNames = ["full", "none", "publish", "edit"] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** A generator that builds the archive. */
export interface Subject {
	/** Names its column and its entry in the JSON file. */
	readonly name: string;
	readonly scenarios: readonly ScenarioName[];
	/** Brings the archive into the form that the generator reads. Not measured. */
	prepare(): Promise<void>;
	/** Takes over an article that was added or changed. Not measured. */
	take(article: ArchiveArticle): Promise<void>;
	/** Removes every build. Not measured. */
	clear(): Promise<void>;
	build(): Promise<Measurement>;
	/** The folder of the built site. */
	readonly output: string;
	/** What the published site consists of; undefined where the generator does not tell. */
	files(): Promise<ReadonlyMap<string, SiteFile> | undefined>;
}

export interface SiteFile {
	readonly sha256: string;
	/** In bytes. */
	readonly size: number;
}
