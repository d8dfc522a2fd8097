import type { Machine } from "../bench/machine.ts";
import type { BrowserFigures } from "./browser-part.ts";
import type { Half } from "./halves.ts";
import type { IndexFigures } from "./make-indexes.ts";
import type { PublishFigures } from "./publish.ts";
import type { Quality } from "./quality.ts";
import type { QueryClass } from "./query-sets.ts";
import type { ThreadFigures } from "./warm-search.ts";

export const engineNames = ["finder", "pagefind", "fts5"] as const;
export type EngineName = (typeof engineNames)[number];

export type QualityByClass = Readonly<Record<QueryClass, Quality>>;

/** Everything that a run measured; what was not asked for is absent. */
export interface SearchReport {
	/** When it ended, in ISO 8601. */
	readonly date: string;
	readonly machine: Machine;
	readonly articles: number;
	readonly isCorpus: boolean;
	readonly seed: number;
	readonly half: Half;
	readonly quality: Partial<Record<EngineName, QualityByClass>>;
	/** First searches with a browser that has never seen the site. */
	readonly cold: Omit<BrowserFigures, "thread">;
	/** Of the search page. */
	readonly thread?: ThreadFigures;
	/** Of the finder, of the archive's bundles of all years, and of stock Pagefind. */
	readonly indexing: Partial<Record<"finder" | "archive" | "pagefind", IndexFigures>>;
	readonly publish?: PublishFigures;
}
