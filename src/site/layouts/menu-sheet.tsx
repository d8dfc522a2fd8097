import { say } from "../../messages/index.ts";
import type { UrlPath } from "../../model/ids.ts";
import { Icon } from "../components/icon.tsx";
import { SearchBox } from "../components/search-box.tsx";
import type { SiteView } from "../views.ts";
import { MenuList } from "./menu-list.tsx";

export interface MenuSheetProps {
	readonly site: SiteView;
	readonly address?: UrlPath | undefined;
}

/**
 * Search and menu under one button on phones. It opens without a script. Wide windows hide the button and show both.
 */
export function MenuSheet({ site, address }: MenuSheetProps) {
	if (site.menu.length === 0 && !site.features.search && !site.isEnglish) return null;
	return (
		<details class="menu-sheet">
			<summary>
				<Icon name="menu" />
				{say(site, "menu")}
			</summary>
			<div class="menu-sheet-content">
				{site.features.search && <SearchBox site={site} size="large" />}
				<MenuList site={site} address={address} label={say(site, "menu")} />
			</div>
		</details>
	);
}
