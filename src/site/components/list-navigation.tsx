import { say } from "../../messages/index.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { ListView } from "../views.ts";
import { Icon } from "./icon.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface ListNavigationProps extends SiteProps {
	/** The page of the newest entries; undefined on the landing page itself. */
	readonly landing: UrlPath | undefined;
	readonly newer: UrlPath | undefined;
	readonly older: UrlPath | undefined;
	readonly oldest: UrlPath | undefined;
	/** As of a view of a list. */
	readonly months: ListView["months"];
}

/** The anchor of the landing page's choice of months. */
const choice = "chon-thang";

/** Links from a page of a list to its neighbours in time. The newest page's newer neighbour is the landing page. */
export const ListNavigation = replaceable("list-navigation", (props: ListNavigationProps) => {
	const { site, landing, newer, older, oldest, months = [] } = props;
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
				{landing && (
					<li>
						<a href={`${landing}#${choice}`}>{say(site, "list.chooseMonth")}</a>
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
				{oldest && (
					<li>
						<a href={oldest}>{say(site, "list.oldest")}</a>
					</li>
				)}
			</ul>
			{months.length > 1 && (
				<details id={choice} class="list-months">
					<summary>{say(site, "list.chooseMonth")}</summary>
					<dl>
						{byYear(months).map(([year, ofYear]) => (
							<div>
								<dt>{year}</dt>
								{ofYear.map(({ month, address }) => (
									<dd>
										<a href={address}>
											<span class="visually-hidden">{say(site, "list.month")} </span>
											{Number(month.slice(5))}
											<span class="visually-hidden">/{year}</span>
										</a>
									</dd>
								))}
							</div>
						))}
					</dl>
				</details>
			)}
		</nav>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"list-navigation": ListNavigationProps;
	}
}

function byYear(months: NonNullable<ListView["months"]>): [string, NonNullable<ListView["months"]>][] {
	const years = new Map<string, (typeof months)[number][]>();
	for (const month of months) {
		const year = month.month.slice(0, 4);
		years.set(year, [...(years.get(year) ?? []), month]);
	}
	return [...years];
}
