/** Tracks who has which entry open, in memory. After a restart, each open page reports again within half a minute. */
import type { Events } from "./events.ts";
import type { Collection, OpenBy } from "./messages.ts";
import type { Person } from "./people.ts";

/** A page that has not reported for this long (milliseconds) is closed; pages report every 30 s. */
const patience = 75_000;

interface Visit extends OpenBy {
	readonly seen: number;
}

export interface Presence {
	/** @param doing `taking` puts the person first; `leaving` removes them */
	note(collection: Collection, id: string, person: Person, doing?: "taking" | "leaving"): readonly OpenBy[];
	openBy(collection: Collection, id: string): readonly OpenBy[];
}

export function createPresence(events: Events, clock: () => number): Presence {
	const visits = new Map<string, readonly Visit[]>();

	function current(key: string): readonly Visit[] {
		const left = (visits.get(key) ?? []).filter(({ seen }) => clock() - seen < patience);
		if (left.length > 0) visits.set(key, left);
		else visits.delete(key);
		return left;
	}

	const shown = (each: readonly Visit[]): OpenBy[] =>
		each.map(({ id, name, since }) => ({ id, name, since }));

	return {
		note(collection, id, person, doing) {
			const key = `${collection}/${id}`;
			const before = current(key);
			const others = before.filter((visit) => visit.id !== person.id);
			const own: Visit = {
				id: person.id,
				name: person.name,
				since: before.find((visit) => visit.id === person.id)?.since ?? new Date(clock()).toISOString(),
				seen: clock(),
			};
			const after =
				doing === "leaving" ? others : doing === "taking" ? [own, ...others] : mine(before, own, others);
			if (after.length > 0) visits.set(key, after);
			else visits.delete(key);
			const names = (each: readonly Visit[]) => each.map((visit) => visit.id).join();
			if (names(before) !== names(after)) {
				events.tell({ kind: "presence", collection, id, openBy: shown(after) });
			}
			return shown(after);
		},
		openBy: (collection, id) => shown(current(`${collection}/${id}`)),
	};
}

/** A person who is there already keeps the place. */
function mine(before: readonly Visit[], own: Visit, others: readonly Visit[]): readonly Visit[] {
	const isThere = before.some(({ id }) => id === own.id);
	return isThere ? before.map((visit) => (visit.id === own.id ? own : visit)) : [...others, own];
}
