import { say, sayDayWithWeekday, sayLunarDay } from "../../messages/index.ts";
import { homeAddress } from "../../model/addresses.ts";
import type { IsoDay, UrlPath } from "../../model/ids.ts";
import { MastheadName } from "../components/masthead-name.tsx";
import { replaceable } from "../components/replaceable.ts";
import { SearchBox } from "../components/search-box.tsx";
import type { SiteView } from "../views.ts";
import { MenuList } from "./menu-list.tsx";
import { MenuSheet } from "./menu-sheet.tsx";

export interface MastheadProps {
	readonly site: SiteView;
	/** The address of the current page. It matters only for the home page and pages of the menu. */
	readonly address?: UrlPath | undefined;
	/**
	 * The newest article's day, which a script replaces by today's. Only the home page has one: other pages would have
	 * to change each day.
	 */
	readonly day?: IsoDay | undefined;
}

/** A name with more characters gets the whole width on phones. */
const longName = 24;
const longBesideLogo = 9;

/** The head of a page: the portal's name (the heading of the home page), search and menu. */
export const Masthead = replaceable("masthead", ({ site, address, day }: MastheadProps) => {
	const isHome = address === homeAddress;
	const isLong = site.name.length > (site.logo ? longBesideLogo : longName);
	return (
		<header class={`masthead${isHome ? " masthead-home" : ""}${isLong ? " masthead-long" : ""}`}>
			<div class="masthead-row">
				<MastheadName site={site} as={isHome ? "h1" : "p"} tagline={site.tagline} />
				{day && (
					<p class="masthead-day">
						<time datetime={day} data-today="">
							<span>{sayDayWithWeekday(site, day)}</span> <span>{sayLunarDay(site, day)}</span>
						</time>
					</p>
				)}
				{site.features.search && <SearchBox site={site} size="small" />}
				<MenuSheet site={site} address={address} />
			</div>
			<MenuList site={site} address={address} label={say(site, "mainMenu")} />
		</header>
	);
});

declare module "../components/replaceable.ts" {
	interface ReplaceableProps {
		masthead: MastheadProps;
	}
}
