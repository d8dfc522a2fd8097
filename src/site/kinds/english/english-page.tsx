import { say, sayDayWithWeekday } from "../../../messages/index.ts";
import { ArticleCard } from "../../components/article-card.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import { mostUnfolded, YearFolds } from "../../components/year-folds.tsx";
import { groupBy } from "../../plan/group-by.ts";
import type { EnglishView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** Everything in English: pages about the office, and translated articles. */
export function EnglishPage({ view, site }: PageProps<EnglishView>) {
	return (
		<div class="english-page">
			<header>
				<h1>{site.name}</h1>
				<p>{site.description}</p>
			</header>
			{view.pages.length > 0 && (
				<ul class="english-page-pages">
					{view.pages.map(({ label, address }) => (
						<li>
							<a href={address}>{label}</a>
						</li>
					))}
				</ul>
			)}
			{view.articles.length > 0 && (
				<section>
					<h2 class="section-heading">{say(site, "homePage.latest")}</h2>
					{view.articles.map((card) => (
						<ArticleCard site={site} card={card} variant="compact" level={3} />
					))}
				</section>
			)}
			{view.archive.length > 0 && (
				<section class="english-page-archive">
					<h2 class="section-heading">{say(site, "english.archive")}</h2>
					{view.archive.length > mostUnfolded ? (
						<YearFolds site={site} years={groupBy(view.archive, ({ day }) => day.slice(0, 4))}>
							{(ofYear) => <Days site={site} days={ofYear} />}
						</YearFolds>
					) : (
						<Days site={site} days={view.archive} />
					)}
				</section>
			)}
		</div>
	);
}

function Days({ site, days }: SiteProps & { readonly days: EnglishView["archive"] }) {
	return days.map(({ day, links }) => (
		<section>
			<h3>
				<time datetime={day}>{sayDayWithWeekday(site, day)}</time>
			</h3>
			<ul>
				{links.map(({ label, address }) => (
					<li>
						<a href={address}>{label}</a>
					</li>
				))}
			</ul>
		</section>
	));
}

declare module "../../views.ts" {
	interface PageViews {
		english: EnglishView;
	}
}

export const page = pageKind("english", {
	component: EnglishPage,
	title: (_view, site) => ({ title: site.name, description: site.description }),
});
