import { isWithdrawn } from "../model/article.ts";
import { dayOf, type IsoDay } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import type { ArchiveScope } from "./scope.ts";

/** The state of the articles that an archive shows. */
export interface Edition {
	/** From 1; one more for each day on which articles were corrected or withdrawn. */
	readonly number: number;
	/** The day up to which corrections are in it. */
	readonly day: IsoDay;
}

/**
 * The edition computed from the content alone, so that two machines agree. It is 1, plus one for each day on which an
 * article of the scope was updated or withdrawn after its day of publication. Its day is that of the newest article or
 * correction, or the last day of a scope that is over.
 *
 * @param portal with the scope's articles only
 */
export function editionOf({ articles, now }: Portal, { to }: ArchiveScope): Edition {
	const corrected = new Set<IsoDay>();
	let day = to !== undefined && to < dayOf(now) ? to : undefined;
	for (const article of articles) {
		const published = dayOf(article.date);
		const moments = [article.updated, isWithdrawn(article, now) ? article.withdrawn?.date : undefined];
		for (const moment of moments) {
			if (moment === undefined || moment > now) continue;
			if (dayOf(moment) > published) corrected.add(dayOf(moment));
		}
		for (const each of [published, ...corrected]) if (day === undefined || each > day) day = each;
	}
	return { number: 1 + corrected.size, day: day ?? dayOf(now) };
}

/** The edition after a former one: with a greater number if anything differs, else with the same. */
export function nextEdition(own: Edition, former: number, isChanged: boolean): Edition {
	return { ...own, number: Math.max(own.number, former + (isChanged ? 1 : 0)) };
}
