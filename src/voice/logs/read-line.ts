/**
 * Reads a line of a web server's log in the combined format, as nginx, Apache and Caddy's `transform` encoder write it:
 *
 * `address - user [22/Nov/2026:08:30:00 +0700] "GET /path HTTP/1.1" 200 1234 "referrer" "agent"`
 *
 * The name of a virtual host may stand before the address (Apache's `vhost_combined`), and more fields behind the agent.
 * One pass over the line, whatever it contains.
 */
import { isIP } from "node:net";
import { toVietnamDay } from "../../text/index.ts";

export interface LoggedVisit {
	readonly address: string;
	/** `2026-11-22`, in Vietnam. */
	readonly day: string;
	/** Path without query. */
	readonly path: string;
	readonly agent: string;
}

/** A line that is not of the combined format. */
export class UnreadableLineError extends Error {}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const moment = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

/**
 * Undefined unless a page was delivered: for other methods, errors, redirects and other files.
 *
 * @throws UnreadableLineError if the line has another format
 */
export function readLine(line: string): LoggedVisit | undefined {
	const opening = line.indexOf(" [");
	const closing = line.indexOf('] "', opening);
	const request = closing + '] "'.length;
	const requestEnd = endOfQuoted(line, request);
	if (opening === -1 || closing === -1 || requestEnd === -1) throw new UnreadableLineError();
	if (!line.startsWith("GET /", request)) return undefined;
	const target = line.slice(request + "GET ".length, requestEnd).split(" ", 1)[0] ?? "";
	const [path = ""] = target.split("?", 1);
	if (!path.endsWith(".html") && !path.endsWith("/")) return undefined;
	const status = line.slice(requestEnd + 2, requestEnd + 6);
	if (status !== "200 " && status !== "304 ") return undefined;
	const day = dayOf(line.slice(opening + 2, closing));
	const referrer = line.indexOf(' "', requestEnd) + 2;
	const referrerEnd = endOfQuoted(line, referrer);
	const agent = referrerEnd + '" "'.length;
	const agentEnd = endOfQuoted(line, agent);
	const hasFields = referrer > 1 && line.startsWith('" "', referrerEnd) && agentEnd !== -1;
	if (day === undefined || !hasFields) throw new UnreadableLineError();
	return { address: addressIn(line.slice(0, opening)), day, path, agent: line.slice(agent, agentEnd) };
}

/** Where the text of a quoted field ends; Apache writes a quote in it as `\"`. @param from after the opening quote */
function endOfQuoted(line: string, from: number): number {
	for (let end = line.indexOf('"', from); end !== -1; end = line.indexOf('"', end + 1)) {
		let escapes = 0;
		while (end - escapes > from && line[end - escapes - 1] === "\\") escapes += 1;
		if (escapes % 2 === 0) return end;
	}
	return -1;
}

/** @param text what stands before the moment */
function addressIn(text: string): string {
	const [first = "", second = ""] = text.split(" ", 2);
	return isIP(first) === 0 && isIP(second) !== 0 ? second : first;
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
		lastDay = toVietnamDay(local - offset);
	}
	return lastDay;
}
