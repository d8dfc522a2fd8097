import { strings } from "../strings.ts";
import type { ListView } from "../views.ts";
import { ArticleCard } from "./article-card.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { ListAbout } from "./list-about.tsx";
import { ListNavigation } from "./list-navigation.tsx";
import type { PageProps } from "./page-props.ts";

/** A tag's, province's, committee's or author's articles, or the latest; the landing page or a numbered one. */
export function ListPage({ view }: PageProps<ListView>) {
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
