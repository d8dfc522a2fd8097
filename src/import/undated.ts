import { asIsoDateTime, asIsoDay, type IsoDate, type IsoDay, isIsoDay, toIsoDateTime } from "../model/ids.ts";
import { toVietnamMoment } from "../text/index.ts";

const millisecondsPerHour = 3_600_000;
const firstMoment = Date.parse("2008-01-01T00:00:00+07:00");
const hoursApart = 6;
const places =
	((Date.parse("2026-01-01T00:00:00+07:00") - firstMoment) / millisecondsPerHour / hoursApart) | 0;

/**
 * The day by which an article without a date finds its place, and which no reader sees: the first four in a source stand
 * on 1 January 2008, the next four a day later; after the end of 2025 they begin again in 2008, so that none lies in
 * the future. The same source always gives the same days.
 *
 * @param position in the source, counted from one; articles with dates count as well
 */
export function placeOfUndated(position: number): IsoDay {
	const hours = ((position - 1) % places) * hoursApart;
	return asIsoDay(toVietnamMoment(firstMoment + hours * millisecondsPerHour).slice(0, 10));
}

const otherMoment = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a date as databases write it: ISO 8601 with an offset, without one (Vietnamese time), or a plain day. Undefined
 * for anything else and for days that do not exist.
 */
export function readMoment(text: string): IsoDate | undefined {
	const trimmed = text.trim();
	if (isIsoDay(trimmed)) return trimmed;
	const match = otherMoment.exec(trimmed);
	if (!match) return undefined;
	const [, day = "", time = "", seconds = "00", offset = "+07:00"] = match;
	const vietnamese = toIsoDateTime(`${day}T${time}:${seconds}+07:00`);
	if (!vietnamese) return undefined;
	const shifted = Date.parse(`${day}T${time}:${seconds}${offset.toUpperCase()}`);
	return Number.isNaN(shifted) ? undefined : asIsoDateTime(toVietnamMoment(shifted));
}
