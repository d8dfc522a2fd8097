import { archiveAddress, latestAddress } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { SearchView } from "../views.ts";
import type { PageProps } from "./page-props.ts";
import { SearchBox } from "./search-box.tsx";

/**
 * The form and the place where the search script puts what it finds. Inside `#search`, whose `data-bundles` holds the
 * index's year bundles (JSON, newest first), the styles know:
 *
 * - `.search-status`, a `role="status"` line: how many were found; `.search-loading` while an answer is awaited,
 *   `.search-status-error` when it failed;
 * - `.search-filters`, a form of labels with selects;
 * - `.search-results`, an `<ol>` of `.search-result`: optionally `.search-result-picture` (an `<img>`),
 *   `.search-result-title` (heading with a link), `.search-result-about` (date), `.search-result-excerpt` (found words
 *   in `<mark>`);
 * - `.search-after`: `.search-advice` with what to try when nothing was found, links, and `.search-more` buttons.
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
