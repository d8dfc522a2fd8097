/** Calendars by RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545), which telephones and offices subscribe to. */
import { shortDigest } from "../../disk/digest.ts";
import { say } from "../../messages/index.ts";
import type { SiteView } from "../views.ts";
import type { CalendarFileView } from "./views.ts";

const zone = "Asia/Ho_Chi_Minh";
/** Octets of a line, without its end. */
const lineLength = 75;

/** Since 13 June 1975 the whole country has kept UTC+7, without summer time. */
const timeZone = [
	"BEGIN:VTIMEZONE",
	`TZID:${zone}`,
	"BEGIN:STANDARD",
	"DTSTART:19750613T000000",
	"TZOFFSETFROM:+0800",
	"TZOFFSETTO:+0700",
	"TZNAME:+07",
	"END:STANDARD",
	"END:VTIMEZONE",
];

/**
 * A calendar of weeks. An event's UID comes from its day, hour and words, and its DTSTAMP from its week: so the bytes
 * are the same in every build.
 */
export function renderCalendar({ weeks }: CalendarFileView, site: SiteView): string {
	const host = new URL(site.url).hostname;
	const known = new Map<string, number>();
	const events = weeks.flatMap(({ week, items }) =>
		items.flatMap(({ date, from, until, what, who, where }) => {
			const key = shortDigest([date, from, what, who].join("\n"));
			const times = (known.get(key) ?? 0) + 1;
			known.set(key, times);
			return [
				"BEGIN:VEVENT",
				`UID:${key}${times > 1 ? `-${times}` : ""}@${host}`,
				`DTSTAMP:${plain(week)}T000000Z`,
				from === undefined
					? `DTSTART;VALUE=DATE:${plain(date)}`
					: `DTSTART;TZID=${zone}:${localTime(date, from)}`,
				...(from !== undefined && until !== undefined
					? [`DTEND;TZID=${zone}:${localTime(date, until)}`]
					: []),
				`SUMMARY:${escaped(what)}`,
				...(where === undefined ? [] : [`LOCATION:${escaped(where)}`]),
				...(who === undefined ? [] : [`DESCRIPTION:${escaped(who)}`]),
				"END:VEVENT",
			];
		}),
	);
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Tin Tinh//Lich cong tac//VI",
		"CALSCALE:GREGORIAN",
		`X-WR-CALNAME:${escaped(`${say(site, "schedule.title")} – ${site.name}`)}`,
		`X-WR-TIMEZONE:${zone}`,
		...timeZone,
		...events,
		"END:VCALENDAR",
	]
		.map((line) => `${folded(line)}\r\n`)
		.join("");
}

/** `2026-11-23` → `20261123` */
function plain(day: string): string {
	return day.replaceAll("-", "");
}

function localTime(day: string, time: string): string {
	return `${plain(day)}T${time.replace(":", "")}00`;
}

/** A text as section 3.3.11 writes it. */
function escaped(text: string): string {
	return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

/** A line of more than 75 octets continues on lines that begin with a space; no character is split. */
export function folded(line: string): string {
	let result = "";
	let length = 0;
	for (const letter of line) {
		const octets = Buffer.byteLength(letter);
		if (length + octets > lineLength) {
			result += "\r\n ";
			length = 1;
		}
		result += letter;
		length += octets;
	}
	return result;
}
