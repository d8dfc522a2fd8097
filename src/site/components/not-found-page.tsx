import { archiveAddress } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { NotFoundView } from "../views.ts";
import { HeadlineList } from "./headline-list.tsx";
import type { PageProps } from "./page-props.ts";
import { SearchBox } from "./search-box.tsx";

export function NotFoundPage({ view, site }: PageProps<NotFoundView>) {
	return (
		<div class="not-found-page notice">
			<h1>{strings.notFound.title}</h1>
			<p class="notice-lead">{strings.notFound.text}</p>
			<p>{strings.notFound.next}</p>
			{site.features.search && <SearchBox size="large" />}
			<ul class="notice-links">
				<li>
					<a href={archiveAddress}>{strings.footer.archive}</a>
				</li>
			</ul>
			{view.latest.length > 0 && (
				<section>
					<h2 class="section-heading">{strings.notFound.latest}</h2>
					<HeadlineList headlines={view.latest} dates="day" />
				</section>
			)}
		</div>
	);
}
