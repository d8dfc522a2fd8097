/** @jsxImportSource react */
import { useEffect, useId, useRef } from "react";

export interface TextBoxProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly required?: boolean;
}

/** A labelled text field within the body. Keys typed there do not reach the body's editor. */
export function TextBox({ label, value, onChange, required = false }: TextBoxProps) {
	const id = useId();
	const input = useRef<HTMLTextAreaElement>(null);
	// As tall as its text. A value from elsewhere is set without moving the caret while somebody types.
	useEffect(() => {
		const box = input.current;
		if (!box) return;
		if (box.value !== value) box.value = value;
		box.style.height = "auto";
		box.style.height = `${box.scrollHeight + 2}px`;
	}, [value]);
	return (
		<div className="body-text-box">
			<label htmlFor={id}>{label}</label>
			<textarea
				ref={input}
				id={id}
				rows={1}
				defaultValue={value}
				required={required}
				onKeyDown={(event) => {
					if (event.key === "Enter") event.preventDefault();
					event.stopPropagation();
				}}
				onPaste={(event) => event.stopPropagation()}
				onChange={(event) => onChange(event.currentTarget.value.replace(/\s*\n\s*/g, " "))}
			/>
		</div>
	);
}
