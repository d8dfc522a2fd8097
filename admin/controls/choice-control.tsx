/** @jsxImportSource react */
import { List } from "immutable";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { RelationOption } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import type { ControlProps } from "./control-props.ts";
import { findOptions, optionOf } from "./find-options.ts";

type Value = string | List<string> | readonly string[];

const millisecondsAfterTyping = 120;

/** Chooses one or several authors, committees, provinces, articles or kinds; the search ignores accents. */
export function ChoiceControl(props: ControlProps<Value>) {
	const { forID, classNameWrapper, field, value, onChange, getEntry, setActiveStyle, setInactiveStyle } =
		props;
	const id = useId();
	const isMultiple = field.get("multiple") === true;
	const ids = idsOf(value);
	const day = () => String(getEntry().getIn(["data", "date"]) ?? "").slice(0, 10);
	const titles = useTitles(field, ids, day);
	const [typed, setTyped] = useState("");
	const [isOpen, setOpen] = useState(false);
	const [offered, setOffered] = useState<readonly RelationOption[]>([]);
	const [chosen, setChosen] = useState(0);
	const [message, setMessage] = useState("");
	const input = useRef<HTMLInputElement>(null);

	// biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen already is left out when it is shown
	useEffect(() => {
		if (!isOpen) return undefined;
		let isOld = false;
		const timer = setTimeout(async () => {
			const found = await findOptions(field, typed.trim(), day());
			if (isOld) return;
			setOffered(found);
			setChosen(0);
			setMessage(found.length === 0 ? strings.choice.nothing : "");
		}, millisecondsAfterTyping);
		return () => {
			isOld = true;
			clearTimeout(timer);
		};
	}, [typed, isOpen]);

	const left = offered.filter((option) => !ids.includes(option.id));
	const put = (next: readonly string[]) => onChange(isMultiple ? List(next) : (next[0] ?? ""));
	const choose = (option: RelationOption | undefined) => {
		if (!option) return;
		put(isMultiple ? [...ids, option.id] : [option.id]);
		setTyped("");
		setOpen(isMultiple);
		setMessage(strings.choice.chosen(option.title));
	};
	const remove = (gone: string) => {
		put(ids.filter((other) => other !== gone));
		input.current?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			setOpen(true);
			const step = event.key === "ArrowDown" ? 1 : -1;
			setChosen((chosen + step + left.length) % Math.max(left.length, 1));
		} else if (event.key === "Enter" && isOpen) {
			event.preventDefault();
			choose(left[chosen]);
		} else if (event.key === "Escape") setOpen(false);
		else if (event.key === "Backspace" && typed === "") {
			const last = ids.at(-1);
			if (last !== undefined) remove(last);
		}
	};
	return (
		<div className={`${classNameWrapper} words`}>
			{ids.length > 0 && (
				<ul className="words-chosen">
					{ids.map((each) => (
						<li key={each}>
							{titles.get(each) ?? each}
							<button
								type="button"
								aria-label={strings.words.remove(titles.get(each) ?? each)}
								onClick={() => remove(each)}
							>
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
				role="combobox"
				aria-autocomplete="list"
				aria-expanded={isOpen && left.length > 0}
				aria-controls={id}
				{...(isOpen && left[chosen] && { "aria-activedescendant": `${id}-${chosen}` })}
				placeholder={ids.length > 0 && !isMultiple ? strings.choice.change : strings.choice.find}
				value={typed}
				onFocus={() => {
					setActiveStyle();
					setOpen(true);
				}}
				onBlur={() => {
					setInactiveStyle();
					setOpen(false);
					setTyped("");
				}}
				onKeyDown={onKeyDown}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setOpen(true);
				}}
			/>
			<div
				id={id}
				role="listbox"
				tabIndex={-1}
				aria-label={strings.choice.options}
				hidden={!isOpen || left.length === 0}
				className="words-offered"
			>
				{left.map((option, index) => (
					<div
						key={option.id}
						id={`${id}-${index}`}
						role="option"
						tabIndex={-1}
						aria-selected={index === chosen}
						// Before the field loses the focus.
						onMouseDown={(event) => {
							event.preventDefault();
							choose(option);
						}}
					>
						{option.title} <small>{option.hint}</small>
					</div>
				))}
			</div>
			<span role="status" className={message === strings.choice.nothing ? undefined : "visually-hidden"}>
				{isOpen || message !== strings.choice.nothing ? message : ""}
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
