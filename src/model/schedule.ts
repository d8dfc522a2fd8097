import { z } from "zod";
import { addDays, weekdayOf } from "../text/index.ts";
import { day, field, filledList, line, text, time } from "./fields.ts";
import type { IsoDay } from "./ids.ts";
import { strings } from "./strings.ts";

/** Work of the leaders, or hours at which they receive citizens. */
const scheduleItemKinds = ["work", "reception"] as const;

const itemSchema = z.strictObject({
	date: field(day(), { ...strings.schedule.date, control: "day" }),
	from: field(time(), { ...strings.schedule.from, control: "time" }).optional(),
	until: field(time(), { ...strings.schedule.until, control: "time" }).optional(),
	what: field(line(2, 300), strings.schedule.what),
	who: field(line(2, 300), strings.schedule.who).optional(),
	where: field(line(2, 200), strings.schedule.where).optional(),
	kind: field(
		z.enum(scheduleItemKinds, strings.problems.choice(scheduleItemKinds)),
		strings.schedule.kind,
	).default("work"),
});

/** `content/schedules/<monday>.yml`: a week. */
export const scheduleSchema = z.strictObject({
	week: field(day(), { ...strings.schedule.week, control: "day" }),
	items: field(filledList(itemSchema, 150), strings.schedule.items),
	note: field(text(1, 1000), { ...strings.schedule.note, control: "longText" }).optional(),
});

export type ScheduleItem = z.output<typeof itemSchema>;

/** Whether a week may begin on a day. */
export function isMonday(day: IsoDay): boolean {
	return weekdayOf(day) === 1;
}

/** The Sunday of the week that begins on a Monday. */
export function endOfWeek(monday: IsoDay): IsoDay {
	return addDays(monday, 6) as IsoDay;
}

/** Sorts items by day and time; those without a time come first. */
export function inOrder(items: readonly ScheduleItem[]): ScheduleItem[] {
	const key = ({ date, from = "" }: ScheduleItem) => `${date} ${from}`;
	return [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
