import { excerpt, formatDay, formatMonth } from "../../text/index.ts";
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
			: {
					title: `${view.heading}, ${strings.list.page(view.number).toLowerCase()}`,
					description: strings.list.pageDescription(view.heading, view.number, site.name),
				},
	day: (view) => ({ title: strings.day.title(formatDay(view.day)), description: dayDescription(view) }),
	month: (view, site) => {
		const title = formatMonth(view.calendar.month);
		return { title, description: strings.month.description(view.total, title, site.name) };
	},
	year: (view, site) => ({
		title: strings.year.title(view.year),
		description: strings.year.description(view.total, view.year, site.name),
	}),
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

/** Characters of a description that search engines and messengers show. */
const shownLength = 160;

function dayDescription({ cards }: PageViews["day"]): string | undefined {
	if (cards.length === 0) return undefined;
	const titles = cards.map(({ title }) => title).join("; ");
	return excerpt(strings.day.description(cards.length, titles), shownLength);
}

function listDescription({ about, heading }: PageViews["list"], site: SiteView): string {
	if (about?.kind === "latest") return strings.list.latestDescription(site.name);
	if (about?.kind === "author" && about.bio) return about.bio;
	if ((about?.kind === "tag" || about?.kind === "committee") && about.description) return about.description;
	return strings.list.description(heading, site.name);
}
