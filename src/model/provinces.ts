/**
 * The provinces and centrally run cities with their history. An article refers to the unit of its day, and readers see
 * what has become of that unit.
 *
 * A unit continues as long as its name and rank stay and it is neither divided nor merged. Moving districts or communes
 * makes no new unit. So the eleven that resolution 202/2025/QH15 left unchanged are the same units before and after 1
 * July 2025. A merged unit is a new one, even if it kept a name.
 */
import { slugify } from "../text/index.ts";
import type { IsoDay, Slug } from "./ids.ts";
import type { ProvinceKey, ProvinceUnit } from "./province.ts";
import { type ProvinceChange, properFullNames, provinceChanges } from "./province-data.ts";
import { replayChanges } from "./province-history.ts";
import { strings } from "./strings.ts";

/** The units and what became of them. A slug may have had several units, one after the other. */
export interface Provinces {
	/** Every unit since July 1976, by the Vietnamese alphabet; units with the same name oldest first. */
	readonly units: readonly ProvinceUnit[];
	/** Every slug that a unit has or had, by the Vietnamese alphabet of the names. */
	readonly slugs: readonly Slug[];
	/** The unit with a key; undefined if there is none. */
	byKey(key: ProvinceKey): ProvinceUnit | undefined;
	/** Every unit that had the slug, oldest first; empty if there is none. */
	withSlug(slug: Slug): readonly ProvinceUnit[];
	/** The units of a day, by the Vietnamese alphabet. */
	on(day: IsoDay): readonly ProvinceUnit[];
	/** The unit that had the slug on a day; undefined if there was none. */
	at(slug: Slug, day: IsoDay): ProvinceUnit | undefined;
	/**
	 * What has become of a unit by a day: itself while it exists, otherwise its successors of that day. There are several
	 * if it was divided, and none if the unit did not exist yet.
	 */
	current(unit: ProvinceUnit, day: IsoDay): readonly ProvinceUnit[];
	/**
	 * The units whose articles the page of a slug shows on a day. These are the units with the slug, and every unit that
	 * has become part of the latest of them by then. A divided unit is on the pages of all its parts. Empty if no unit
	 * has had the slug yet.
	 */
	gathered(slug: Slug, day: IsoDay): ReadonlySet<ProvinceKey>;
	/** All successors of a unit, direct and indirect, nearest first, without the unit itself. */
	later(unit: ProvinceUnit): readonly ProvinceUnit[];
	/**
	 * The unit that a text names, by any name or alias, with or without its rank, ignoring accents, case and hyphens:
	 * `TP. HCM`, `tinh ba ria vung tau`. The latest unit with that name; undefined if there is none.
	 */
	find(text: string): ProvinceUnit | undefined;
}

/**
 * The units since July 1976.
 *
 * @param further changes in addition to the built-in ones, in any order; one that is built in too counts once
 * @throws ProvinceChangeError if changes cannot be applied
 */
export function createProvinces(further: readonly ProvinceChange[] = []): Provinces {
	const builtIn = new Set(provinceChanges.map(identityOf));
	const units = replayChanges([
		...provinceChanges,
		...further.filter((change) => !builtIn.has(identityOf(change))),
	]);
	const byKey = new Map<ProvinceKey, ProvinceUnit>(units.map((unit) => [unit.key, unit]));
	const bySlug = new Map<Slug, ProvinceUnit[]>();
	for (const unit of units) {
		const sameSlug = bySlug.get(unit.slug);
		if (sameSlug) sameSlug.push(unit);
		else bySlug.set(unit.slug, [unit]);
	}
	const slugBySpelling = new Map<string, Slug>(
		units.flatMap((unit) =>
			[unit.name, ...unit.aliases].map((spelling) => [spellingKey(spelling), unit.slug]),
		),
	);

	const withSlug = (slug: Slug): readonly ProvinceUnit[] => bySlug.get(slug) ?? [];
	const known = (keys: readonly ProvinceKey[]): ProvinceUnit[] => keys.flatMap((key) => byKey.get(key) ?? []);
	const following = (unit: ProvinceUnit, link: "predecessors" | "successors"): ProvinceUnit[] => {
		const reached = new Set(known(unit[link]));
		for (const next of reached) for (const further of known(next[link])) reached.add(further);
		return [...reached];
	};
	const current = (unit: ProvinceUnit, day: IsoDay): readonly ProvinceUnit[] => {
		const reached = new Set<ProvinceUnit>();
		const reach = (next: ProvinceUnit): void => {
			if (reached.has(next)) return;
			reached.add(next);
			if (!existsOn(next, day)) known(next.successors).forEach(reach);
		};
		reach(unit);
		return [...reached].filter((next) => existsOn(next, day));
	};

	return {
		units,
		slugs: [...bySlug.keys()],
		byKey: (key) => byKey.get(key),
		withSlug,
		on: (day) => units.filter((unit) => existsOn(unit, day)),
		at: (slug, day) => withSlug(slug).find((unit) => existsOn(unit, day)),
		current,
		gathered(slug, day) {
			const own = withSlug(slug).filter((unit) => unit.from === undefined || unit.from <= day);
			const latest = own.at(-1);
			const gathered = latest ? [...own, ...following(latest, "predecessors")] : [];
			return new Set(gathered.map(({ key }) => key));
		},
		later: (unit) => following(unit, "successors"),
		find(text) {
			const slug = slugBySpelling.get(spellingKey(text));
			return slug === undefined ? undefined : withSlug(slug).at(-1);
		},
	};
}

/** The units by the built-in changes. */
export const provinces: Provinces = createProvinces();

/** The name with its rank, as within a sentence: `tỉnh Bình Phước`, `thành phố Đồng Nai`, `Thành phố Hồ Chí Minh`. */
export function fullNameOf(unit: Pick<ProvinceUnit, "name" | "rank">): string {
	return properFullNames[unit.name] ?? `${strings.provinceRanks[unit.rank]} ${unit.name}`;
}

function existsOn(unit: ProvinceUnit, day: IsoDay): boolean {
	return (unit.from === undefined || unit.from <= day) && (unit.to === undefined || day <= unit.to);
}

/** Equal for spellings that differ in rank, accents, case, spaces and hyphens: `TP. Hà Nội`, `Hanoi`, `Ha Noi City`. */
function spellingKey(text: string): string {
	return slugify(text)
		.replace(/^(?:tinh|thanh-pho|tp|t-p|t|dac-khu|thu-do)-/, "")
		.replace(/-(?:cu|city|province)$/, "")
		.replaceAll("-", "");
}

/** What makes two changes the same, whatever their acts are called. */
function identityOf({ day, from, to }: ProvinceChange): string {
	const after = to.map(({ name, rank }) => `${name} ${rank}`);
	return JSON.stringify([day, from.toSorted(), after.sort()]);
}
