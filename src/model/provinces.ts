/**
 * The provinces and centrally run cities with their history. An article names the unit of its day, and readers are
 * told what that unit is called now.
 *
 * A unit goes on while its name and rank stay and it neither takes in nor is taken into another; districts and
 * communes that moved from one to another make no new unit. So the eleven that resolution 202/2025/QH15 left alone
 * are one unit before and after 1 July 2025, and a merged unit is a new one though it kept a name.
 */
import { addDays, compareVietnamese, slugify } from "../text/index.ts";
import type { IsoDay, Slug } from "./ids.ts";
import { asIsoDay, asSlug } from "./ids.ts";
import type { ProvinceKey, ProvinceUnit } from "./province.ts";
import { firstCities, firstProvinces, provinceAliases, provinceChanges } from "./province-data.ts";
import { strings } from "./strings.ts";

/** Every unit there has been since 2004, by the Vietnamese alphabet; those of one name oldest first. */
export const provinceUnits: readonly ProvinceUnit[] = replayChanges();

const unitsByKey: ReadonlyMap<ProvinceKey, ProvinceUnit> = new Map(
	provinceUnits.map((unit) => [unit.key, unit]),
);
const unitsBySlug = new Map<Slug, ProvinceUnit[]>();
for (const unit of provinceUnits) {
	const sameSlug = unitsBySlug.get(unit.slug);
	if (sameSlug) sameSlug.push(unit);
	else unitsBySlug.set(unit.slug, [unit]);
}
const slugsBySpelling: ReadonlyMap<string, Slug> = new Map(
	provinceUnits.flatMap((unit) =>
		[unit.name, ...unit.aliases].map((spelling) => [spellingKey(spelling), unit.slug]),
	),
);

/** Every slug that a unit has or had, by the Vietnamese alphabet of the names. */
export const provinceSlugs: readonly Slug[] = [...unitsBySlug.keys()];

/** The unit with a key; undefined for a key of none. */
export function unitByKey(key: ProvinceKey): ProvinceUnit | undefined {
	return unitsByKey.get(key);
}

/** Every unit that had the slug, oldest first; empty for a slug of none. */
export function unitsWithSlug(slug: Slug): readonly ProvinceUnit[] {
	return unitsBySlug.get(slug) ?? [];
}

/** The units of a day, by the Vietnamese alphabet. */
export function unitsOn(day: IsoDay): readonly ProvinceUnit[] {
	return provinceUnits.filter((unit) => existsOn(unit, day));
}

/** The unit that had the slug on a day; undefined where there was none. */
export function provinceOn(slug: Slug, day: IsoDay): ProvinceUnit | undefined {
	return unitsWithSlug(slug).find((unit) => existsOn(unit, day));
}

/**
 * What has become of a unit by a day: itself while it exists, or else the units of that day reached through its
 * successors. One unit so far, as none has been divided since 2004; none where the unit did not exist yet.
 */
export function currentUnits(unit: ProvinceUnit, day: IsoDay): readonly ProvinceUnit[] {
	if (existsOn(unit, day)) return [unit];
	return [...new Set(knownUnits(unit.successors).flatMap((successor) => currentUnits(successor, day)))];
}

/**
 * The slugs whose articles the page of a slug gathers on a day: its own first, then those of every unit that had been
 * merged into a unit with this slug by then, by the Vietnamese alphabet. Empty where no unit has had the slug yet.
 */
export function gatheredSlugs(slug: Slug, day: IsoDay): readonly Slug[] {
	const latest = unitsWithSlug(slug).findLast((unit) => unit.from === undefined || unit.from <= day);
	if (!latest) return [];
	const formers = predecessorsOf(latest).sort(byName);
	return [...new Set([slug, ...formers.map((former) => former.slug)])];
}

/** What every unit that once had the slug and those that took it in have been called, whatever the day. */
export function laterNames(slug: Slug): readonly string[] {
	return [...new Set(laterUnits(slug).map(({ name }) => name))];
}

/** The slugs of the units that took in one with the slug, whatever the day; without the slug itself. */
export function laterSlugs(slug: Slug): readonly Slug[] {
	return [...new Set(laterUnits(slug).map((unit) => unit.slug))].filter((later) => later !== slug);
}

/** With its rank, as it stands in a sentence: `tỉnh Bình Phước`, `thành phố Đồng Nai`. */
export function fullNameOf(unit: Pick<ProvinceUnit, "name" | "rank">): string {
	return `${strings.provinceRanks[unit.rank]} ${unit.name}`;
}

/** With its rank, as it stands alone: `Tỉnh Bình Phước`. */
export function capitalisedNameOf(unit: Pick<ProvinceUnit, "name" | "rank">): string {
	const fullName = fullNameOf(unit);
	return fullName.charAt(0).toUpperCase() + fullName.slice(1);
}

/**
 * The unit that a text names, by any name or alias, with or without its rank, whatever its accents, case and hyphens:
 * `TP. HCM`, `tinh ba ria vung tau`. The latest of the units that had the name; undefined where the text names none.
 */
export function findProvince(text: string): ProvinceUnit | undefined {
	const slug = slugsBySpelling.get(spellingKey(text));
	return slug === undefined ? undefined : unitsWithSlug(slug).at(-1);
}

function existsOn(unit: ProvinceUnit, day: IsoDay): boolean {
	return (unit.from === undefined || unit.from <= day) && (unit.to === undefined || day <= unit.to);
}

/** Every unit that once had the slug, each with those that it went on in. */
function laterUnits(slug: Slug): ProvinceUnit[] {
	const withSuccessors = (unit: ProvinceUnit): ProvinceUnit[] => [
		unit,
		...knownUnits(unit.successors).flatMap(withSuccessors),
	];
	return unitsWithSlug(slug).flatMap(withSuccessors);
}

function knownUnits(keys: readonly ProvinceKey[]): ProvinceUnit[] {
	return keys.flatMap((key) => unitsByKey.get(key) ?? []);
}

function predecessorsOf(unit: ProvinceUnit): ProvinceUnit[] {
	const direct = knownUnits(unit.predecessors);
	return [...direct, ...direct.flatMap(predecessorsOf)];
}

function spellingKey(text: string): string {
	return slugify(text).replace(/^(?:tinh|thanh-pho|tp)-/, "");
}

function byName(a: ProvinceUnit, b: ProvinceUnit): number {
	return compareVietnamese(a.name, b.name);
}

/** Makes the units by applying every change to those that exist at its day. */
function replayChanges(): ProvinceUnit[] {
	const ended: ProvinceUnit[] = [];
	const existing = new Map<string, ProvinceUnit>();
	for (const name of firstCities) existing.set(name, newUnit(name, "city"));
	for (const name of firstProvinces) existing.set(name, newUnit(name, "province"));
	for (const { day, act, name, rank, from } of provinceChanges) {
		const begins = asIsoDay(day);
		const ends = asIsoDay(addDays(day, -1));
		const key = keyOf(name, begins);
		const predecessors: ProvinceKey[] = [];
		for (const formerName of from) {
			const former = existing.get(formerName);
			if (!former) throw new Error(`No province "${formerName}" on ${ends}, as act ${act} would have it`);
			existing.delete(formerName);
			ended.push({ ...former, to: ends, successors: [key] });
			predecessors.push(former.key);
		}
		existing.set(name, { ...newUnit(name, rank, begins), act, predecessors });
	}
	// Both lists are in the order of time, and sorting keeps that order among units of one name.
	return [...ended, ...existing.values()].sort(byName);
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
