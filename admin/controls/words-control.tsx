/** @jsxImportSource react */
import { List } from "immutable";
import { type KeyboardEvent, useRef, useState } from "react";
import { findRelations } from "../relations.ts";
import { strings } from "../strings.ts";
import { ChosenList, SuggestionList, useSuggestions } from "./suggestions.tsx";
import "./words.css";

export interface WordsControlProps {
	readonly forID: string;
	readonly classNameWrapper: string;
	readonly field: { get(name: string): unknown };
	readonly value?: List<string> | readonly string[] | string;
	readonly onChange: (value: List<string>) => void;
	readonly setActiveStyle: () => void;
	readonly setInactiveStyle: () => void;
}

/** A list of words or phrases. Each is added with Enter, with a comma, or when the field loses the focus. */
export function WordsControl(props: WordsControlProps) {
	const { forID, classNameWrapper, field, value, onChange } = props;
	const [typed, setTyped] = useState("");
	const [message, setMessage] = useState("");
	const input = useRef<HTMLInputElement>(null);
	const words = wordsOf(value);
	const isTags = field.get("name") === "tags";

	const suggestions = useSuggestions({
		find: (some) => findRelations("tags", some, { limit: 8 }),
		words: isTags && typed.trim() !== "" ? typed.trim() : undefined,
	});

	const add = (text: string) => {
		const fresh = text
			.split(/[,;\n]/)
			.map((word) => word.replace(/\s+/g, " ").trim().normalize("NFC"))
			.filter((word) => word !== "" && !words.includes(word));
		setTyped("");
		if (fresh.length === 0) return;
		onChange(List([...words, ...new Set(fresh)]));
		setMessage(strings.words.added(fresh.join(", ")));
	};
	const remove = (word: string) => {
		onChange(List(words.filter((other) => other !== word)));
		setMessage(strings.words.removed(word));
		input.current?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		// An input method is still composing a syllable.
		if (event.nativeEvent.isComposing) return;
		const last = words.at(-1);
		if (event.key === "Enter" || event.key === ",") {
			event.preventDefault();
			add(suggestions.chosen?.title ?? typed);
		} else if (isTags && suggestions.move(event)) {
			event.preventDefault();
		} else if (event.key === "Escape") suggestions.close();
		else if (event.key === "Backspace" && typed === "" && last !== undefined) {
			event.preventDefault();
			remove(last);
		}
	};
	return (
		<div className={`${classNameWrapper} words`}>
			<ChosenList
				chosen={words.map((word) => ({ id: word, title: word }))}
				labelOf={strings.words.remove}
				onRemove={remove}
			/>
			<input
				ref={input}
				id={forID}
				type="text"
				autoComplete="off"
				{...(isTags && suggestions.box)}
				value={typed}
				onFocus={props.setActiveStyle}
				onBlur={() => {
					props.setInactiveStyle();
					add(typed);
				}}
				onKeyDown={onKeyDown}
				onChange={(event) => {
					const text = event.currentTarget.value;
					// A phone's keyboard may send a comma without a key event; pasted lists have several.
					if (/[,;\n]/.test(text)) add(text);
					else setTyped(text);
				}}
			/>
			<SuggestionList
				suggestions={suggestions}
				label={strings.words.suggestions}
				onChoose={({ title }) => add(title)}
			/>
			<span role="status" className={suggestions.fault === undefined ? "visually-hidden" : undefined}>
				{suggestions.fault ?? message}
			</span>
		</div>
	);
}

function wordsOf(value: WordsControlProps["value"]): string[] {
	if (value === undefined || value === null || value === "") return [];
	return typeof value === "string" ? [value] : [...value];
}
