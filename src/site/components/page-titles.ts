import { say, sayDay, sayMonth, sayMonthInSentence } from "../../messages/index.ts";
import { excerpt } from "../../text/index.ts";
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
	withdrawn: (_view, site) => ({ title: say(site, "withdrawn.title") }),
	home: (_view, site) => ({
		title: site.tagline ? `${site.name} – ${site.tagline}` : site.name,
		description: site.description,
	}),
	list: (view, site) =>
		view.number === undefined
			? { title: view.heading, description: listDescription(view, site) }
			: {
					title: say(site, "list.pageTitle", { heading: view.heading, number: String(view.number) }),
					description: say(site, "list.pageDescription", {
						heading: view.heading,
						number: String(view.number),
						site: site.name,
					}),
				},
	day: (view, site) => ({
		title: say(site, "day.title", { day: sayDay(site, view.day) }),
		description: dayDescription(view, site),
	}),
	month: (view, site) => {
		const { month } = view.calendar;
		const title = sayMonth(site, month);
		return {
			title,
			description: say(site, "month.description", {
				count: view.total,
				month: sayMonthInSentence(site, month),
				site: site.name,
			}),
		};
	},
	year: (view, site) => ({
		title: say(site, "year.title", { year: view.year }),
		description: say(site, "year.description", { count: view.total, year: view.year, site: site.name }),
	}),
	archive: (_view, site) => ({
		title: say(site, "archive.title"),
		description: say(site, "archive.description"),
	}),
	fixed: (view) => ({ title: view.title, description: view.summary }),
	search: (_view, site) => ({
		title: say(site, "searchPage.title"),
		description: say(site, "searchPage.description"),
	}),
	"archive-search": (_view, site) => ({
		title: say(site, "archiveSearch.title"),
		description: say(site, "archiveSearch.description"),
	}),
	"not-found": (_view, site) => ({ title: say(site, "notFound.title") }),
	redirect: (view) => ({ title: view.title }),
};

/** Characters of a description that search engines and messengers show. */
const shownLength = 160;

function dayDescription({ cards }: PageViews["day"], site: SiteView): string | undefined {
	if (cards.length === 0) return undefined;
	const titles = cards.map(({ title }) => title).join("; ");
	return excerpt(say(site, "day.description", { count: cards.length, titles }), shownLength);
}

function listDescription({ about, heading }: PageViews["list"], site: SiteView): string {
	if (about?.kind === "latest") return say(site, "list.latestDescription", { site: site.name });
	if (about?.kind === "author" && about.bio) return about.bio;
	if ((about?.kind === "tag" || about?.kind === "committee") && about.description) return about.description;
	return say(site, "list.description", { heading, site: site.name });
}
