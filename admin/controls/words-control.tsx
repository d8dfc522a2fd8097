/** @jsxImportSource react */
import { List } from "immutable";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { RelationOption } from "../../src/desk/messages.ts";
import { findRelations } from "../relations.ts";
import { strings } from "../strings.ts";
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

const millisecondsAfterTyping = 150;

/** A list of words or phrases. Each is added with Enter, with a comma, or when the field loses the focus. */
export function WordsControl(props: WordsControlProps) {
	const { forID, classNameWrapper, field, value, onChange } = props;
	const id = useId();
	const [typed, setTyped] = useState("");
	const [message, setMessage] = useState("");
	const [offered, setOffered] = useState<readonly RelationOption[]>([]);
	const [chosen, setChosen] = useState(-1);
	const input = useRef<HTMLInputElement>(null);
	const words = wordsOf(value);
	const isTags = field.get("name") === "tags";

	useEffect(() => {
		setChosen(-1);
		if (!isTags || typed.trim() === "") {
			setOffered([]);
			return undefined;
		}
		let isOld = false;
		const timer = setTimeout(async () => {
			const found = await findRelations("tags", typed.trim(), { limit: 8 });
			if (!isOld) setOffered(found);
		}, millisecondsAfterTyping);
		return () => {
			isOld = true;
			clearTimeout(timer);
		};
	}, [typed, isTags]);

	const add = (text: string) => {
		const fresh = text
			.split(/[,;\n]/)
			.map((word) => word.replace(/\s+/g, " ").trim().normalize("NFC"))
			.filter((word) => word !== "" && !words.includes(word));
		setTyped("");
		setOffered([]);
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
			add(offered[chosen]?.title ?? typed);
		} else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			if (offered.length === 0) return;
			event.preventDefault();
			const step = event.key === "ArrowDown" ? 1 : -1;
			setChosen((chosen + step + offered.length + 1) % (offered.length + 1));
		} else if (event.key === "Escape") setOffered([]);
		else if (event.key === "Backspace" && typed === "" && last !== undefined) {
			event.preventDefault();
			remove(last);
		}
	};
	return (
		<div className={`${classNameWrapper} words`}>
			{words.length > 0 && (
				<ul className="words-chosen">
					{words.map((word) => (
						<li key={word}>
							{word}
							<button type="button" aria-label={strings.words.remove(word)} onClick={() => remove(word)}>
								×
							</button>
						</li>
					))}
				</ul>
			)}
			<input
				ref={input}
				id={forID}
				type="text"
				autoComplete="off"
				{...(isTags && {
					role: "combobox",
					"aria-autocomplete": "list" as const,
					"aria-expanded": offered.length > 0,
					"aria-controls": id,
					...(offered[chosen] && { "aria-activedescendant": `${id}-${chosen}` }),
				})}
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
			<div
				id={id}
				role="listbox"
				tabIndex={-1}
				aria-label={strings.words.suggestions}
				hidden={offered.length === 0}
				className="words-offered"
			>
				{offered.map((relation, index) => (
					<div
						key={relation.id}
						id={`${id}-${index}`}
						role="option"
						tabIndex={-1}
						aria-selected={index === chosen}
						// Before the field loses the focus and adds what was typed.
						onMouseDown={(event) => {
							event.preventDefault();
							add(relation.title);
						}}
					>
						{relation.title} <small>{relation.hint}</small>
					</div>
				))}
			</div>
			<span role="status" className="visually-hidden">
				{message}
			</span>
		</div>
	);
}

function wordsOf(value: WordsControlProps["value"]): string[] {
	if (value === undefined || value === null || value === "") return [];
	return typeof value === "string" ? [value] : [...value];
}
