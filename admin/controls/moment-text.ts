/** Moments as people write them in Vietnam, and as files have them: always with Vietnam's offset. */
import { readDay } from "../../src/text/index.ts";

export interface MomentText {
	/** `22/11/2026` */
	readonly day: string;
	/** `8:30` */
	readonly time: string;
}

const vietnamOffset = 7 * 60 * 60 * 1000;

/** A file's moment or day as texts for people; empty if it is invalid. */
export function readMoment(value: string): MomentText {
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { day: turned(value), time: "" };
	const milliseconds = Date.parse(value);
	if (Number.isNaN(milliseconds)) return { day: "", time: "" };
	const text = new Date(milliseconds + vietnamOffset).toISOString();
	return { day: turned(text.slice(0, 10)), time: text.slice(11, 16) };
}

/** The moment of a day and a time, with Vietnam's offset; undefined if they are invalid. */
export function writeMoment({ day, time }: MomentText): string | undefined {
	const date = readDay(day);
	const [, hour, minute = "00"] = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(time) ?? [];
	if (!date || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
	return `${date}T${hour.padStart(2, "0")}:${minute}:00+07:00`;
}

function turned(iso: string): string {
	return iso.split("-").reverse().join("/");
}
