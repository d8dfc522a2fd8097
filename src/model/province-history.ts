/** The provinces as a result of changes, one after the other. */
import { addDays, compareVietnamese, slugify } from "../text/index.ts";
import { asIsoDay, asSlug, type IsoDay, type Slug } from "./ids.ts";
import type { ProvinceKey, ProvinceUnit } from "./province.ts";
import {
	firstCities,
	firstProvinces,
	type ProvinceChange,
	provinceAliases,
	provinceChanges,
} from "./province-data.ts";

/** Why a change cannot be applied. */
export interface ProvinceChangeFault {
	readonly change: ProvinceChange;
	readonly unit: string;
	/**
	 * `unknown`: no unit had the name the day before. `taken`: another unit has the name, or one that reads alike in
	 * addresses. `twice`: the unit began on the same day. `unchanged`: the unit already has this name and rank.
	 */
	readonly reason: "unknown" | "taken" | "twice" | "unchanged";
	/** The day of a built-in change that the change makes impossible, if it can itself be applied. */
	readonly builtIn?: string;
}

/** Changes that cannot be applied. */
export class ProvinceChangeError extends Error {
	override readonly name = "ProvinceChangeError";

	readonly faults: readonly ProvinceChangeFault[];

	constructor(faults: readonly ProvinceChangeFault[]) {
		super(
			faults.map(({ reason, unit, change }) => `${reason} province "${unit}" in ${change.act}`).join("; "),
		);
		this.faults = faults;
	}
}

/**
 * Makes the units by applying every change to those that exist on its day.
 *
 * @throws ProvinceChangeError if changes cannot be applied
 */
export function replayChanges(changes: readonly ProvinceChange[]): ProvinceUnit[] {
	const history = new ProvinceHistory();
	for (const change of [...changes].sort((a, b) => a.day.localeCompare(b.day))) history.apply(change);
	if (history.faults.length > 0) throw new ProvinceChangeError(history.faults);
	return history.units();
}

/** The units while changes are applied in chronological order. A change with a fault is applied as far as possible. */
class ProvinceHistory {
	readonly faults: ProvinceChangeFault[] = [];
	readonly #ended: ProvinceUnit[] = [];
	readonly #existing = new Map<Slug, ProvinceUnit>();
	/** The latest change that named a slug. */
	readonly #latestChange = new Map<Slug, ProvinceChange>();

	constructor() {
		for (const name of firstCities) this.#add(newUnit(name, "city"));
		for (const name of firstProvinces) this.#add(newUnit(name, "province"));
	}

	apply(change: ProvinceChange): void {
		const begins = asIsoDay(change.day);
		const former = change.from.flatMap((name) => this.#formerUnit(name, change, begins) ?? []);
		const successors = change.to.map(({ name }) => keyOf(name, begins));
		for (const unit of former) {
			this.#existing.delete(unit.slug);
			this.#ended.push({ ...unit, to: asIsoDay(addDays(begins, -1)), successors });
		}
		if (changesNothing(former, change)) this.#refuse(change, change.to[0]?.name ?? "", "unchanged");
		for (const { name, rank } of change.to) {
			const unit = newUnit(name, rank, begins);
			const areKnown = former.length === change.from.length;
			if (areKnown && this.#existing.has(unit.slug)) this.#refuse(change, name, "taken");
			this.#add({ ...unit, act: change.act, predecessors: former.map(({ key }) => key) });
		}
		for (const name of [...change.from, ...change.to.map((unit) => unit.name)])
			this.#latestChange.set(asSlug(slugify(name)), change);
	}

	units(): ProvinceUnit[] {
		// Both lists are chronological, and stable sorting keeps that order among units with the same name.
		return [...this.#ended, ...this.#existing.values()].sort((a, b) => compareVietnamese(a.name, b.name));
	}

	#add(unit: ProvinceUnit): void {
		this.#existing.set(unit.slug, unit);
	}

	#formerUnit(name: string, change: ProvinceChange, begins: IsoDay): ProvinceUnit | undefined {
		const unit = this.#existing.get(asSlug(slugify(name)));
		if (unit?.name === name && unit.from !== begins) return unit;
		this.#refuse(change, name, unit?.name === name ? "twice" : "unknown");
		return undefined;
	}

	/** Notes a fault, of the portal's own change if it is that one which makes a built-in change impossible. */
	#refuse(change: ProvinceChange, unit: string, reason: ProvinceChangeFault["reason"]): void {
		const earlier = this.#latestChange.get(asSlug(slugify(unit)));
		const isCulprit = provinceChanges.includes(change) && earlier && !provinceChanges.includes(earlier);
		this.faults.push(
			isCulprit ? { change: earlier, unit, reason, builtIn: change.day } : { change, unit, reason },
		);
	}
}

function changesNothing(former: readonly ProvinceUnit[], { from, to }: ProvinceChange): boolean {
	const [before, ...othersBefore] = former;
	const [after, ...othersAfter] = to;
	if (from.length !== 1 || othersBefore.length > 0 || othersAfter.length > 0) return false;
	return before !== undefined && before.name === after?.name && before.rank === after.rank;
}

function newUnit(name: string, rank: ProvinceUnit["rank"], from?: IsoDay): ProvinceUnit {
	return {
		key: keyOf(name, from),
		slug: asSlug(slugify(name)),
		name,
		rank,
		...(from !== undefined && { from }),
		predecessors: [],
		successors: [],
		aliases: provinceAliases[name] ?? [],
	};
}

function keyOf(name: string, from?: IsoDay): ProvinceKey {
	return `${slugify(name)}@${from ?? ""}`;
}
