import { say } from "../../messages/index.ts";
import { englishAddress, homeAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { SiteProps } from "../components/site-props.ts";

export interface MenuListProps extends SiteProps {
	readonly address?: UrlPath | undefined;
	/** The label that distinguishes this navigation from others on the page. */
	readonly label: string;
}

/** The menu: a line of words in wide windows, a column inside the sheet of narrow ones. */
export function MenuList({ site, address, label }: MenuListProps) {
	const { menu, isEnglish = false } = site;
	const other = isEnglish ? homeAddress : site.english && englishAddress;
	if (menu.length === 0 && !other) return null;
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
				{other && (
					<li class="menu-list-language">
						<a href={other} lang={isEnglish ? "vi" : "en"} hreflang={isEnglish ? "vi" : "en"}>
							{say(site, "english.switch")}
						</a>
					</li>
				)}
			</ul>
		</nav>
	);
}
