import { archiveAddress, dayAddress, latestAddress } from "../../model/addresses.ts";
import { formatDay } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { WithdrawnView } from "../views.ts";
import type { PageProps } from "./page-props.ts";

/** Stands where a withdrawn article stood. */
export function WithdrawnPage({ view }: PageProps<WithdrawnView>) {
	return (
		<div class="withdrawn-page notice">
			<h1>{strings.withdrawn.title}</h1>
			<p class="notice-lead">{strings.withdrawn.text(formatDay(view.date), formatDay(view.withdrawn))}</p>
			<p>
				<strong>{strings.withdrawn.reason}:</strong> {view.reason}
			</p>
			<h2 class="section-heading">{strings.withdrawn.next}</h2>
			<ul class="notice-links">
				{view.day && (
					<li>
						<a href={dayAddress(view.day)}>{strings.article.ofDay(formatDay(view.day))}</a>
					</li>
				)}
				<li>
					<a href={latestAddress}>{strings.footer.latest}</a>
				</li>
				<li>
					<a href={archiveAddress}>{strings.footer.archive}</a>
				</li>
			</ul>
		</div>
	);
}
