import type { JSX } from "hono/jsx/jsx-runtime";
import type { PageKind, PageViews } from "../views.ts";
import { ArchivePage } from "./archive-page.tsx";
import { ArchiveSearchPage } from "./archive-search-page.tsx";
import { ArticlePage } from "./article-page.tsx";
import { DayPage } from "./day-page.tsx";
import { FixedPage } from "./fixed-page.tsx";
import { HomePage } from "./home-page.tsx";
import { ListPage } from "./list-page.tsx";
import { MonthPage } from "./month-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import type { PageProps } from "./page-props.ts";
import { RedirectPage } from "./redirect-page.tsx";
import { SearchPage } from "./search-page.tsx";
import { WithdrawnPage } from "./withdrawn-page.tsx";
import { YearPage } from "./year-page.tsx";

export type { PageProps, SiteProps } from "./page-props.ts";
export { pageTitles } from "./page-titles.ts";

/** The component of every kind of page. `redirect` is a whole document, all others stand inside `Document`. */
export const pageComponents: {
	readonly [Kind in PageKind]: (props: PageProps<PageViews[Kind]>) => JSX.Element | null;
} = {
	article: ArticlePage,
	withdrawn: WithdrawnPage,
	home: HomePage,
	list: ListPage,
	day: DayPage,
	month: MonthPage,
	year: YearPage,
	archive: ArchivePage,
	fixed: FixedPage,
	search: SearchPage,
	"archive-search": ArchiveSearchPage,
	"not-found": NotFoundPage,
	redirect: RedirectPage,
};
