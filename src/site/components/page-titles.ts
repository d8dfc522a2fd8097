import { formatDay, formatMonth } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { PageKind, PageViews, SiteView } from "../views.ts";

/** What a page calls itself in the browser's tab and in search results; the site's name is added by the document. */
export interface PageTitle {
	readonly title: string;
	readonly description?: string | undefined;
}

/** The title and description of every kind of page. */
export const pageTitles: {
	readonly [Kind in PageKind]: (view: PageViews[Kind], site: SiteView) => PageTitle;
} = {
	article: (view) => ({ title: view.title, description: view.summary }),
	withdrawn: () => ({ title: strings.withdrawn.title }),
	home: (_view, site) => ({
		title: site.tagline ? `${site.name} – ${site.tagline}` : site.name,
		description: site.description,
	}),
	list: (view, site) =>
		view.number === undefined
			? { title: view.heading, description: listDescription(view, site) }
			: { title: `${view.heading}, ${strings.list.page(view.number).toLowerCase()}` },
	day: (view) => ({ title: strings.day.title(formatDay(view.day)) }),
	month: (view) => ({ title: formatMonth(view.calendar.month) }),
	year: (view) => ({ title: strings.year.title(view.year) }),
	archive: () => ({ title: strings.archive.title, description: strings.archive.description }),
	fixed: (view) => ({ title: view.title, description: view.summary }),
	search: () => ({ title: strings.searchPage.title, description: strings.searchPage.description }),
	"archive-search": () => ({
		title: strings.archiveSearch.title,
		description: strings.archiveSearch.description,
	}),
	"not-found": () => ({ title: strings.notFound.title }),
	redirect: (view) => ({ title: view.title }),
};

function listDescription({ about, heading }: PageViews["list"], site: SiteView): string {
	if (about?.kind === "latest") return strings.list.latestDescription(site.name);
	if (about?.kind === "author" && about.bio) return about.bio;
	if ((about?.kind === "tag" || about?.kind === "committee") && about.description) return about.description;
	return strings.list.description(heading, site.name);
}
