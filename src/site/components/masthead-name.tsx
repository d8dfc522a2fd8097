import { englishAddress, homeAddress } from "../../model/addresses.ts";
import type { SiteProps } from "./site-props.ts";

export interface MastheadNameProps extends SiteProps {
	/** The element of the name: the heading of the home page, a paragraph elsewhere. @default "p" */
	readonly as?: "h1" | "p";
	/** The line below the name. */
	readonly tagline?: string | undefined;
}

/** The portal's logo and name, which lead to the home page. */
export function MastheadName({ site, as: Name = "p", tagline }: MastheadNameProps) {
	return (
		<div class="masthead-title">
			{site.logo && (
				<img
					class="masthead-logo"
					src={site.logo.src}
					alt=""
					width={site.logo.width}
					height={site.logo.height}
				/>
			)}
			<div>
				<Name class="masthead-name">
					<a href={site.isEnglish ? englishAddress : homeAddress}>{site.name}</a>
				</Name>
				{tagline && <p class="masthead-tagline">{tagline}</p>}
			</div>
		</div>
	);
}
