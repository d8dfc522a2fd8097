import { asIsoDateTime, asIsoDay, dayOf, type IsoDate, type IsoDateTime, isIsoDay } from "../model/ids.ts";
import { toVietnamMoment, weekdayOf } from "../text/index.ts";
import { readMoment } from "./undated.ts";

/** A date that was read from a page. */
export interface ReadDate {
	/** A day if the text had no time. */
	readonly moment: IsoDate;
	/** Whether the text had a wrong weekday. */
	readonly isWrongWeekday: boolean;
}

const weekdayNames = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
const weekday =
	/(?:thứ|t)\s?([2-7])\b|(?:thứ\s+|^)(hai|ba|tư|năm|sáu|b[ảẩ]y)(?!\p{L})|(chủ\s?nhật|(?<!\p{L})cn(?!\p{L}))/iu;
const englishWeekday = /(?<!\p{L})(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,6})(?!\p{L})/iu;
const englishWeekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const monthNames = [
	...["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"],
	...["giêng", "chạp"],
];
const namedMonth =
	/tháng\s+(mười\s+(?:một|hai)|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\p{L})/iu;
const numeric = /(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/u;
/** A year of two digits counts only beside a time. */
const shortYear = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/])/u;
const inWords = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*[,/]\s*|\s+năm\s+|\s+)(\d{4})(?!\d)/iu;
const isoDay = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const time =
	/(?<!\d)(\d{1,2})(?:\s?:\s?|\s?h\s?|\s?g\s?|\s?giờ\s?)(\d{2})(?:\s?:\s?(\d{2}))?(?:\s?phút)?(?:\s?(AM|PM|SA|CH|sáng|trưa|chiều|tối))?(?![\p{L}\d])/iu;
const zone = /\(?\s?(?:GMT|UTC)\s?\+?\s?0?7(?::?00)?\s?\)?/iu;
/** Labels that may be beside a date on its line. */
const labels =
	/(?:ngày\s+)?(?:cập\s+nhật|đăng(?:\s+(?:tải|tin|bài))?|gửi|phát\s+hành|xuất\s+bản|ban\s+hành|tạo|viết)(?:\s+(?:lúc|ngày|lần\s+cuối|cuối))?|ngày|lúc|vào|hồi|thời\s+gian|date|posted(?:\s+on)?|published|updated/giu;
const englishMonth = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const epochSeconds = /^\d{9,10}$/;

/**
 * Reads a date in any of the forms that Vietnamese pages and exports use: "Thứ 5 Ngày 13/07/2017", "Cập nhật: 14:01 |
 * 14/07/2020", "Thứ 3, 30.06.2020 | 16:45:14", "Chủ Nhật, 14/4/2024", "ngày 3 tháng 2 năm 2019", ISO 8601, RFC 2822,
 * seconds since 1970. The day comes before the month. Without a time zone, it is Vietnamese time. Undefined if there is
 * any other text beside the date, for days that do not exist and for placeholder dates.
 */
export function readDate(text: string): ReadDate | undefined {
	const line = withNumberedMonth(text.normalize("NFC").replace(/\s+/g, " ").trim());
	const read = readAnyDate(line);
	return read && isNever(dayOf(read.moment)) ? undefined : read;
}

/** "3 tháng Hai" as "3 tháng 2". */
function withNumberedMonth(line: string): string {
	return line.replace(namedMonth, (_, name: string) => {
		const index = monthNames.indexOf(name.toLowerCase().replace(/\s+/g, " "));
		return `tháng ${index === 12 ? 1 : index === 13 ? 12 : index + 1}`;
	});
}

/**
 * Whether a date is a placeholder: zeros, the year 1, or the epoch of a system. Databases and page templates fill empty
 * fields with them.
 */
export function isEmptyDate(text: string): boolean {
	const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
	if (line === "" || /^-?0{1,4}$|^-\d{4}-|^0000[-/]|^00?[/.-]00?[/.-]/.test(line)) return true;
	const read = readAnyDate(line);
	return read !== undefined && isNever(dayOf(read.moment));
}

