import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

/** Where a script lists what the phone has. */
export function KeptPlace({ site }: SiteProps) {
	return (
		<div id="kept">
			<noscript>
				<p class="notice">{say(site, "keptPage.withoutScript")}</p>
			</noscript>
		</div>
	);
}
