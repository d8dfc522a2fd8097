import { say } from "../../../messages/index.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import type { OverviewView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A part with more links, such as all provinces, gets the full width. */
const mostInColumn = 20;

/** The site map: every part of the portal. It has no counts and no dates, which would change with each article. */
export function OverviewPage({ view, site }: PageProps<OverviewView>) {
	return (
		<div class="overview-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "overview.title")}</h1>
			</header>
			<div class="overview-page-parts">
				{view.parts.map(({ label, links }) => (
					<section class={links.length > mostInColumn ? "overview-page-long" : undefined}>
						<h2 class="section-heading">{label}</h2>
						<ul>
							{links.map((link) => (
								<li>
									<a href={link.address}>{link.label}</a>
								</li>
							))}
						</ul>
					</section>
				))}
			</div>
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		overview: OverviewView;
	}
}

export const page = pageKind("overview", {
	component: OverviewPage,
	title: (_view, site) => ({
		title: say(site, "overview.title"),
		description: say(site, "overview.description", { site: site.name }),
	}),
});
