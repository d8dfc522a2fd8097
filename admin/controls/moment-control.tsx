/** @jsxImportSource react */
import { useEffect, useRef, useState } from "react";
import { readDay, toVietnamDay, toVietnamMoment } from "../../src/text/index.ts";
import { strings } from "../strings.ts";
import type { ControlProps } from "./control-props.ts";
import { readMoment, writeMoment } from "./moment-text.ts";

/**
 * A day, or a day and a time, in Vietnamese form and Vietnam's time, whatever the machine's language and time zone are.
 */
export function MomentControl(props: ControlProps<string>) {
	const { forID, classNameWrapper, field, value = "", onChange, setActiveStyle, setInactiveStyle } = props;
	const isDay = field.get("time_format") === false;
	const isTimeOptional = field.get("time_required") === false;
	const read = (text: typeof parts) =>
		isDay || (isTimeOptional && text.time.trim() === "") ? readDay(text.day) : writeMoment(text);
	const [parts, setParts] = useState(() => readMoment(String(value ?? "")));
	const written = useRef(value);
	const calendar = useRef<HTMLInputElement>(null);
	useEffect(() => {
		// A new item of a list begins now.
		if (value === "{{now}}") put(toVietnamMoment(Date.now()));
		else if (value !== written.current) {
			written.current = value;
			setParts(readMoment(String(value ?? "")));
		}
	});
	function put(moment: string): void {
		written.current = moment;
		setParts(readMoment(moment));
		onChange(moment);
	}
	const type = (changed: Partial<typeof parts>) => {
		const next = { ...parts, ...changed };
		setParts(next);
		// An incomplete moment is passed on as it is, so that saving reports what is wrong with it.
		const text = read(next) ?? [next.day, next.time].filter(Boolean).join(" ");
		written.current = text;
		onChange(text);
	};
	const isWrong = parts.day !== "" && read(parts) === undefined;
	return (
		// biome-ignore lint/a11y/useSemanticElements: the label is the form's
		<div
			className={`${classNameWrapper} moment-control`}
			role="group"
			aria-label={String(field.get("label"))}
			onFocus={setActiveStyle}
			onBlur={setInactiveStyle}
		>
			<input
				id={forID}
				className="moment-control-day"
				type="text"
				inputMode="numeric"
				autoComplete="off"
				placeholder={strings.moment.dayForm}
				aria-label={strings.moment.day}
				aria-invalid={isWrong}
				value={parts.day}
				onChange={(event) => type({ day: event.currentTarget.value })}
			/>
			{!isDay && (
				<input
					className="moment-control-time"
					type="text"
					autoComplete="off"
					placeholder={strings.moment.timeForm}
					aria-label={strings.moment.time}
					aria-invalid={isWrong}
					value={parts.time}
					onChange={(event) => type({ time: event.currentTarget.value })}
				/>
			)}
			<span className="moment-control-calendar">
				<button type="button" onClick={() => calendar.current?.showPicker()}>
					{strings.moment.calendar}
				</button>
				<input
					ref={calendar}
					type="date"
					tabIndex={-1}
					aria-hidden="true"
					value={readDay(parts.day) ?? ""}
					onChange={(event) => {
						const [year, month, day] = event.currentTarget.value.split("-");
						if (day) type({ day: `${day}/${month}/${year}` });
					}}
				/>
			</span>
			<button
				type="button"
				onClick={() => put(isDay ? toVietnamDay(Date.now()) : toVietnamMoment(Date.now()))}
			>
				{isDay ? strings.moment.today : strings.moment.now}
			</button>
			{value !== "" && field.get("required") === false && (
				<button type="button" onClick={() => put("")}>
					{strings.moment.clear}
				</button>
			)}
		</div>
	);
}
