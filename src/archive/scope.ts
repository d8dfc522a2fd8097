import { dayOf, type IsoDay, type Slug } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import type { Records } from "../model/records.ts";

/** Which articles an archive has. An absent field does not restrict. */
export interface ArchiveScope {
	/** First and last day, both included. */
	readonly from?: IsoDay;
	readonly to?: IsoDay;
	readonly committee?: Slug;
	/** Includes the articles of units that have become part of it. */
	readonly province?: Slug;
}

/**
 * The portal with only these articles, the official documents of the same days, and the events of the articles. Official
 * documents are the office's, so a scope of one committee or province has none. Fixed pages, units, names and settings
 * stay. Schedules are not in archives: a week that is over is of no use to anyone.
 */
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
	const isOfOffice = committee === undefined && province === undefined;
	const followed = new Set(articles.map(({ event }) => event));
	const records: Records = {
		...portal.records,
		"official-documents": picked(
			portal.records["official-documents"],
			({ date }) => isOfOffice && (from === undefined || date >= from) && (to === undefined || date <= to),
		),
		events: picked(portal.records.events, ({ id }) => followed.has(id)),
		schedules: new Map(),
	};
	return { ...portal, articles, records };
}

function picked<Value>(
	all: ReadonlyMap<Slug, Value>,
	isIn: (value: Value) => boolean,
): ReadonlyMap<Slug, Value> {
	return new Map([...all].filter(([, value]) => isIn(value)));
}

/** The days of a year. @param year as `2024` */
export function scopeOfYear(year: string): Required<Pick<ArchiveScope, "from" | "to">> {
	return { from: `${year}-01-01` as IsoDay, to: `${year}-12-31` as IsoDay };
}
