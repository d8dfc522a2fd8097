import { say, sayDay } from "../../../messages/index.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { Picture } from "../../components/picture.tsx";
import type { EventsView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** The events that are followed, each with its timeline. */
export function EventsPage({ view, site }: PageProps<EventsView>) {
	return (
		<div class="events-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "events.title")}</h1>
			</header>
			<ul>
				{view.events.map(({ address, name, summary, picture, since, until }) => (
					<li>
						{picture && (
							<Picture picture={picture} alt={picture.alt} sizes="(min-width: 40em) 320px, 100vw" />
						)}
						<div>
							<h2>
								<a href={address}>{name}</a>
							</h2>
							{(since || until) && (
								<p class="events-page-days">
									{since && (
										<time datetime={since}>{say(site, "events.since", { day: sayDay(site, since) })}</time>
									)}{" "}
									{until && (
										<time datetime={until}>{say(site, "events.until", { day: sayDay(site, until) })}</time>
									)}
								</p>
							)}
							{summary && <p>{summary}</p>}
						</div>
					</li>
				))}
			</ul>
		</div>
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
