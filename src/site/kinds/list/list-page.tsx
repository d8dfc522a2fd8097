import { say } from "../../../messages/index.ts";
import { recordsAddresses } from "../../../model/addresses.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { ArticleCard } from "../../components/article-card.tsx";
import { Banners } from "../../components/banners.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { KeepButton } from "../../components/keep-button.tsx";
import { ListAbout } from "../../components/list-about.tsx";
import { ListNavigation } from "../../components/list-navigation.tsx";
import type { ListAboutView, ListView, SiteView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A tag's, province's, committee's or author's articles, or the latest; the landing page or a numbered one. */
export function ListPage({ view, site }: PageProps<ListView>) {
	const numbered = view.number !== undefined;
	const isPictures = view.look === "pictures";
	return (
		<>
			<Banners site={site} banners={view.banners} place="top" />
			<div class="list-page">
				<header class="list-page-header">
					<Breadcrumb
						site={site}
						links={[
							...(view.look === "timeline"
								? [{ label: say(site, "events.title"), address: recordsAddresses.events }]
								: []),
							...(numbered ? [{ label: view.heading, address: view.landing }] : []),
						]}
					/>
					<h1>
						{view.heading}
						{view.number !== undefined && (
							<>
								{" "}
								<span class="list-page-number">
									{say(site, "list.page", { number: String(view.number) })}
								</span>
							</>
						)}
					</h1>
					{view.about && view.entries.length > 0 && <KeepButton site={site} />}
					{site.features.search && view.about && isSearched(view.about) && view.entries.length > 0 && (
						<ArchiveSearchBox
							site={site}
							within={partOf(site, view.about, view.heading)}
							scope={view.about.scope}
						/>
					)}
				</header>
				{view.about && <ListAbout site={site} about={view.about} />}
				{view.entries.length > 0 ? (
					<div
						class={`list-page-entries${view.look ? ` list-page-${view.look}` : ""}${isPictures ? " with-lead" : ""}`}
					>
						{view.entries.map((entry, index) => {
							const isLead = isPictures && !numbered && index === 0;
							return (
								<ArticleCard
									site={site}
									card={entry}
									variant={isLead ? "lead" : isPictures ? "standard" : "compact"}
									level={2}
									withSummary={isLead || !isPictures || entry.picture === undefined}
									of={entry.of}
								/>
							);
						})}
					</div>
				) : (
					<p class="notice">{say(site, "list.empty")}</p>
				)}
				<ListNavigation
					site={site}
					landing={numbered ? view.landing : undefined}
					newer={view.newer}
					older={view.older}
					oldest={view.oldest}
					months={view.months}
				/>
			</div>
			<Banners site={site} banners={view.banners} place="foot" />
		</>
	);
}

/** Whether the archive search can be limited to the list. */
function isSearched({ kind }: ListAboutView): boolean {
	return kind !== "event" && kind !== "photos" && kind !== "videos";
}

/** The list's name, as readers would call it. */
function partOf(site: SiteView, { kind }: ListAboutView, heading: string): string {
	switch (kind) {
		case "latest":
		case "event":
		case "photos":
		case "videos":
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

declare module "../../views.ts" {
	interface PageViews {
		list: ListView;
	}
}

export const page = pageKind("list", {
	component: ListPage,
	title: (view, site) =>
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
});

function listDescription({ about, heading }: ListView, site: SiteView): string {
	if (about?.kind === "latest") return say(site, "list.latestDescription", { site: site.name });
	if (about?.kind === "photos" || about?.kind === "videos")
		return say(site, `stories.${about.kind}Description`, { site: site.name });
	if (about?.kind === "event")
		return about.summary ?? say(site, "events.descriptionOfOne", { event: heading, site: site.name });
	if (about?.kind === "author" && about.bio) return about.bio;
	if ((about?.kind === "tag" || about?.kind === "committee") && about.description) return about.description;
	return say(site, "list.description", { heading, site: site.name });
}
