/** @jsxImportSource react */
import { List } from "immutable";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { RelationOption } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import type { ControlProps } from "./control-props.ts";
import { findOptions, optionOf } from "./find-options.ts";
import { ChosenList, SuggestionList, useSuggestions } from "./suggestions.tsx";

type Value = string | List<string> | readonly string[];

/** Chooses one or several authors, committees, provinces, articles or kinds; the search ignores accents. */
export function ChoiceControl(props: ControlProps<Value>) {
	const { forID, classNameWrapper, field, value, onChange, getEntry, setActiveStyle, setInactiveStyle } =
		props;
	const isMultiple = field.get("multiple") === true;
	const ids = idsOf(value);
	const day = () => String(getEntry().getIn(["data", "date"]) ?? "").slice(0, 10);
	const titles = useTitles(field, ids, day);
	const [typed, setTyped] = useState("");
	const [isOpen, setOpen] = useState(false);
	const [isDue, setDue] = useState(false);
	const [message, setMessage] = useState("");
	const input = useRef<HTMLInputElement>(null);
	const suggestions = useSuggestions({
		find: (words) => findOptions(field, words, day()),
		words: isOpen ? typed.trim() : undefined,
		choosesFirst: true,
		omitted: ids,
	});
	// After the last choice nothing is left to suggest, and nothing needs to be said.
	const isNothing = suggestions.isNothing && (typed.trim() !== "" || ids.length === 0);
	const notice = suggestions.fault ?? (isNothing ? strings.choice.nothing : undefined);
	const put = (next: readonly string[]) => onChange(isMultiple ? List(next) : (next[0] ?? ""));
	const close = () => {
		setOpen(false);
		setTyped("");
	};
	const choose = (option: RelationOption | undefined) => {
		setDue(false);
		if (!option) return;
		put(isMultiple ? [...ids, option.id] : [option.id]);
		setTyped("");
		setOpen(isMultiple);
		setMessage(strings.choice.chosen(option.title));
	};
	useEffect(() => {
		if (!isDue || !suggestions.isCurrent) return;
		choose(suggestions.chosen);
		if (input.current !== document.activeElement) close();
	});
	const remove = (gone: string) => {
		put(ids.filter((other) => other !== gone));
		input.current?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (suggestions.move(event)) {
			event.preventDefault();
			setOpen(true);
		} else if (event.key === "Enter" && isOpen) {
			event.preventDefault();
			if (suggestions.chosen) choose(suggestions.chosen);
			// There is no list of these words yet: what was typed is looked up before it is chosen.
			else {
				setDue(typed.trim() !== "" && !suggestions.isCurrent);
				suggestions.retry();
			}
		} else if (event.key === "Escape") {
			setOpen(false);
			setDue(false);
		} else if (event.key === "Backspace" && typed === "") {
			const last = ids.at(-1);
			if (last !== undefined) remove(last);
		}
	};
	return (
		<div className={`${classNameWrapper} words`}>
			<ChosenList
				chosen={ids.map((each) => ({ id: each, title: titles.get(each) ?? each }))}
				labelOf={strings.words.remove}
				onRemove={remove}
			/>
			<input
				ref={input}
				id={forID}
				type="text"
				{...suggestions.box}
				placeholder={ids.length > 0 && !isMultiple ? strings.choice.change : strings.choice.find}
				value={typed}
				onFocus={() => {
					setActiveStyle();
					setOpen(true);
					suggestions.retry();
				}}
				onBlur={() => {
					setInactiveStyle();
					// Words that could not be looked up stay, with the reason.
					const isWaiting = isDue || (suggestions.fault !== undefined && typed.trim() !== "");
					if (!isWaiting) close();
				}}
				onKeyDown={onKeyDown}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setOpen(true);
					setDue(false);
				}}
			/>
			<SuggestionList suggestions={suggestions} label={strings.choice.options} onChoose={choose} />
			<span role="status" className={notice === undefined ? "visually-hidden" : undefined}>
				{notice ?? message}
			</span>
		</div>
	);
}

function idsOf(value: Value | undefined): string[] {
	if (value === undefined || value === null || value === "") return [];
	return typeof value === "string" ? [value] : [...value];
}

/** The names of the chosen values, as they are loaded. */
function useTitles(
	field: ControlProps<Value>["field"],
	ids: readonly string[],
	day: () => string,
): ReadonlyMap<string, string> {
	const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
	const key = ids.join("\n");
	// biome-ignore lint/correctness/useExhaustiveDependencies: by the ids
	useEffect(() => {
		let isOld = false;
		void Promise.all(ids.map((id) => optionOf(field, id, day()))).then((options) => {
			if (!isOld) setTitles(new Map(options.map(({ id, title }) => [id, title])));
		});
		return () => {
			isOld = true;
		};
	}, [key]);
	return titles;
}
