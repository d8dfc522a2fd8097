import { z } from "zod";
import { count, field, filePath, line, linkAddress, moment } from "./fields.ts";
import type { IsoDateTime } from "./ids.ts";
import { strings } from "./strings.ts";

/** Below the masthead, beside the newest stories of the home page, above the footer. */
export const bannerPlaces = ["top", "side", "foot"] as const;

export type BannerPlace = (typeof bannerPlaces)[number];

/** `content/banners/<id>.yml`: a picture or a line of words that leads somewhere, for a while. */
export const bannerSchema = z.strictObject({
	name: field(line(2, 120), strings.banner.name),
	image: field(filePath(), { ...strings.banner.image, control: "image" }).optional(),
	link: field(linkAddress(), strings.banner.link).optional(),
	place: field(z.enum(bannerPlaces, strings.problems.choice(bannerPlaces)), strings.banner.place).default(
		"top",
	),
	from: field(moment(), { ...strings.banner.from, control: "moment" }).optional(),
	until: field(moment(), { ...strings.banner.until, control: "moment" }).optional(),
	order: field(count(), strings.banner.order).optional(),
});

type Banner = z.output<typeof bannerSchema>;

/** Whether readers see a banner at a moment: from its first on, up to its last. */
export function isBannerShown({ from, until }: Pick<Banner, "from" | "until">, now: IsoDateTime): boolean {
	return (from === undefined || from <= now) && (until === undefined || until > now);
}
