import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

const numbers = ["now", "today", "total"] as const;

/**
 * The part *Thống kê truy cập*: `client/page-numbers.ts` fills it; it is hidden until then. At the end of a page it moves
 * nothing when it appears.
 */
export function VisitNumbers({ site }: SiteProps) {
	return (
		<div class="visit-numbers" data-visits hidden>
			<h2>{say(site, "visits.title")}</h2>
			<dl>
				{numbers.map((name) => (
					<div hidden>
						<dt>{say(site, `visits.${name}`)}</dt>
						<dd data-visits-of={name}></dd>
					</div>
				))}
			</dl>
		</div>
	);
}
