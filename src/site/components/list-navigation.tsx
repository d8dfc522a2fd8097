import type { UrlPath } from "../../model/ids.ts";
import { strings } from "../strings.ts";
import { Icon } from "./icon.tsx";

export interface ListNavigationProps {
	/** Where the newest are; undefined on the landing page itself. */
	readonly landing: UrlPath | undefined;
	readonly newer: UrlPath | undefined;
	readonly older: UrlPath | undefined;
}

/** From a page of a list to its neighbours in time. The newest page's newer neighbour is the landing page. */
export function ListNavigation({ landing, newer, older }: ListNavigationProps) {
	if (!newer && !older && !landing) return null;
	return (
		<nav class="list-navigation" aria-label={strings.list.navigation}>
			<ul>
				{newer && newer !== landing && (
					<li>
						<a href={newer} rel="prev">
							<Icon name="previous" />
							{strings.list.newer}
						</a>
					</li>
				)}
				{landing && (
					<li class="list-navigation-newest">
						<a href={landing}>{strings.list.newest}</a>
					</li>
				)}
				{older && (
					<li class="list-navigation-older">
						<a href={older} rel="next">
							{strings.list.older}
							<Icon name="next" />
						</a>
					</li>
				)}
			</ul>
		</nav>
	);
}
