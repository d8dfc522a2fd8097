/** @jsxImportSource react */
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { DeskError } from "../desk/desk-client.ts";
import { strings } from "../strings.ts";

/** One suggestion of a box. */
export interface Suggestion {
	readonly id: string;
	readonly title: string;
	readonly hint?: string;
}

const millisecondsAfterTyping = 150;

interface Answer<Offer> {
	readonly words: string;
	readonly offers: readonly Offer[];
	/** Why there is no list, in Vietnamese. */
	readonly fault?: string;
}

interface SuggestionsOptions<Offer extends Suggestion> {
	/** Finds the suggestions for what was typed. It throws where they cannot be had. */
	readonly find: (words: string) => Promise<readonly Offer[]>;
	/** What was typed; undefined while no suggestions are wanted. */
	readonly words: string | undefined;
	/** Whether the first suggestion is highlighted at once, so that Enter takes it. */
	readonly choosesFirst?: boolean;
	/** Ids that are left out, such as those already chosen. */
	readonly omitted?: readonly string[];
}

/** The suggestions for what is typed in a box, and the one that is highlighted by the arrow keys. */
export function useSuggestions<Offer extends Suggestion>({
	find,
	words,
	choosesFirst = false,
	omitted = [],
}: SuggestionsOptions<Offer>) {
	const id = useId();
	const [answer, setAnswer] = useState<Answer<Offer>>();
	const [attempt, setAttempt] = useState(1);
	const [reached, setReached] = useState<{ words: string | undefined; id: string | undefined }>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the words decide
	useEffect(() => {
		if (words === undefined) {
			setAnswer(undefined);
			return undefined;
		}
		let isOld = false;
		const timer = setTimeout(async () => {
			const next = await find(words).then(
				(offers): Answer<Offer> => ({ words, offers }),
				(error: unknown): Answer<Offer> => ({ words, offers: [], fault: faultIn(error) }),
			);
			if (!isOld) setAnswer(next);
		}, millisecondsAfterTyping);
		return () => {
			isOld = true;
			clearTimeout(timer);
		};
	}, [words, attempt]);
	const fault = answer?.fault;
	const isCurrent = answer !== undefined && answer.words === words && fault === undefined;
	const offered = (answer?.offers ?? []).filter((offer) => !omitted.includes(offer.id));
	const reachedAt = reached?.words === words ? offered.findIndex((offer) => offer.id === reached?.id) : -1;
	const at = reachedAt === -1 && choosesFirst && isCurrent ? 0 : reachedAt;
	const chosen = offered[at];
	return {
		id,
		offered,
		chosen,
		/** Whether what is offered answers the words. Until then it answers earlier ones. */
		isCurrent,
		/** Whether a search has found nothing. */
		isNothing: answer !== undefined && fault === undefined && offered.length === 0,
		/** What to tell the person after a search that failed. */
		fault,
		/** Looks the same words up again if that failed before. */
		retry: () => {
			if (fault !== undefined) setAttempt(attempt + 1);
		},
		close: () => setAnswer(undefined),
		/** Attributes of the text box. */
		box: {
			role: "combobox",
			autoComplete: "off",
			"aria-autocomplete": "list",
			"aria-expanded": offered.length > 0,
			"aria-controls": id,
			...(chosen && { "aria-activedescendant": `${id}-${at}` }),
		} as const,
		/** Moves the highlight by the arrow keys. @returns whether the key was one of them */
		move({ key }: KeyboardEvent): boolean {
			if (key !== "ArrowDown" && key !== "ArrowUp") return false;
			const first = choosesFirst ? 0 : -1;
			const last = offered.length - 1;
			let next = at + (key === "ArrowDown" ? 1 : -1);
			if (next > last) next = first;
			if (next < first) next = last;
			setReached({ words, id: offered[next]?.id });
			return true;
		},
	};
}

/** The desk says itself why it refuses. Any other error means that it was not reached. */
function faultIn(error: unknown): string {
	return strings.choice.failed(error instanceof DeskError ? error.message : strings.choice.unreached);
}

interface SuggestionListProps<Offer extends Suggestion> {
	readonly suggestions: Pick<ReturnType<typeof useSuggestions<Offer>>, "id" | "offered" | "chosen">;
	readonly label: string;
	readonly onChoose: (offer: Offer) => void;
}

/** The list below the box. */
export function SuggestionList<Offer extends Suggestion>({
	suggestions: { id, offered, chosen },
	label,
	onChoose,
}: SuggestionListProps<Offer>) {
	return (
		<div
			id={id}
			role="listbox"
			tabIndex={-1}
			aria-label={label}
			hidden={offered.length === 0}
			className="words-offered"
		>
			{offered.map((offer, index) => (
				<div
					key={offer.id}
					id={`${id}-${index}`}
					role="option"
					tabIndex={-1}
					aria-selected={offer === chosen}
					// Before the box loses the focus.
					onMouseDown={(event) => {
						event.preventDefault();
						onChoose(offer);
					}}
				>
					{offer.title} <small>{offer.hint}</small>
				</div>
			))}
		</div>
	);
}

interface ChosenListProps {
	readonly chosen: readonly Suggestion[];
	/** The label of the button beside an item. */
	readonly labelOf: (title: string) => string;
	readonly onRemove: (id: string) => void;
}

/** The chosen items, each with a button that removes it. */
export function ChosenList({ chosen, labelOf, onRemove }: ChosenListProps) {
	if (chosen.length === 0) return null;
	return (
		<ul className="words-chosen">
			{chosen.map(({ id, title }) => (
				<li key={id}>
					{title}
					<button type="button" aria-label={labelOf(title)} onClick={() => onRemove(id)}>
						×
					</button>
				</li>
			))}
		</ul>
	);
}
