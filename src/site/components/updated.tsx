import { say } from "../../messages/index.ts";
import { hasTime, type IsoDate } from "../../model/ids.ts";
import { Moment } from "./moment.tsx";
import type { SiteProps } from "./site-props.ts";

/** When an article was last updated: the time too, if it is known. */
export function Updated({ site, at }: SiteProps & { readonly at: IsoDate }) {
	return (
		<span>
			{say(site, "article.updated")}: <Moment site={site} at={at} format="day" />
			{hasTime(at) && (
				<>
					{" "}
					<Moment site={site} at={at} format="time" />
				</>
			)}
		</span>
	);
}
