/**
 * Branded strings. Each is a plain string at run time and a separate type for the compiler, so that an author's id
 * cannot be passed where an article's id is meant. They are made only by the guards here.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Lower-case ASCII letters and digits in words joined by single hyphens: `hoi-nghi-so-ket`. */
export type Slug = Branded<"Slug">;
/** `<yyyy>/<mm>/<dd>-<slug>`: an article's file below `content/articles/` without its extension. */
export type ArticleId = Branded<"ArticleId">;
/** An address below the site's root, starting with a slash: `/2026/11/22/hoi-nghi.html`, `/tu-khoa/x/`. */
export type UrlPath = Branded<"UrlPath">;
/** `2026-11-22T08:30:00+07:00`. Always with seconds and +07:00, so that text order is time order. */
export type IsoDateTime = Branded<"IsoDateTime">;
/** `2026-11-22`, a day in Vietnam. */
export type IsoDay = Branded<"IsoDay">;
/** A moment, or a day if the time is unknown. Text order is time order: a day comes before its moments. */
export type IsoDate = IsoDateTime | IsoDay;

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const articleIdPattern = /^(\d{4})\/(\d{2})\/(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** The form of a day; `isIsoDay` also asks whether it exists. */
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** The only stored form of a moment. */
export const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/;
/** The forms in which a moment may be written: seconds are optional. */
const dateTimePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\+07:00$/;

export function isSlug(text: string): text is Slug {
	return slugPattern.test(text);
}

/** Whether the text is a calendar day that exists: `2026-02-29` is not. */
export function isIsoDay(text: string): text is IsoDay {
	if (!dayPattern.test(text)) return false;
	const month = Number(text.slice(5, 7));
	const day = Number(text.slice(8));
	return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

/** The number of days in a month; 0 if there is no such month. */
function daysIn(year: number, month: number): number {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether the text is the id of an article, with a day that exists. */
export function isArticleId(text: string): text is ArticleId {
	const match = articleIdPattern.exec(text);
	return match !== null && isIsoDay(`${match[1]}-${match[2]}-${match[3]}`);
}

/** Reads `2026-11-22T08:30+07:00`, seconds optional; undefined for anything else, and for days that do not exist. */
export function toIsoDateTime(text: string): IsoDateTime | undefined {
	const match = dateTimePattern.exec(text);
	if (!match || !isIsoDay(match[1] ?? "")) return undefined;
	return `${match[1]}T${match[2]}:${match[3]}:${match[4] ?? "00"}+07:00` as IsoDateTime;
}

/** The day of a moment in Vietnam. */
export function dayOf(date: IsoDate): IsoDay {
	return date.slice(0, 10) as IsoDay;
}

/** Whether the time is known, not only the day. */
export function hasTime(date: IsoDate): date is IsoDateTime {
	return date.length > "yyyy-mm-dd".length;
}

/** The moment, or the beginning of the day, for formats that only have moments. */
export function startOf(date: IsoDate): IsoDateTime {
	return hasTime(date) ? date : (`${date}T00:00:00+07:00` as IsoDateTime);
}

export function asSlug(text: string): Slug {
	if (!isSlug(text)) throw new Error(`Not a slug: "${text}"`);
	return text;
}

export function asArticleId(text: string): ArticleId {
	if (!isArticleId(text)) throw new Error(`Not an article id: "${text}"`);
	return text;
}

export function asUrlPath(text: string): UrlPath {
	if (!text.startsWith("/") || text.startsWith("//"))
		throw new Error(`Not an address below the root: "${text}"`);
	return text as UrlPath;
}

export function asIsoDay(text: string): IsoDay {
	if (!isIsoDay(text)) throw new Error(`Not a day: "${text}"`);
	return text;
}

export function asIsoDateTime(text: string): IsoDateTime {
	const moment = toIsoDateTime(text);
	if (!moment) throw new Error(`Not a moment with +07:00: "${text}"`);
	return moment;
}
