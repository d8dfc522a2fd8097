import { say } from "../../messages/index.ts";
import type { IsoDateTime } from "../../model/ids.ts";
import { Moment } from "./moment.tsx";
import type { SiteProps } from "./site-props.ts";

/** When an article was last updated. */
export function Updated({ site, at }: SiteProps & { readonly at: IsoDateTime }) {
	return (
		<span>
			{say(site, "article.updated")}: <Moment site={site} at={at} format="day" />{" "}
			<Moment site={site} at={at} format="time" />
		</span>
	);
}
