import type { EleventyConfig } from "@11ty/eleventy";
import { sayDateLine, sayDay, sayDayWithWeekday, sayMonth, sayTime } from "../messages/index.ts";
import { asIsoDay, isSlug } from "../model/ids.ts";
import type { PlanContext } from "../site/plan/context.ts";
import type { SiteView } from "../site/views.ts";
import { slugify, toVietnamMoment } from "../text/index.ts";
import { asksForCollections } from "./asks-for-collections.ts";
import { ownCollections } from "./collections.ts";
import { ownLayouts } from "./own-layouts.tsx";

const dateForms = {
	day: sayDay,
	time: sayTime,
	weekday: sayDayWithWeekday,
	line: sayDateLine,
	month: sayMonth,
} as const;

/** Gives a portal's own templates the product's collections, filters and layouts, and the settings as `site`. */
export function extendEleventy(
	eleventyConfig: EleventyConfig,
	context: PlanContext,
	{ site, pagesDirectory }: { readonly site: SiteView; readonly pagesDirectory: string },
): void {
	if (asksForCollections(pagesDirectory)) {
		for (const [name, items] of Object.entries(ownCollections(context))) {
			eleventyConfig.addCollection(name, () => items);
		}
	}
	eleventyConfig.addGlobalData("site", () => site);
	eleventyConfig.addFilter("vnDate", (value, form = "day") => {
		const say = Object.hasOwn(dateForms, String(form))
			? dateForms[form as keyof typeof dateForms]
			: undefined;
		if (!say) throw new Error(`vnDate: “${form}” không có; hãy dùng ${Object.keys(dateForms).join(", ")}`);
		return say(site, momentOf(value));
	});
	eleventyConfig.addFilter("slug", (value) => slugify(String(value)));
	eleventyConfig.addFilter("provinceOn", (slug, date) => {
		const text = String(slug);
		if (!isSlug(text)) return "";
		return context.portal.provinces.at(text, asIsoDay(momentOf(date).slice(0, 10)))?.name ?? "";
	});
	for (const [name, layout] of Object.entries(ownLayouts(site))) {
		eleventyConfig.addTemplate(`_includes/${name}.11ty.js`, layout);
		eleventyConfig.addLayoutAlias(name, `${name}.11ty.js`);
	}
}

/** A day, or a moment in Vietnam's time. @param value such a text, or a `Date` */
function momentOf(value: unknown): string {
	if (value instanceof Date) return toVietnamMoment(value.getTime());
	return String(value);
}
