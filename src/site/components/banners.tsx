import { say } from "../../messages/index.ts";
import type { BannerPlace } from "../../model/banner.ts";
import type { BannersView } from "../views.ts";
import { Picture } from "./picture.tsx";
import type { SiteProps } from "./site-props.ts";

export interface BannersProps extends SiteProps {
	readonly banners: BannersView | undefined;
	readonly place: BannerPlace;
}

const sizes: Readonly<Record<BannerPlace, string>> = {
	top: "(min-width: 80em) 1216px, 100vw",
	side: "(min-width: 64em) 380px, 100vw",
	foot: "(min-width: 80em) 1216px, 100vw",
};

/** What the office shows for a while in a place of a page. Each is a still picture with its size, or words. */
export function Banners({ site, banners, place }: BannersProps) {
	const shown = banners?.[place] ?? [];
	if (shown.length === 0) return null;
	return (
		<section class={`banners banners-${place}`} aria-label={say(site, `banners.${place}`)}>
			<ul>
				{shown.map(({ name, link, picture }) => {
					const content = picture ? (
						<Picture picture={picture} alt={name} sizes={sizes[place]} eager={place === "top"} />
					) : (
						<span>{name}</span>
					);
					return (
						<li>
							{link ? (
								<a href={link} rel={link.startsWith("/") ? undefined : "external noopener"}>
									{content}
								</a>
							) : (
								content
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
