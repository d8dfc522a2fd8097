/**
 * A list of what is kept, in storage that browsers do not clear when they need room. With it, a reader can be told what
 * was removed.
 */
import type { KeptState } from "../messages.ts";

export type RememberedSet = Pick<KeptState, "id" | "title">;

const key = "kept";

export function rememberSets(sets: readonly RememberedSet[]): void {
	try {
		localStorage.setItem(key, JSON.stringify(sets.map(({ id, title }) => ({ id, title }))));
	} catch {
		// Storage may be blocked; then nothing is shown.
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
