import { say } from "../../messages/index.ts";
import type { UrlPath } from "../../model/ids.ts";
import { Icon } from "./icon.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface ListNavigationProps extends SiteProps {
	/** Where the newest are; undefined on the landing page itself. */
	readonly landing: UrlPath | undefined;
	readonly newer: UrlPath | undefined;
	readonly older: UrlPath | undefined;
}

/** From a page of a list to its neighbours in time. The newest page's newer neighbour is the landing page. */
export const ListNavigation = replaceable("list-navigation", (props: ListNavigationProps) => {
	const { site, landing, newer, older } = props;
	if (!newer && !older && !landing) return null;
	return (
		<nav class="list-navigation" aria-label={say(site, "list.navigation")}>
			<ul>
				{newer && newer !== landing && (
					<li>
						<a href={newer} rel="prev">
							<Icon name="previous" />
							{say(site, "list.newer")}
						</a>
					</li>
				)}
				{landing && (
					<li class="list-navigation-newest">
						<a href={landing}>{say(site, "list.newest")}</a>
					</li>
				)}
				{older && (
					<li class="list-navigation-older">
						<a href={older} rel="next">
							{say(site, "list.older")}
							<Icon name="next" />
						</a>
					</li>
				)}
			</ul>
		</nav>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"list-navigation": ListNavigationProps;
	}
}
