import { say } from "../../messages/index.ts";
import { englishAddress, homeAddress } from "../../model/addresses.ts";
import type { LinkView } from "../views.ts";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface BreadcrumbProps extends SiteProps {
	readonly links: readonly LinkView[];
}

/** The path to a page from the home page down, without the page itself. */
export const Breadcrumb = replaceable("breadcrumb", ({ site, links }: BreadcrumbProps) => {
	const home = site.isEnglish ? englishAddress : homeAddress;
	return (
		<nav class="breadcrumb" aria-label={say(site, "breadcrumb")}>
			<ol>
				{[{ label: say(site, "home"), address: home }, ...links].map((link) => (
					<li>
						<a href={link.address}>{link.label}</a>
					</li>
				))}
			</ol>
		</nav>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		breadcrumb: BreadcrumbProps;
	}
}
