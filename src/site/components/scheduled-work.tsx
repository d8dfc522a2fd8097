import { say } from "../../messages/index.ts";
import type { ScheduleItem } from "../../model/schedule.ts";
import type { SiteProps } from "./site-props.ts";

export interface ScheduledWorkProps extends SiteProps {
	readonly item: Pick<ScheduleItem, "kind" | "what">;
}

/** What is scheduled. A reception of citizens stands out, and is named once. */
export function ScheduledWork({ site, item: { kind, what } }: ScheduledWorkProps) {
	if (kind !== "reception") return <>{what}</>;
	const reception = say(site, "schedule.reception");
	const { length } = reception;
	if (what.slice(0, length).toLowerCase() !== reception.toLowerCase())
		return (
			<>
				<strong>{reception}: </strong>
				{what}
			</>
		);
	return (
		<>
			<strong>{what.slice(0, length)}</strong>
			{what.slice(length)}
		</>
	);
}
