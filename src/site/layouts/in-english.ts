import { english } from "../../messages/english.ts";
import type { SiteView } from "../views.ts";
import { oncePerSite } from "./once-per-site.ts";

/**
 * The site as its English pages show it: with English texts and names, and without parts that exist only in Vietnamese.
 */
export const inEnglish = oncePerSite((site): SiteView => {
	if (!site.english) return { ...site, messages: english, isEnglish: true };
	const { name, tagline, description, organisation, responsible, address } = site.english;
	const { address: _, ...contact } = site.contact;
	const { responsible: __, licence: ___, tagline: ____, ...others } = site;
	return {
		...others,
		messages: english,
		isEnglish: true,
		name,
		...(tagline !== undefined && { tagline }),
		description,
		organisation,
		...(responsible !== undefined && { responsible }),
		contact: { ...contact, ...(address !== undefined && { address }) },
		menu: [],
		pages: [],
		banners: [],
	};
});