/** The first of several dates that is not a placeholder. */
export function firstDate(...texts: readonly (string | undefined)[]): string | undefined {
	return texts.find((text) => text !== undefined && !isEmptyDate(text));
}

/** Placeholders: the epochs of clocks and databases, also a day earlier, as systems west of Greenwich show them. */
const placeholderDays = new Set([
	"1899-12-30",
	"1899-12-31",
	"1900-01-01",
	"1969-12-31",
	"1970-01-01",
	"9999-12-31",
]);
const firstYear = "1800";

function isNever(day: string): boolean {
	return day < firstYear || placeholderDays.has(day);
}

function readAnyDate(line: string): ReadDate | undefined {
	const moment = readMoment(line) ?? readElsewhere(line);
	if (moment) return { moment, isWrongWeekday: false };
	const found = dayIn(line);
	if (!found) return undefined;
	const clock = clockIn(found.rest);
	const named = weekday.exec(clock.rest.trim());
	const english = named ? undefined : englishWeekday.exec(clock.rest)?.[1]?.toLowerCase();
	const rest = clock.rest
		.trim()
		.replace(named ? weekday : englishWeekday, " ")
		.replace(zone, " ")
		.replace(labels, " ");
	if (/[\p{L}\d]/u.test(rest)) return undefined;
	return {
		moment:
			clock.time === undefined ? asIsoDay(found.day) : asIsoDateTime(`${found.day}T${clock.time}+07:00`),
		isWrongWeekday:
			(named !== null && weekdayNumber(named) !== weekdayOf(found.day)) ||
			(english !== undefined && englishWeekdays.indexOf(english) + 1 !== weekdayOf(found.day)),
	};
}

function readElsewhere(line: string): IsoDateTime | undefined {
	const milliseconds = epochSeconds.test(line)
		? Number(line) * 1000
		: englishMonth.test(line) && /\d{2}:\d{2}/.test(line)
			? Date.parse(/(?:GMT|UTC|Z|[+-]\d{4})\)?$/i.test(line) ? line : `${line} +0700`)
			: Number.NaN;
	return Number.isNaN(milliseconds) ? undefined : asIsoDateTime(toVietnamMoment(milliseconds));
}

function dayIn(line: string): { readonly day: string; readonly rest: string } | undefined {
	const iso = isoDay.exec(line);
	const short = time.test(line) ? shortYear.exec(line) : null;
	const written = iso ?? inWords.exec(line) ?? numeric.exec(line) ?? short;
	if (!written) return undefined;
	const numbers = written.slice(1).filter((part) => /^\d+$/.test(part));
	const [year = "", month = "", day = ""] = iso ? numbers : numbers.reverse();
	const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	return isIsoDay(text) ? { day: text, rest: line.replace(written[0], " ") } : undefined;
}

function clockIn(line: string): { readonly time?: string; readonly rest: string } {
	const match = time.exec(line);
	if (!match) return { rest: line };
	const [whole, hours = "", minutes = "", seconds = "00", half = ""] = match;
	const isAfternoon = /^(?:PM|CH|chiều|tối)$/iu.test(half) && Number(hours) < 12;
	const hour =
		Number(hours) + (isAfternoon ? 12 : 0) - (/^(?:AM|SA|sáng)$/iu.test(half) && hours === "12" ? 12 : 0);
	if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return { rest: line };
	return { time: `${String(hour).padStart(2, "0")}:${minutes}:${seconds}`, rest: line.replace(whole, " ") };
}

/** 1 is Monday, 7 is Sunday. */
function weekdayNumber([, digit, name, sunday]: RegExpExecArray): number {
	if (sunday !== undefined) return 7;
	if (digit !== undefined) return Number(digit) - 1;
	const spelt = (name ?? "").toLowerCase().replace("bẩy", "bảy");
	return weekdayNames.indexOf(spelt) + 1;
}
