import type { Child } from "hono/jsx";
import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

/** The anchor after a list. A page has at most one long list. */
const end = "het-danh-sach";

/** A list so long that keyboard users may want to skip it. */
export function LongList({ site, children }: SiteProps & { readonly children: Child }) {
	return (
		<div class="long-list">
			<a class="skip-link" href={`#${end}`}>
				{say(site, "skipList")}
			</a>
			{children}
			<div id={end} tabindex={-1}></div>
		</div>
	);
}
