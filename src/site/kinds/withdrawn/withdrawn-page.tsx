import { say, sayDay } from "../../../messages/index.ts";
import { archiveAddress, dayAddress, latestAddress } from "../../../model/addresses.ts";
import type { WithdrawnView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** Replaces the page of a withdrawn article. */
export function WithdrawnPage({ view, site }: PageProps<WithdrawnView>) {
	return (
		<div class="withdrawn-page notice">
			<h1>{say(site, "withdrawn.title")}</h1>
			<p class="notice-lead">
				{say(site, "withdrawn.text", {
					published: sayDay(site, view.date),
					withdrawn: sayDay(site, view.withdrawn),
				})}
			</p>
			<p>
				<strong>{say(site, "withdrawn.reason")}:</strong> {view.reason}
			</p>
			<h2 class="section-heading">{say(site, "withdrawn.next")}</h2>
			<ul class="notice-links">
				{view.day && (
					<li>
						<a href={dayAddress(view.day)}>{say(site, "article.ofDay", { day: sayDay(site, view.day) })}</a>
					</li>
				)}
				<li>
					<a href={latestAddress}>{say(site, "footer.latest")}</a>
				</li>
				<li>
					<a href={archiveAddress}>{say(site, "footer.archive")}</a>
				</li>
			</ul>
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		withdrawn: WithdrawnView;
	}
}

export const page = pageKind("withdrawn", {
	isIndexed: false,
	component: WithdrawnPage,
	title: (_view, site) => ({ title: say(site, "withdrawn.title") }),
});
