/** What a build is told, and what it tells. */
import type { ContentListing, ContentProblem } from "../content/index.ts";
import type { OtherBackend } from "../editor/forms/index.ts";
import type { ArticleId, IsoDateTime, UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import type { Changes } from "./writing/write-site.ts";

export interface BuildOptions {
	readonly contentDirectory: string;
	/** The folder's listing, if it is already being made. */
	readonly content?: Promise<ContentListing | undefined>;
	/** Becomes a symbolic link to the current tree. */
	readonly outputDirectory: string;
	/** Kept between builds. Losing it costs only time. */
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** Whether the search index is made. */
	readonly search: boolean;
	/**
	 * Whether the first build of a site ends as soon as its pages can be read. Pictures that must be encoded, feeds,
	 * lists of a month's pages, search indexes and the editor are left to the next build.
	 *
	 * @default false
	 */
	readonly pagesFirst?: boolean;
	/** The backend that the site's editor uses instead of a desk. @default a desk */
	readonly otherBackend?: OtherBackend | undefined;
	/**
	 * The most read articles up to yesterday, most read first. The home page shows them until a server answers. @default
	 * []
	 */
	readonly mostRead?: readonly ArticleId[];
	/** Writes every file again, whatever the manifest of the current tree says. @default false */
	readonly rewrite?: boolean;
	/** @default silentProgress */
	readonly progress?: Progress;
}

/** What a build changed. */
export interface BuildReport extends Changes {
	readonly articles: number;
	/** From this moment on, the same content may give a different site. */
	readonly until: IsoDateTime;
	/** Pictures that a first build with `pagesFirst` left to the next one: addresses with the path of each source. */
	readonly awaited?: Readonly<Record<UrlPath, string>>;
}

export type BuildResult = (
	| { readonly report: BuildReport; readonly problems: readonly [] }
	| { readonly report?: undefined; readonly problems: readonly ContentProblem[] }
) & {
	/** Problems that do not prevent the build. A build that reads nothing repeats the last build's first 500. */
	readonly warnings: readonly ContentProblem[];
};
