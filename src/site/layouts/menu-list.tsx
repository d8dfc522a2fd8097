import type { UrlPath } from "../../model/ids.ts";
import type { SiteView } from "../views.ts";

export interface MenuListProps {
	readonly menu: SiteView["menu"];
	readonly address?: UrlPath | undefined;
	/** What tells this navigation from the page's others. */
	readonly label: string;
}

/** The menu: a line of words in wide windows, a column inside the sheet of narrow ones. */
export function MenuList({ menu, address, label }: MenuListProps) {
	if (menu.length === 0) return null;
	return (
		<nav class="menu-list" aria-label={label}>
			<ul>
				{menu.map((item) => (
					<li>
						<a
							href={item.link}
							aria-current={item.link === address ? "page" : undefined}
							rel={item.link.startsWith("/") ? undefined : "external noopener"}
						>
							{item.label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
