/** The whole site before a byte of it is written. */
import { strings } from "../../messages/index.ts";
import { defaultAccent } from "../../model/accent.ts";
import { dateAddress, foldersAbove } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { archivePage } from "../kinds/archive/plan.ts";
import { archiveSearchPage } from "../kinds/archive-search/plan.ts";
import { englishPage } from "../kinds/english/plan.ts";
import { eventsPage } from "../kinds/events/plan.ts";
import { fixedPages } from "../kinds/fixed/plan.ts";
import { homePage } from "../kinds/home/plan.ts";
import { letterPage } from "../kinds/letter/plan.ts";
import { listPages } from "../kinds/list/plan.ts";
import { portalLists } from "../kinds/list/portal-lists.ts";
import { notFoundPage } from "../kinds/not-found/plan.ts";
import { officialDocumentPages } from "../kinds/official-document/plan.ts";
import { officialDocumentLists } from "../kinds/official-documents/plan.ts";
import { organisationPages } from "../kinds/organisation/plan.ts";
import { overviewPage } from "../kinds/overview/plan.ts";
import { questionPages } from "../kinds/questions/plan.ts";
import { redirectPages } from "../kinds/redirect/plan.ts";
import { schedulePages } from "../kinds/schedule/plan.ts";
import { englishSearchPage, searchPage } from "../kinds/search/plan.ts";
import { unitPages } from "../kinds/unit/plan.ts";
import { yearPages } from "../kinds/year/plan.ts";
import type { SiteView } from "../views.ts";
import { apiFiles } from "./api-files.ts";
import { indexArchive } from "./archive-index.ts";
import type { PlanContext } from "./context.ts";
import { crawlerFiles, feedFiles } from "./feed-files.ts";
import { monthFolders } from "./month-folders.ts";
import { offlineFiles } from "./offline-files.ts";
import type { Listing, Output, OutputFolder } from "./output.ts";
import { pageLists } from "./page-lists.ts";
import type { PreparedFiles } from "./prepared-files.ts";
import { siteView } from "./site-view.ts";

export interface Plan {
	readonly site: SiteView;
	/** Every file that is rendered, each address once, without the files of `folders`. */
	readonly outputs: readonly Output[];
	/** Folders that stay the same while the archive is unchanged up to a position. */
	readonly folders: readonly BoundedFolder[];
	/** Files that are made from the bytes of other files. */
	readonly listings: readonly Listing[];
	readonly context: PlanContext;
	/**
	 * Changes whenever a name changes that any page may show (of a committee, an author, an event or a province), and
	 * with the way in which titles are shown.
	 */
	readonly names: string;
}

export type BoundedFolder = OutputFolder & Required<Pick<OutputFolder, "through">>;

/** What pages show of a portal's theme. */
export interface PlanTheme extends Pick<PlanContext, "messages" | "accent"> {
	readonly components?: { readonly digest: string } | undefined;
}

const usualTheme: PlanTheme = { messages: strings, accent: defaultAccent };

export interface PlanOptions {
	/** Whether there is a search index for the search page to ask. */
	readonly search: boolean;
	/** @default the product's own */
	readonly theme?: PlanTheme;
	/** Addresses of the portal's own pages, which the plan does not make. @default [] */
	readonly ownPages?: readonly UrlPath[];
	/** Whether feeds are wanted, which tell the sizes of pictures. @default true */
	readonly feeds?: boolean;
	/** Other servers to which the editor's page sends requests. @default [] */
	readonly editorOrigins?: readonly string[];
	/** @default [] */
	readonly mostRead?: PlanContext["mostRead"];
}

/** Plans every page, feed and document of a portal. Views are made on demand. */
export function planPortal(
	portal: Portal,
	files: PreparedFiles,
	{ search, theme = usualTheme, ownPages = [], feeds = true, editorOrigins = [], mostRead = [] }: PlanOptions,
): Plan {
	const { pictures, pictureBytes, attachments, documentFiles = new Map(), shareCards, archives = [] } = files;
	const context: PlanContext = {
		messages: theme.messages,
		accent: theme.accent,
		components: theme.components?.digest,
		editorOrigins,
		mostRead,
		portal,
		pictures,
		...(pictureBytes && { pictureBytes }),
		attachments,
		documentFiles,
		shareCards,
		archives,
		index: indexArchive(portal, files),
	};
	const lists = [...portalLists(context)];
	const redirects = [...redirectPages(context)];
	const { bounded, open } = divide(monthFolders(context), redirects);
	const home = homePage(context);
	const listed = lists.flatMap((list) => [...listPages(list)]);
	const { byDay, byMonth } = context.index;
	const archive = [...yearPages(context), archivePage(context)];
	const schedules = [...schedulePages(context)];
	const fixed = [
		...fixedPages(context),
		...eventsPage(context),
		...organisationPages(context),
		...unitPages(context),
		...questionPages(context),
		...schedules.filter(({ template }) => template === "schedule"),
		...englishPage(context),
		...officialDocumentLists(context),
		...officialDocumentPages(context),
		overviewPage(context),
		...letterPage(context),
	];
	const indexed = [
		...addressesOf([home, ...listed]),
		...[...byDay.keys(), ...byMonth.keys()].map(dateAddress),
		...addressesOf([...archive, ...fixed]),
		...ownPages,
	];
	const outputs = [
		...open.flatMap((folder) => folder.outputs()),
		home,
		...listed,
		...archive,
		...fixed,
		searchPage(context),
		...englishSearchPage(context),
		archiveSearchPage(context, search),
		notFoundPage(context),
		...(feeds ? feedFiles(context, lists) : []),
		...schedules.filter(({ template }) => template === "calendar"),
		...crawlerFiles(context, indexed),
		...redirects,
		...offlineFiles(context),
		...apiFiles(context),
	];
	return {
		site: siteView(context),
		outputs,
		folders: bounded,
		listings: [...pageLists(context)],
		context,
		names: namesIn(portal),
	};
}

/** Every file of a plan, those of its folders too. */
export function everyOutput({ outputs, folders }: Pick<Plan, "outputs" | "folders">): Output[] {
	return [...outputs, ...folders.flatMap((folder) => folder.outputs())];
}

/** Splits folders into those with a reach and no other page below them, and all others. */
function divide(
	folders: Iterable<OutputFolder>,
	others: readonly Output[],
): { readonly bounded: BoundedFolder[]; readonly open: OutputFolder[] } {
	const occupied = new Set(others.flatMap(({ address }) => foldersAbove(address)));
	const bounded: BoundedFolder[] = [];
	const open: OutputFolder[] = [];
	for (const folder of folders) {
		const { address, through } = folder;
		if (through === undefined || occupied.has(address)) open.push(folder);
		else bounded.push({ ...folder, through });
	}
	return { bounded, open };
}

/** Changes whenever a name changes that any page may show. */
export function namesIn({ authors, committees, provinces, records, site, now }: Portal): string {
	const today = provinces.on(dayOf(now)).map(({ key }) => key);
	const { sentenceCase } = site.features;
	return JSON.stringify([
		sentenceCase,
		[...authors.values()],
		[...committees.values()],
		[...records.events.values()].map(({ id, name }) => [id, name]),
		today,
		provinces.units,
	]);
}

function addressesOf(pages: readonly Output[]): UrlPath[] {
	return pages.map(({ address }) => address);
}
