import { archiveAddress, latestAddress } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { SearchView } from "../views.ts";
import type { PageProps } from "./page-props.ts";
import { SearchBox } from "./search-box.tsx";

/**
 * The form and the place where the search script puts what it finds. Inside `#search`, whose `data-bundles` holds the
 * index's year bundles (JSON, newest first), the styles know:
 *
 * - `.search-filters` (a `<form>` or `<fieldset>` of `<label>`s with `<select>`s) beside `.search-results`;
 * - `.search-status`, a `role="status"` line: how many were found; with `.search-status-error` when it failed;
 * - `.search-loading` while an answer is awaited; `.search-empty` with what to try next when nothing was found;
 * - `.search-results`, an `<ol>` of `.search-result`: `.search-result-title` (heading with a link),
 *   `.search-result-excerpt` (found words in `<mark>`), `.search-result-about` (date, committee, province), and
 *   optionally `.search-result-picture`;
 * - `.search-more`, the button for further results.
 */
export function SearchPage({ view }: PageProps<SearchView>) {
	return (
		<div class="search-page">
			<h1>{strings.searchPage.title}</h1>
			<SearchBox size="large" />
			<p class="search-page-hint">{strings.searchPage.hint}</p>
			<section
				id="search"
				aria-label={strings.searchPage.results}
				data-bundles={JSON.stringify(view.bundles)}
			>
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
			</section>
		</div>
	);
}
