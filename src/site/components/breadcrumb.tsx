import { homeAddress } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { LinkView } from "../views.ts";

/** Where a page stands, from the home page down; the page itself is not among them. */
export function Breadcrumb({ links }: { readonly links: readonly LinkView[] }) {
	return (
		<nav class="breadcrumb" aria-label={strings.breadcrumb}>
			<ol>
				{[{ label: strings.home, address: homeAddress }, ...links].map((link) => (
					<li>
						<a href={link.address}>{link.label}</a>
					</li>
				))}
			</ol>
		</nav>
	);
}
