import { asWritten } from "../../model/as-written.ts";
import type { SiteView } from "../views.ts";
import type { PlanContext } from "./context.ts";
import { optional } from "./optional.ts";

/** What every page shows of the settings. A change here changes every page. */
export function siteView({
	portal,
	pictures,
	shareCards,
	messages,
	accent,
	components,
}: PlanContext): SiteView {
	const { site } = portal;
	const shareCard = shareCards.get("");
	return {
		messages,
		accent,
		...optional("components", components),
		...asWritten("site", site),
		...optional("logo", site.logo === undefined ? undefined : pictures.get(site.logo.replace(/^\//, ""))),
		...(shareCard && {
			shareImage: { src: shareCard.src, width: shareCard.width, height: shareCard.height },
		}),
		banners: site.banners.map(({ label, link, image }) => ({
			label,
			link,
			...optional("picture", image === undefined ? undefined : pictures.get(image.replace(/^\//, ""))),
		})),
		// Not those in English: a translation changes no page but its own and that of what it translates.
		pages: portal.pages.flatMap(({ title, address, translationOf }) =>
			translationOf ? [] : [{ label: title, address }],
		),
		features: {
			search: site.features.search,
			share: site.features.share,
			fontSize: site.features.fontSize,
			readingTime: site.features.readingTime,
			offline: site.features.offline,
		},
	};
}
