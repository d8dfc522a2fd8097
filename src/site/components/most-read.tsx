import { say } from "../../messages/index.ts";
import type { LinkView } from "../views.ts";
import type { SiteProps } from "./site-props.ts";

const periods = ["day", "week", "month"] as const;

export interface MostReadProps extends SiteProps {
	/**
	 * The list of the last month that the build knew. It is shown until the server answers, or if no server does. The
	 * buttons then have their place from the beginning.
	 */
	readonly known?: readonly LinkView[] | undefined;
}

/** The part *Xem nhiều nhất*: `client/most-read.ts` fills it. Without `known` it is hidden until then. */
export function MostRead({ site, known = [] }: MostReadProps) {
	return (
		<section class="most-read" data-most-read hidden={known.length === 0}>
			<h2 class="section-heading">{say(site, "mostRead.title")}</h2>
			<div class="later" data-periods hidden>
				<p>
					{periods.map((period) => (
						<button type="button" data-period={period}>
							{say(site, `mostRead.${period}`)}
						</button>
					))}
				</p>
			</div>
			<ol>
				{known.map(({ label, address }) => (
					<li>
						<a href={address}>{label}</a>
					</li>
				))}
			</ol>
		</section>
	);
}
