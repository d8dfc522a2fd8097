import { say } from "../../../messages/index.ts";
import { archiveAddress, archiveSearchAddress } from "../../../model/addresses.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { SearchForm } from "../../components/search-box.tsx";
import { Choice, OrderChoice } from "../../components/search-choices.tsx";
import type { ArchiveSearchView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";
import { WithoutScript } from "../search/search-page.tsx";

/**
 * Search within a part of the archive: a query, the years to search, and the place for filters and results.
 * `data-bundles` holds the index's periods (JSON, newest first).
 */
export function ArchiveSearchPage({ view, site }: PageProps<ArchiveSearchView>) {
	const years = [...new Set(view.bundles.map((period) => period.slice(0, 4)))].map((year) => ({
		label: year,
		value: year,
	}));
	return (
		<div class="search-page archive-search-page">
			<Breadcrumb site={site} links={[{ label: say(site, "archive.title"), address: archiveAddress }]} />
			<h1>{say(site, "archiveSearch.title")}</h1>
			<search class="search-box search-box-large" aria-label={say(site, "archiveSearch.title")}>
				<SearchForm site={site} action={archiveSearchAddress} label={say(site, "archiveSearch.words")} />
			</search>
			<p class="search-page-hint">{say(site, "archiveSearch.hint")}</p>
			<details class="search-narrow" hidden>
				<summary>{say(site, "archiveSearch.yearsAndOrder")}</summary>
				<div class="search-filters">
					<Choice site={site} label={say(site, "archiveSearch.from")} name="tu-nam" choices={years} />
					<Choice site={site} label={say(site, "archiveSearch.to")} name="den-nam" choices={years} />
					<OrderChoice site={site} />
				</div>
			</details>
			<section
				id="search"
				aria-label={say(site, "searchPage.results")}
				data-bundles={JSON.stringify(view.bundles)}
			>
				<WithoutScript site={site} />
			</section>
			<script type="module" src="/assets/archive-search.js" />
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		"archive-search": ArchiveSearchView;
	}
}

export const page = pageKind("archive-search", {
	isIndexed: false,
	component: ArchiveSearchPage,
	title: (_view, site) => ({
		title: say(site, "archiveSearch.title"),
		description: say(site, "archiveSearch.description"),
	}),
});
