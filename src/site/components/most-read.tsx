import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

const periods = ["day", "week", "month"] as const;

/** *Xem nhiều nhất*: `client/voice.ts` fills it, and nothing is to be seen before. */
export function MostRead({ site }: SiteProps) {
	return (
		<section class="most-read" data-most-read hidden>
			<h2 class="section-heading">{say(site, "mostRead.title")}</h2>
			<p>
				{periods.map((period) => (
					<button type="button" data-period={period}>
						{say(site, `mostRead.${period}`)}
					</button>
				))}
			</p>
			<ol></ol>
		</section>
	);
}
