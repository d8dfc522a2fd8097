import { archiveAddress, latestAddress } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { SearchView } from "../views.ts";
import type { PageProps } from "./page-props.ts";
import { SearchBox } from "./search-box.tsx";
import { Choice, OrderChoice } from "./search-choices.tsx";

/**
 * The question, what narrows it, and the place where the search script puts what it finds. The script shows
 * `.search-narrow`, which is of no use without it, and fills `#search` with what `search-results.css` describes.
 */
export function SearchPage({ view }: PageProps<SearchView>) {
	const years = view.years.map((year) => ({ label: year, value: year }));
	return (
		<div class="search-page">
			<h1>{strings.searchPage.title}</h1>
			<SearchBox size="large" />
			<p class="search-page-hint">{strings.searchPage.hint}</p>
			<details class="search-narrow" hidden>
				<summary>{strings.searchPage.filters}</summary>
				<div class="search-filters">
					<Choice label={strings.searchPage.year} name="nam" choices={years} />
					<Choice label={strings.article.province} name="tinh" choices={view.provinces} />
					<Choice label={strings.article.committee} name="ban" choices={view.committees} />
					<OrderChoice />
				</div>
			</details>
			<section id="search" aria-label={strings.searchPage.results}>
				<WithoutScript />
			</section>
		</div>
	);
}

/** What remains of a search page where no script runs: the ways to the archive. */
export function WithoutScript() {
	return (
		<noscript>
			<p>{strings.searchPage.withoutScript}</p>
			<ul class="notice-links">
				<li>
					<a href={archiveAddress}>{strings.footer.archive}</a>
				</li>
				<li>
					<a href={latestAddress}>{strings.footer.latest}</a>
				</li>
			</ul>
		</noscript>
	);
}
