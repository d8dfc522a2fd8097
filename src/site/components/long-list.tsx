import type { Child } from "hono/jsx";
import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

/** Where the link past a list leads. A page has one long list at most. */
const end = "het-danh-sach";

/** A list so long that somebody with a keyboard may want to pass it by. */
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
