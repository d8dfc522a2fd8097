import { say } from "../../messages/index.ts";
import type { ListAboutView, ListView, SiteView } from "../views.ts";
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
				<Breadcrumb site={site} links={numbered ? [{ label: view.heading, address: view.landing }] : []} />
				<h1>
					{view.heading}
					{view.number !== undefined && (
						<>
							{" "}
							<span class="list-page-number">{say(site, "list.page", { number: String(view.number) })}</span>
						</>
					)}
				</h1>
				{site.features.search && view.about && view.entries.length > 0 && (
					<ArchiveSearchBox
						site={site}
						within={partOf(site, view.about, view.heading)}
						scope={view.about.scope}
					/>
				)}
			</header>
			{view.about && <ListAbout site={site} about={view.about} />}
			{view.entries.length > 0 ? (
				<div class="list-page-entries">
					{view.entries.map((entry) => (
						<ArticleCard site={site} card={entry} variant="compact" level={2} of={entry.of} />
					))}
				</div>
			) : (
				<p class="notice">{say(site, "list.empty")}</p>
			)}
			<ListNavigation
				site={site}
				landing={numbered ? view.landing : undefined}
				newer={view.newer}
				older={view.older}
			/>
		</div>
	);
}

/** What the list is a part of the archive by, as a reader would say it. */
function partOf(site: SiteView, { kind }: ListAboutView, heading: string): string {
	switch (kind) {
		case "latest":
			return say(site, "archiveSearch.everything");
		case "tag":
			return say(site, "archiveSearch.ofTag", { tag: heading });
		case "author":
			return say(site, "archiveSearch.ofAuthor", { author: heading });
		case "committee":
			return say(site, "archiveSearch.ofCommittee", { committee: heading });
		case "province":
			return say(site, "archiveSearch.ofProvince", { province: heading });
	}
}
