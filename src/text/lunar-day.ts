import { computeDateToLunarDate } from "amlich.js";

/** A day of the Vietnamese lunar calendar. */
export interface LunarDay {
	readonly day: number;
	readonly month: number;
	/** The year that begins at Tết: 2026 until Tết of 2027. */
	readonly year: number;
	/** Whether the month is the second with its number. */
	readonly isLeap: boolean;
}

/** New moons are computed for Hà Nội's time zone, so days may differ from the Chinese calendar. */
const hoursAheadOfUtc = 7;

/** @param day "2026-11-22", or a moment in Vietnam's time */
export function lunarDayOf(day: string): LunarDay {
	const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
	const lunar = computeDateToLunarDate(date ?? 0, month ?? 0, year ?? 0, hoursAheadOfUtc);
	// For the last day of some months (7 May 2054) the library gives day 0 of the next month.
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

/** The heavenly stem (1 is Giáp, 10 is Quý) and earthly branch (1 is Tý, 12 is Hợi) of a lunar year. */
export function stemAndBranchOf(year: number): { readonly stem: number; readonly branch: number } {
	return { stem: ((year + 6) % 10) + 1, branch: ((year + 8) % 12) + 1 };
}
