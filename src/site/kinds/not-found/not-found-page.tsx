import { say } from "../../../messages/index.ts";
import { archiveAddress } from "../../../model/addresses.ts";
import { HeadlineList } from "../../components/headline-list.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import type { NotFoundView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

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

declare module "../../views.ts" {
	interface PageViews {
		"not-found": NotFoundView;
	}
}

export const page = pageKind("not-found", {
	isIndexed: false,
	component: NotFoundPage,
	title: (_view, site) => ({ title: say(site, "notFound.title") }),
});
