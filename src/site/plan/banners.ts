import { asWritten } from "../../model/as-written.ts";
import { type BannerPlace, bannerPlaces } from "../../model/banner.ts";
import type { BannersView } from "../views.ts";
import { pictureOf } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { optional } from "./optional.ts";

/** The current banners in the places that a page has; undefined if there are none. */
export function bannersIn(
	context: Pick<PlanContext, "portal" | "pictures">,
	places: readonly BannerPlace[] = bannerPlaces,
): BannersView | undefined {
	const banners = [...context.portal.records.banners.values()].sort(
		(one, other) => orderOf(one) - orderOf(other) || (one.id < other.id ? -1 : 1),
	);
	const shown = places.flatMap((place) => {
		const own = banners.filter((banner) => banner.place === place);
		if (own.length === 0) return [];
		const views = own.map((banner) => ({
			...asWritten("banner", banner),
			...optional("picture", pictureOf(context, banner.file, banner.image)),
		}));
		return [[place, views] as const];
	});
	return shown.length > 0 ? Object.fromEntries(shown) : undefined;
}

function orderOf({ order = Number.MAX_SAFE_INTEGER }: { readonly order?: number | undefined }): number {
	return order;
}
