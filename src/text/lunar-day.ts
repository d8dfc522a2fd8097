import { computeDateToLunarDate } from "amlich.js";

/** A day of the Vietnamese lunar calendar. */
export interface LunarDay {
	readonly day: number;
	readonly month: number;
	/** The year that begins at Tết: 2026 until Tết of 2027. */
	readonly year: number;
	/** Whether the month is the second one of its number. */
	readonly isLeap: boolean;
}

/** New moons are those of the meridian of Hà Nội, so the days may differ from the Chinese ones. */
const hoursAheadOfUtc = 7;

/** @param day "2026-11-22", or a moment in Vietnam's time */
export function lunarDayOf(day: string): LunarDay {
	const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
	const lunar = computeDateToLunarDate(date ?? 0, month ?? 0, year ?? 0, hoursAheadOfUtc);
	// The library takes some last days of a month (7 May 2054) for the day before the next one's first.
	if (lunar.lunarDay === 0) {
		const before = lunarDayOf(new Date(Date.parse(day.slice(0, 10)) - 86_400_000).toISOString());
		return { ...before, day: before.day + 1 };
	}
	return {
		day: lunar.lunarDay,
		month: lunar.lunarMonth,
		year: lunar.lunarYear,
		isLeap: Boolean(lunar.lunarLeap),
	};
}

/** Of a lunar year: its heavenly stem (1 is Giáp, 10 is Quý) and its earthly branch (1 is Tý, 12 is Hợi). */
export function stemAndBranchOf(year: number): { readonly stem: number; readonly branch: number } {
	return { stem: ((year + 6) % 10) + 1, branch: ((year + 8) % 12) + 1 };
}
