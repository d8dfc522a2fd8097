/**
 * Days ("2026-11-22") and moments ("2026-11-22T08:30:00+07:00") as files write them. All are in Vietnam's
 * time, which is seven hours ahead of UTC all year, so the parts are taken from the text and the host's time zone
 * never matters.
 */
import { DateTime, FixedOffsetZone } from "luxon";

/** Asia/Ho_Chi_Minh since 1975. */
const minutesAheadOfUtc = 7 * 60;

/** "22/11/2026" */
export function formatDay(dayOrMoment: string): string {
	return `${dayOrMoment.slice(8, 10)}/${dayOrMoment.slice(5, 7)}/${dayOrMoment.slice(0, 4)}`;
}

/** `2026-11-22` of `22/11/2026`, `22-11-2026`, `22.11.2026` or `22112026`; undefined if there is no such day. */
export function readDay(text: string): string | undefined {
	const [, day, month, year] =
		/^\s*(\d{1,2})(?:\s*[/.-]\s*|(?=\d{6}))(\d{1,2})(?:\s*[/.-]\s*|(?=\d{4}$))(\d{4})\s*$/.exec(text) ?? [];
	if (!day || !month || !year) return undefined;
	const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const date = new Date(`${iso}T00:00:00Z`);
	return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(dayOrMoment: string): number {
	// Not with luxon, which is many times slower: every headline needs the weekday.
	const weekday = new Date(dayOrMoment.slice(0, 10)).getUTCDay();
	if (Number.isNaN(weekday)) throw new Error(`Not a day or moment: "${dayOrMoment}"`);
	return weekday === 0 ? 7 : weekday;
}

/** The day `count` days later; earlier if negative. */
export function addDays(day: string, count: number): string {
	return isoDay(calendarDay(day).plus({ days: count }));
}

/** Every day of a month such as "2026-11", in order. */
export function daysOfMonth(month: string): string[] {
	const { daysInMonth = 0 } = calendarDay(`${month}-01`);
	return Array.from({ length: daysInMonth }, (_, day) => `${month}-${String(day + 1).padStart(2, "0")}`);
}

/** "2026-11" */
export function monthOf(dayOrMoment: string): string {
	return dayOrMoment.slice(0, 7);
}

/** "2026" */
export function yearOf(dayOrMoment: string): string {
	return dayOrMoment.slice(0, 4);
}

/**
 * The moment in Vietnam's time, to the second: "2026-11-22T08:30:00+07:00".
 *
 * @param epochMilliseconds as Date.now() counts them
 */
export function toVietnamMoment(epochMilliseconds: number): string {
	const zone = FixedOffsetZone.instance(minutesAheadOfUtc);
	return DateTime.fromMillis(epochMilliseconds, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** The day in Vietnam's time: "2026-11-22". @param epochMilliseconds as Date.now() counts them */
export function toVietnamDay(epochMilliseconds: number): string {
	return toVietnamMoment(epochMilliseconds).slice(0, 10);
}

/** Whether a text is a month such as "2026-11". */
export function isMonth(text: string): boolean {
	return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** `07:30` of `7h30`, `7:30`, `7g30` or `7 giờ 30`, `14:00` of `14h`; undefined if it is no time of a day. */
export function readTime(text: string): string | undefined {
	const [, hour, minute = "00"] =
		/^\s*(\d{1,2})\s*(?::|[hg]|giờ)\s*(\d{2})?\s*$/i.exec(text.normalize("NFC")) ?? [];
	if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
	return `${hour.padStart(2, "0")}:${minute}`;
}

function calendarDay(day: string): DateTime<true> {
	const date = DateTime.fromISO(day, { zone: "utc" });
	if (!date.isValid) throw new Error(`Not a day: "${day}"`);
	return date;
}

function isoDay(day: DateTime<true>): string {
	return day.toISODate();
}
