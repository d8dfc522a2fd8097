import { say, sayDay } from "../../../messages/index.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { Picture } from "../../components/picture.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import { YearFolds } from "../../components/year-folds.tsx";
import { groupBy } from "../../plan/group-by.ts";
import type { EventsView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** The number of events that are shown with picture and summary; earlier ones are listed by year. */
const shownCount = 12;

/** The list of events, each with a link to its timeline. */
export function EventsPage({ view, site }: PageProps<EventsView>) {
	const earlier = view.events.slice(shownCount);
	return (
		<div class="events-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "events.title")}</h1>
			</header>
			<ul>
				{view.events.slice(0, shownCount).map((event) => {
					const { address, name, summary, picture } = event;
					return (
						<li>
							{picture && (
								<Picture picture={picture} alt={picture.alt} sizes="(min-width: 40em) 320px, 100vw" />
							)}
							<div>
								<h2>
									<a href={address}>{name}</a>
								</h2>
								<Days site={site} event={event} />
								{summary && <p>{summary}</p>}
							</div>
						</li>
					);
				})}
			</ul>
			{earlier.length > 0 && (
				<section class="events-page-earlier">
					<h2 class="section-heading">{say(site, "events.earlier")}</h2>
					<YearFolds site={site} years={groupBy(earlier, ({ since }) => since?.slice(0, 4))}>
						{(ofYear) => (
							<ul>
								{ofYear.map((event) => (
									<li>
										<a href={event.address}>{event.name}</a>
										<Days site={site} event={event} />
									</li>
								))}
							</ul>
						)}
					</YearFolds>
				</section>
			)}
		</div>
	);
}

function Days({
	site,
	event: { since, until },
}: SiteProps & { readonly event: EventsView["events"][number] }) {
	if (!since && !until) return null;
	return (
		<p class="events-page-days">
			{since && <time datetime={since}>{say(site, "events.since", { day: sayDay(site, since) })}</time>}{" "}
			{until && <time datetime={until}>{say(site, "events.until", { day: sayDay(site, until) })}</time>}
		</p>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		events: EventsView;
	}
}

export const page = pageKind("events", {
	component: EventsPage,
	title: (_view, site) => ({
		title: say(site, "events.title"),
		description: say(site, "events.description", { site: site.name }),
	}),
});
