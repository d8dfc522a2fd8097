/**
 * Reads a line of a web server's log in the combined format, as nginx, Apache and Caddy's `transform` encoder write it:
 *
 * `address - user [22/Nov/2026:08:30:00 +0700] "GET /path HTTP/1.1" 200 1234 "referrer" "agent"`
 *
 * One pass over the line, whatever it contains.
 */
import { toVietnamMoment } from "../../text/index.ts";

export interface LoggedVisit {
	readonly address: string;
	/** `2026-11-22`, in Vietnam. */
	readonly day: string;
	/** Path without query. */
	readonly path: string;
	readonly agent: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const moment = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

/** Undefined unless a page was delivered: for other methods, errors, redirects, other files and broken lines. */
export function readLine(line: string): LoggedVisit | undefined {
	const opening = line.indexOf(" [");
	const closing = line.indexOf('] "GET /', opening);
	if (opening === -1 || closing === -1) return undefined;
	const target = closing + '] "GET '.length;
	const end = line.indexOf(" ", target);
	const quote = line.indexOf('" ', end);
	if (end === -1 || quote === -1) return undefined;
	const [path = ""] = line.slice(target, end).split("?", 1);
	if (!path.endsWith(".html") && !path.endsWith("/")) return undefined;
	const status = line.slice(quote + 2, quote + 6);
	if (status !== "200 " && status !== "304 ") return undefined;
	const day = dayOf(line.slice(opening + 2, closing));
	if (day === undefined) return undefined;
	const last = line.endsWith('"') ? line.lastIndexOf('"', line.length - 2) : -1;
	const address = line.slice(0, line.indexOf(" "));
	return { address, day, path, agent: last > quote ? line.slice(last + 1, -1) : "" };
}

/** Lines of one second look the same; most lines of a log are of the same minute. */
let lastMoment = "";
let lastDay: string | undefined;

function dayOf(text: string): string | undefined {
	if (text === lastMoment) return lastDay;
	lastMoment = text;
	const [, day = "", name = "", year = "", hour, minute, second, sign, hours, minutes] =
		moment.exec(text) ?? [];
	const month = months.indexOf(name);
	const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
	if (month === -1 || Number.isNaN(local)) lastDay = undefined;
	else {
		const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
		lastDay = toVietnamMoment(local - offset).slice(0, 10);
	}
	return lastDay;
}
