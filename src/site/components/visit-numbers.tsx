import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

const numbers = ["now", "today", "total"] as const;

/** The part *Thống kê truy cập*: `client/voice.ts` fills it; it is hidden until then. */
export function VisitNumbers({ site }: SiteProps) {
	return (
		<div class="visit-numbers" data-visits hidden>
			<h2>{say(site, "visits.title")}</h2>
			<dl>
				{numbers.map((name) => (
					<div>
						<dt>{say(site, `visits.${name}`)}</dt>
						<dd data-visits-of={name}></dd>
					</div>
				))}
			</dl>
		</div>
	);
}
