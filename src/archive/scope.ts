import { dayOf, type IsoDay, type Slug } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";

/** Which articles an archive has. An absent field does not restrict. */
export interface ArchiveScope {
	/** First and last day, both included. */
	readonly from?: IsoDay;
	readonly to?: IsoDay;
	readonly committee?: Slug;
	/** Includes the articles of units that have become part of it. */
	readonly province?: Slug;
}

/** The portal with only these articles. Fixed pages, names and settings stay. */
export function scopedPortal(portal: Portal, { from, to, committee, province }: ArchiveScope): Portal {
	const { provinces, now } = portal;
	const units = province === undefined ? undefined : new Set(provinces.gathered(province, dayOf(now)));
	const articles = portal.articles.filter((article) => {
		const day = dayOf(article.date);
		if (from !== undefined && day < from) return false;
		if (to !== undefined && day > to) return false;
		if (committee !== undefined && article.committee !== committee) return false;
		if (units === undefined) return true;
		const unit = article.province === undefined ? undefined : provinces.at(article.province, day);
		return unit !== undefined && units.has(unit.key);
	});
	return { ...portal, articles };
}

/** The days of a year. @param year as `2024` */
export function scopeOfYear(year: string): Required<Pick<ArchiveScope, "from" | "to">> {
	return { from: `${year}-01-01` as IsoDay, to: `${year}-12-31` as IsoDay };
}
