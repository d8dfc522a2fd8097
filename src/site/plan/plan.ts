/** The whole site before a byte of it is written. */
import { homeAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { unitsOn } from "../../model/provinces.ts";
import type { SiteView } from "../views.ts";
import { apiFiles } from "./api-files.ts";
import { indexArchive } from "./archive-index.ts";
import { articlePages } from "./article-pages.ts";
import type { PlanContext } from "./context.ts";
import { datedPages } from "./dated-pages.ts";
import { crawlerFiles, feedFiles } from "./feed-files.ts";
import { fixedPages, redirectPages } from "./fixed-pages.ts";
import { homeView } from "./home.ts";
import { listPages } from "./lists.ts";
import type { Output, TemplateName } from "./output.ts";
import { output } from "./output.ts";
import type { PreparedFiles } from "./prepared-files.ts";
import { siteView } from "./site-view.ts";
import { portalLists } from "./taxonomy-pages.ts";

export interface Plan {
	readonly site: SiteView;
	/** Every file that is rendered, each address once. */
	readonly outputs: readonly Output[];
	readonly context: PlanContext;
	/** Changes whenever a name does that any page may show: of a committee, an author or a province. */
	readonly names: string;
}

export interface PlanOptions {
	/** Whether there is a search index for the search page to ask. */
	readonly search: boolean;
}

/** Plans every page, feed and document of a portal. Views are made only when they are asked for. */
export function planPortal(portal: Portal, files: PreparedFiles, { search }: PlanOptions): Plan {
	const { pictures, attachments, shareCards } = files;
	const context: PlanContext = {
		portal,
		pictures,
		attachments,
		shareCards,
		index: indexArchive(portal, files),
	};
	const lists = [...portalLists(context)];
	const pages = [
		output("home", homeAddress, () => homeView(context)),
		...lists.flatMap((list) => [...listPages(list)]),
		...datedPages(context),
		...fixedPages(context, search),
	];
	const outputs = [
		...articlePages(context),
		...pages,
		...feedFiles(context, lists),
		...crawlerFiles(context, indexedAddresses(pages)),
		...redirectPages(context),
		...apiFiles(context),
	];
	return { site: siteView(context), outputs, context, names: namesIn(portal) };
}

function namesIn({ authors, committees, now }: Portal): string {
	const units = unitsOn(dayOf(now)).map(({ key }) => key);
	return JSON.stringify([[...authors.values()], [...committees.values()], units]);
}

/** Pages that ask not to be indexed. */
const unlisted: ReadonlySet<TemplateName> = new Set(["search", "archive-search", "not-found"]);

/** The addresses for the sitemap of other pages. */
function indexedAddresses(pages: readonly Output[]): UrlPath[] {
	return pages.filter(({ template }) => !unlisted.has(template)).map(({ address }) => address);
}
