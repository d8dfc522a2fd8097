/**
 * A note of what is kept, in a place that browsers do not clear when they need room: so a reader can be told what was
 * taken away.
 */
import type { KeptState } from "../messages.ts";

export type RememberedSet = Pick<KeptState, "id" | "title">;

const key = "kept";

export function rememberSets(sets: readonly RememberedSet[]): void {
	try {
		localStorage.setItem(key, JSON.stringify(sets.map(({ id, title }) => ({ id, title }))));
	} catch {
		// Storage may be forbidden; then nothing is told.
	}
}

export function rememberedSets(): readonly RememberedSet[] {
	try {
		const sets: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
		return Array.isArray(sets) ? (sets as RememberedSet[]) : [];
	} catch {
		return [];
	}
}
