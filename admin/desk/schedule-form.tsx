/** @jsxImportSource react */
import { useState } from "react";
import { writeMoment } from "../controls/moment-text.ts";
import { strings } from "../strings.ts";

/** Asks for a day and a time in Vietnamese form, whatever the browser's language. @param onChoose gets the moment */
export function ScheduleForm({ onChoose }: { readonly onChoose: (at: string) => void }) {
	const [isOpen, setOpen] = useState(false);
	const [day, setDay] = useState("");
	const [time, setTime] = useState("07:00");
	if (!isOpen) {
		return (
			<button type="button" onClick={() => setOpen(true)}>
				{strings.entry.schedule}
			</button>
		);
	}
	const moment = writeMoment({ day, time });
	const isWrong = day !== "" && moment === undefined;
	return (
		<form
			className="entry-bar-schedule"
			onSubmit={(event) => {
				event.preventDefault();
				if (moment !== undefined) onChoose(moment);
			}}
		>
			<label>
				{strings.entry.scheduleDay}{" "}
				<input
					// biome-ignore lint/a11y/noAutofocus: somebody has just asked for it
					autoFocus
					type="text"
					inputMode="numeric"
					autoComplete="off"
					placeholder={strings.moment.dayForm}
					aria-invalid={isWrong}
					value={day}
					onChange={(event) => setDay(event.currentTarget.value)}
				/>
			</label>
			<label>
				{strings.entry.scheduleTime}{" "}
				<input
					type="text"
					autoComplete="off"
					placeholder={strings.moment.timeForm}
					aria-invalid={isWrong}
					value={time}
					onChange={(event) => setTime(event.currentTarget.value)}
				/>
			</label>
			<button type="submit" disabled={moment === undefined}>
				{strings.entry.schedule}
			</button>
		</form>
	);
}
