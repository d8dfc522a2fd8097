/** @jsxImportSource react */
import { useEffect, useRef } from "react";
import { strings } from "../strings.ts";
import type { ControlProps } from "./control-props.ts";

/** A line or a paragraph of text. If its length is limited, it shows the length. */
export function TextControl(props: ControlProps<string>) {
	const { forID, classNameWrapper, field, value = "", onChange, setActiveStyle, setInactiveStyle } = props;
	const box = useRef<HTMLTextAreaElement>(null);
	const isLong = field.get("widget") === "text";
	const limits = field.get("limits") as { toJS(): [number, number] } | undefined;
	const [least, most] = limits?.toJS() ?? [0, 0];
	const length = String(value).normalize("NFC").trim().length;
	// As tall as its text.
	// biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height
	useEffect(() => {
		if (!box.current) return;
		box.current.style.height = "auto";
		box.current.style.height = `${box.current.scrollHeight + 2}px`;
	}, [value]);
	return (
		<div className={`${classNameWrapper} text-control`}>
			<textarea
				ref={box}
				id={forID}
				rows={isLong ? 3 : 1}
				value={String(value ?? "")}
				aria-describedby={most > 0 ? `${forID}-length` : undefined}
				onFocus={setActiveStyle}
				onBlur={setInactiveStyle}
				onKeyDown={(event) => {
					// A line has no line breaks.
					if (event.key === "Enter" && !isLong && !event.nativeEvent.isComposing) event.preventDefault();
				}}
				onChange={(event) => {
					const text = event.currentTarget.value;
					onChange(isLong ? text : text.replace(/\s*\n\s*/g, " "));
				}}
			/>
			{most > 0 && (
				<span
					id={`${forID}-length`}
					className="text-control-length"
					data-fits={length === 0 || (length >= least && length <= most)}
				>
					{strings.text.length(length, most)}
				</span>
			)}
		</div>
	);
}
