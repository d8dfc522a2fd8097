import { sayDateLine, sayDay, sayDayWithWeekday, sayShortDay, sayTime } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

const formats = {
	day: sayDay,
	short: sayShortDay,
	time: sayTime,
	line: sayDateLine,
	weekday: sayDayWithWeekday,
} as const;

export interface MomentProps extends SiteProps {
	/** A day or a moment in Vietnam's time. */
	readonly at: string;
	/** `22/11/2026`, `2/9/2026`, `14:01`, `Thứ Năm, 13/07/2017 | 14:01` or `Thứ Năm, 13/07/2017`. */
	readonly format: keyof typeof formats;
}

/** A date for readers and machines. */
export function Moment({ site, at, format }: MomentProps) {
	return <time datetime={at}>{formats[format](site, at)}</time>;
}
