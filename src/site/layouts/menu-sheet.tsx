import type { UrlPath } from "../../model/ids.ts";
import { Icon } from "../components/icon.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { strings } from "../strings.ts";
import type { SiteView } from "../views.ts";
import { MenuList } from "./menu-list.tsx";

export interface MenuSheetProps {
	readonly site: SiteView;
	readonly address?: UrlPath | undefined;
}

/** Search and menu behind one button on phones; opens without a script. Wide windows hide it and show both. */
export function MenuSheet({ site, address }: MenuSheetProps) {
	if (site.menu.length === 0 && !site.features.search) return null;
	return (
		<details class="menu-sheet">
			<summary>
				<Icon name="menu" />
				{strings.menu}
			</summary>
			<div class="menu-sheet-content">
				{site.features.search && <SearchBox size="large" />}
				<MenuList menu={site.menu} address={address} label={strings.menu} />
			</div>
		</details>
	);
}
