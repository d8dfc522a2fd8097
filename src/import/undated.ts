import { asIsoDateTime, asIsoDay, type IsoDate, type IsoDay, isIsoDay, toIsoDateTime } from "../model/ids.ts";
import { toVietnamDay, toVietnamMoment } from "../text/index.ts";

const millisecondsPerHour = 3_600_000;
const firstMoment = Date.parse("2008-01-01T00:00:00+07:00");
const hoursApart = 6;
const places =
	((Date.parse("2026-01-01T00:00:00+07:00") - firstMoment) / millisecondsPerHour / hoursApart) | 0;

/**
 * The day that determines an undated article's place among others; readers never see it. The first four articles of a
 * source get 1 January 2008, the next four the day after, and so on. After the end of 2025 the days start again in
 * 2008, so that none is in the future. The same source always gives the same days.
 *
 * @param position of the article in the source, counted from one; dated articles count as well
 */
export function placeOfUndated(position: number): IsoDay {
	const hours = ((position - 1) % places) * hoursApart;
	return asIsoDay(toVietnamDay(firstMoment + hours * millisecondsPerHour));
}

const otherMoment = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a date as databases write it: ISO 8601 with an offset, without one (then it is Vietnamese time), or a plain
 * day. Undefined for anything else and for days that do not exist.
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
