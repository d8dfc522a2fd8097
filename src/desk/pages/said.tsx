/**
 * The outcome of a form. It is shown after a redirect, so that Back and Reload never send the form again.
 */
import { randomUUID } from "node:crypto";
import type { Person } from "../people.ts";
import { Notice } from "./layout.tsx";
import { goTo } from "./page-answer.tsx";

/** Messages for the person who sent the form. */
export interface Said {
	readonly done?: string;
	readonly faults?: readonly string[];
}

const parameter = "ket-qua";
/** Outcomes that were not shown yet; the oldest are dropped first. */
const mostKept = 200;

export interface Outcomes<Kind extends Said> {
	/** Redirects to a page that shows it. @param address on this origin, with or without a query */
	show(person: Person, said: Kind, address: string): Response;
	/** What the page at this address shows: once, and only to this person. */
	take(person: Person, url: string): Kind | undefined;
}

export function createOutcomes<Kind extends Said>(): Outcomes<Kind> {
	const kept = new Map<string, { readonly person: string; readonly said: Kind }>();
	return {
		show(person, said, address) {
			const key = randomUUID();
			kept.set(key, { person: person.id, said });
			for (const oldest of kept.keys()) {
				if (kept.size <= mostKept) break;
				kept.delete(oldest);
			}
			return goTo(`${address}${address.includes("?") ? "&" : "?"}${parameter}=${key}`);
		},
		take(person, url) {
			const key = new URL(url).searchParams.get(parameter) ?? "";
			const found = kept.get(key);
			if (found?.person !== person.id) return undefined;
			kept.delete(key);
			return found.said;
		},
	};
}

export function SaidNotices({ said }: { readonly said: Said | undefined }) {
	return (
		<>
			{said?.done !== undefined && <Notice kind="done">{said.done}</Notice>}
			{said?.faults?.map((fault) => (
				<Notice kind="fault">{fault}</Notice>
			))}
		</>
	);
}
