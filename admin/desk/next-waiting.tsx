/** @jsxImportSource react */
import { useEffect, useRef, useState } from "react";
import { type EntryList, type EntrySummary, formFragment } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import { askDesk } from "./desk-client.ts";
import type { Place } from "./entry-presence.tsx";

/** Names the entry about which this tab has just decided; the page was loaded again since. */
const decidedKey = "desk-decided";

const nameOf = ({ collection, id }: Place) => `${collection}/${id}`;

/** To be called when somebody has approved, returned or published an entry that waited for review. */
export function rememberDecision(place: Place): void {
	sessionStorage.setItem(decidedKey, nameOf(place));
}

/**
 * After a decision: a link to the article that has waited longest for this person's review. It has the focus, so that
 * Enter goes on.
 */
export function NextWaiting({ place }: { readonly place: Place }) {
	const [next, setNext] = useState<{ readonly entry: EntrySummary; readonly count: number }>();
	const link = useRef<HTMLAnchorElement>(null);
	useEffect(() => {
		setNext(undefined);
		if (sessionStorage.getItem(decidedKey) !== nameOf(place)) return;
		askDesk<EntryList>("/waiting?state=review&limit=1", { isPatient: false }).then(
			({ entries: [entry], count }) => entry && setNext({ entry, count }),
			() => {},
		);
	}, [place]);
	useEffect(() => {
		if (next) link.current?.focus({ preventScroll: true });
	}, [next]);
	if (!next) return null;
	return (
		<a ref={link} href={formFragment("articles", next.entry.id)}>
			{strings.entry.nextWaiting(next.entry.title, next.count)}
		</a>
	);
}
