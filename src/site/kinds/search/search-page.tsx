import { say } from "../../../messages/index.ts";
import { archiveAddress, latestAddress } from "../../../model/addresses.ts";
import { SearchBox } from "../../components/search-box.tsx";
import { Choice, OrderChoice } from "../../components/search-choices.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { SearchView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/**
 * The query, its filters, and the place for the results. The script shows `.search-narrow`, which is useless without
 * it, and fills `#search` with elements that `search-results.css` styles.
 */
export function SearchPage({ view, site }: PageProps<SearchView>) {
	const years = view.years.map((year) => ({ label: year, value: year }));
	return (
		<div class="search-page">
			<h1>{say(site, "searchPage.title")}</h1>
			<SearchBox site={site} size="large" />
			<p class="search-page-hint">{say(site, "searchPage.hint")}</p>
			<details class="search-narrow" hidden>
				<summary>{say(site, "searchPage.filters")}</summary>
				<div class="search-filters">
					<Choice site={site} label={say(site, "searchPage.year")} name="nam" choices={years} />
					{!view.isEnglish && (
						<>
							<Choice
								site={site}
								label={say(site, "article.province")}
								name="tinh"
								choices={view.provinces}
							/>
							<Choice
								site={site}
								label={say(site, "article.committee")}
								name="ban"
								choices={view.committees}
							/>
						</>
					)}
					<OrderChoice site={site} />
				</div>
			</details>
			<section id="search" aria-label={say(site, "searchPage.results")}>
				<WithoutScript site={site} />
			</section>
		</div>
	);
}

/** Shown on a search page if scripts do not run: links to the archive. */
export function WithoutScript({ site }: SiteProps) {
	return (
		<noscript>
			<p>{say(site, "searchPage.withoutScript")}</p>
			<ul class="notice-links">
				<li>
					<a href={archiveAddress}>{say(site, "footer.archive")}</a>
				</li>
				<li>
					<a href={latestAddress}>{say(site, "footer.latest")}</a>
				</li>
			</ul>
		</noscript>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		search: SearchView;
	}
}

export const page = pageKind("search", {
	isIndexed: false,
	component: SearchPage,
	title: (_view, site) => ({
		title: say(site, "searchPage.title"),
		description: say(site, "searchPage.description"),
	}),
});
