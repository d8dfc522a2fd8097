/** Days ("2026-11-22") and moments ("2026-11-22T08:30:00+07:00") as the site's readers see them. */
import { lunarDayOf, stemAndBranchOf, weekdayOf } from "../text/index.ts";
import type { MessageKey, Speaking } from "./say.ts";
import { say } from "./say.ts";

/** "22/11/2026" */
export function sayDay(speaking: Speaking, dayOrMoment: string): string {
	const parts = {
		...namedParts(speaking, dayOrMoment),
		day: dayOrMoment.slice(8, 10),
		month: dayOrMoment.slice(5, 7),
		year: dayOrMoment.slice(0, 4),
	};
	return say(speaking, "date.day", parts);
}

/** "2/9/2026": where room is scarce. */
export function sayShortDay(speaking: Speaking, dayOrMoment: string): string {
	const parts = {
		...namedParts(speaking, dayOrMoment),
		day: String(Number(dayOrMoment.slice(8, 10))),
		month: String(Number(dayOrMoment.slice(5, 7))),
		year: dayOrMoment.slice(0, 4),
	};
	return say(speaking, "date.short", parts);
}

/** "Âm lịch 14/10 Bính Ngọ" */
export function sayLunarDay(speaking: Speaking, dayOrMoment: string): string {
	const { day, month, year, isLeap } = lunarDayOf(dayOrMoment);
	const { stem, branch } = stemAndBranchOf(year);
	return say(speaking, isLeap ? "date.lunarLeap" : "date.lunar", {
		day: String(day),
		month: String(month),
		stem: say(speaking, `lunarStem.${stem}` as MessageKey & `lunarStem.${number}`),
		branch: say(speaking, `lunarBranch.${branch}` as MessageKey & `lunarBranch.${number}`),
	});
}

/** "14:01" */
export function sayTime(_speaking: Speaking, moment: string): string {
	return moment.slice(11, 16);
}

/** "Thứ Năm" */
export function sayWeekday(speaking: Speaking, dayOrMoment: string): string {
	return say(speaking, `weekday.${weekdayOf(dayOrMoment)}` as MessageKey & `weekday.${number}`);
}

/** "Thứ Năm, 13/07/2017" */
export function sayDayWithWeekday(speaking: Speaking, dayOrMoment: string): string {
	return say(speaking, "date.dayWithWeekday", {
		weekday: sayWeekday(speaking, dayOrMoment),
		date: sayDay(speaking, dayOrMoment),
	});
}

/** "Thứ Năm, 13/07/2017 | 14:01" */
export function sayDateLine(speaking: Speaking, moment: string): string {
	return say(speaking, "date.line", {
		weekday: sayWeekday(speaking, moment),
		date: sayDay(speaking, moment),
		time: sayTime(speaking, moment),
	});
}

/** "Tháng 7/2026" for "2026-07", or for any day or moment in it. */
export function sayMonth(speaking: Speaking, month: string): string {
	return say(speaking, "date.month", { ...namedParts(speaking, month), ...partsOfMonth(month) });
}

/** "tháng 7/2026": the same amid a sentence. */
export function sayMonthInSentence(speaking: Speaking, month: string): string {
	return say(speaking, "date.monthInSentence", { ...namedParts(speaking, month), ...partsOfMonth(month) });
}

/** What languages need that name months: "22 November 2026". */
function namedParts(speaking: Speaking, dayOrMonth: string) {
	const number = Number(dayOrMonth.slice(5, 7));
	return {
		dayOfMonth: String(Number(dayOrMonth.slice(8, 10))),
		monthName: say(speaking, `monthName.${number}` as MessageKey & `monthName.${number}`),
	};
}

function partsOfMonth(month: string): { readonly month: string; readonly year: string } {
	return { month: String(Number(month.slice(5, 7))), year: month.slice(0, 4) };
}
