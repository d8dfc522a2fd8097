import { formatDateLine, formatDay, formatDayWithWeekday, formatTime } from "../../text/index.ts";

const formats = {
	day: formatDay,
	time: formatTime,
	line: formatDateLine,
	weekday: formatDayWithWeekday,
} as const;

export interface MomentProps {
	/** A day or a moment in Vietnam's time. */
	readonly at: string;
	/** `22/11/2026`, `14:01`, `Thứ Năm, 13/07/2017 | 14:01` or `Thứ Năm, 13/07/2017`. */
	readonly format: keyof typeof formats;
}

/** A date for readers and machines. */
export function Moment({ at, format }: MomentProps) {
	return <time datetime={at}>{formats[format](at)}</time>;
}
