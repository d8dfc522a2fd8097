import { strings } from "../strings.ts";
import type { ListAboutView, ListView } from "../views.ts";
import { ArchiveSearchBox } from "./archive-search-box.tsx";
import { ArticleCard } from "./article-card.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { ListAbout } from "./list-about.tsx";
import { ListNavigation } from "./list-navigation.tsx";
import type { PageProps } from "./page-props.ts";

/** A tag's, province's, committee's or author's articles, or the latest; the landing page or a numbered one. */
export function ListPage({ view, site }: PageProps<ListView>) {
	const numbered = view.number !== undefined;
	return (
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb links={numbered ? [{ label: view.heading, address: view.landing }] : []} />
				<h1>
					{view.heading}
					{view.number !== undefined && (
						<>
							{" "}
							<span class="list-page-number">{strings.list.page(view.number)}</span>
						</>
					)}
				</h1>
				{site.features.search && view.about && view.entries.length > 0 && (
					<ArchiveSearchBox within={partOf(view.about, view.heading)} scope={view.about.scope} />
				)}
			</header>
			{view.about && <ListAbout about={view.about} />}
			{view.entries.length > 0 ? (
				<div class="list-page-entries">
					{view.entries.map((entry) => (
						<ArticleCard card={entry} variant="compact" level={2} of={entry.of} />
					))}
				</div>
			) : (
				<p class="notice">{strings.list.empty}</p>
			)}
			<ListNavigation landing={numbered ? view.landing : undefined} newer={view.newer} older={view.older} />
		</div>
	);
}

/** What the list is a part of the archive by, as a reader would say it. */
function partOf({ kind }: ListAboutView, heading: string): string {
	const { archiveSearch } = strings;
	switch (kind) {
		case "latest":
			return archiveSearch.everything;
		case "tag":
			return archiveSearch.ofTag(heading);
		case "author":
			return archiveSearch.ofAuthor(heading);
		case "committee":
			return archiveSearch.ofCommittee(heading);
		case "province":
			return archiveSearch.ofProvince(heading);
	}
}
