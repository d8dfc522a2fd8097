import { say } from "../../messages/index.ts";
import { archiveAddress } from "../../model/addresses.ts";
import type { NotFoundView } from "../views.ts";
import { HeadlineList } from "./headline-list.tsx";
import type { PageProps } from "./page-props.ts";
import { SearchBox } from "./search-box.tsx";

export function NotFoundPage({ view, site }: PageProps<NotFoundView>) {
	return (
		<div class="not-found-page notice">
			<h1>{say(site, "notFound.title")}</h1>
			<p class="notice-lead">{say(site, "notFound.text")}</p>
			<p>{say(site, "notFound.next")}</p>
			{site.features.search && <SearchBox site={site} size="large" />}
			<ul class="notice-links">
				<li>
					<a href={archiveAddress}>{say(site, "footer.archive")}</a>
				</li>
			</ul>
			{view.latest.length > 0 && (
				<section>
					<h2 class="section-heading">{say(site, "notFound.latest")}</h2>
					<HeadlineList site={site} headlines={view.latest} dates="day" />
				</section>
			)}
		</div>
	);
}
