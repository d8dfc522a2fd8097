import { type Committee, committeeNameOn } from "../model/committee.ts";
import { dayOf, type IsoDate, type IsoDay, type Slug } from "../model/ids.ts";
import { type Provinces, provinces } from "../model/provinces.ts";
import { fold, slugify } from "../text/index.ts";

/** What an article seems to belong to, with a confidence from 0 to 1 and the evidence. */
export interface Proposal {
	readonly value: Slug;
	readonly name: string;
	readonly confidence: number;
	/** The words of the text that were found. */
	readonly evidence: string;
}

/** The parts of an article that give evidence. */
export interface Evidence {
	readonly title: string;
	readonly lead: string;
	readonly byLine: string;
	readonly body: string;
	/** Names of the hosts on which the article was published. */
	readonly hosts: readonly string[];
	readonly moment: IsoDate;
}

/** From this confidence on, a proposal is used; below it, it is only reported. */
export const sureEnough = 0.7;

const weights = { heading: 4, titled: 3, titledInBody: 1, named: 1, timesInBody: 0.3, host: 3 };
const timesAtMost = 10;

/** The provinces of a day, and patterns that find their names in one pass over a text. */
interface Gazetteer {
	readonly names: RegExp;
	readonly heading: RegExp;
	readonly units: ReadonlyMap<string, { readonly slug: Slug; readonly name: string }>;
	readonly hosts: readonly (readonly [label: string, unit: { readonly slug: Slug; readonly name: string }])[];
}

const rank = String.raw`(?:[Tt]ỉnh(?:\s+(?:ủy|uỷ))?|[Tt]hành\s+(?:phố|ủy|uỷ)|TP\.?|(?:UBND|HĐND|MTTQ)\s+(?:tỉnh|TỈNH)|TỈNH(?:\s+(?:ỦY|UỶ))?|THÀNH\s+(?:PHỐ|ỦY|UỶ))`;
const gazetteers = new WeakMap<Provinces, Map<string, Gazetteer>>();

/**
 * The province that an article seems to come from: the one with the most evidence in title, lead, by-line, body and
 * address. Only provinces that existed on the article's day count. A name alone counts little, as "Hòa Bình" and "Hà
 * Nam" are also words and names of people. With "tỉnh" or "Tỉnh ủy" before it, or at the beginning of the title, it
 * counts much. Undefined without evidence.
 *
 * @param known the portal's provinces
 */
export function proposeProvince(evidence: Evidence, known: Provinces = provinces): Proposal | undefined {
	const { names, heading, units, hosts } = gazetteerOf(known, dayOf(evidence.moment));
	const scores = new Map<string, { score: number; name: string; found: Set<string> }>();
	const count = (
		unit: { readonly slug: Slug; readonly name: string } | undefined,
		weight: number,
		words: string,
	) => {
		if (!unit) return;
		const known = scores.get(unit.slug) ?? { score: 0, name: unit.name, found: new Set<string>() };
		known.score += weight;
		known.found.add(words.replace(/\s+/g, " ").trim());
		scores.set(unit.slug, known);
	};
	// Without "thành phố" before it, it is President Hồ Chí Minh, who is mentioned everywhere.
	const isPerson = (name: string, titled: string | undefined) =>
		spellingOf(name) === "hồ chí minh" && titled === undefined;
	const unitIn = (spelling: string | undefined) => units.get(spellingOf(spelling ?? ""));
	const first = heading.exec(evidence.title);
	count(unitIn(first?.[1]), weights.heading, first?.[0] ?? "");
	for (const part of [evidence.title, evidence.lead, evidence.byLine]) {
		const seen = new Set<string>();
		for (const [words, titled, name = ""] of part.matchAll(names)) {
			if (seen.has(name) || isPerson(name, titled)) continue;
			seen.add(name);
			count(unitIn(name), titled === undefined ? weights.named : weights.titled, words);
		}
	}
	const times = new Map<string, number>();
	for (const [words, titled, name = ""] of evidence.body.matchAll(names)) {
		if (isPerson(name, titled)) continue;
		const before = times.get(name) ?? 0;
		times.set(name, before + 1);
		if (before < timesAtMost) count(unitIn(name), weights.timesInBody, words);
		if (before === 0 && titled !== undefined) count(unitIn(name), weights.titledInBody, words);
	}
	for (const [label, unit] of hosts) {
		const host = evidence.hosts.find((each) => each.split(".").some((part) => part.includes(label)));
		if (host !== undefined) count(unit, weights.host, host);
	}
	const [best, second] = [...scores].sort(([, a], [, b]) => b.score - a.score);
	if (!best) return undefined;
	const [value, { score, name, found }] = best;
	return {
		value: value as Slug,
		name,
		confidence: Math.round((score / (score + (second?.[1].score ?? 0) + 0.7)) * 100) / 100,
		evidence: [...found].slice(0, 3).join("; "),
	};
}

function gazetteerOf(known: Provinces, day: IsoDay): Gazetteer {
	const found = known.on(day);
	const made = gazetteers.get(known) ?? new Map<string, Gazetteer>();
	gazetteers.set(known, made);
	// Provinces change on few days. The joined keys tell which days have the same provinces.
	const key = found.map((unit) => unit.key).join();
	const present = made.get(key);
	if (present) return present;
	const units = new Map<string, { slug: Slug; name: string }>();
	const spellings: string[] = [];
	for (const { slug, name, aliases } of found) {
		for (const spelling of [name, ...aliases.filter((alias) => alias.length > 5)]) {
			units.set(spellingOf(spelling), { slug, name });
			// Titles of old portals are often in capitals.
			for (const written of [spelling, spelling.toUpperCase()])
				spellings.push(escaped(written).replaceAll("\\s+-\\s+", "\\s*[-–]\\s*"));
		}
	}
	const any = spellings.sort((a, b) => b.length - a.length).join("|");
	const gazetteer: Gazetteer = {
		names: new RegExp(`(?<!\\p{L})(?:(${rank})\\s+)?(${any})(?!\\p{L})`, "gu"),
		heading: new RegExp(`^(?:${rank}\\s+)?(${any})\\s*[:–-]\\s`, "u"),
		units,
		hosts: found.map(({ slug, name }) => [slug.replaceAll("-", ""), { slug, name }]),
	};
	made.set(key, gazetteer);
	return gazetteer;
}

/** A name as it is compared: dashes are alike, and so are capitals and small letters. */
function spellingOf(name: string): string {
	return name
		.replace(/\s+/g, " ")
		.replace(/ ?[-–] ?/g, " - ")
		.toLowerCase();
}

/**
 * The committee of the content folder that an article seems to come from: one whose name is in by-line, title or lead,
 * and that existed on the day. A name without its province ("Ban Dân vận Tỉnh ủy") fits the committee of the article's
 * province.
 */
export function proposeCommittee(
	evidence: Evidence,
	committees: readonly Committee[],
	province: Slug | undefined,
): Proposal | undefined {
	const day = dayOf(evidence.moment);
	const parts = [
		{ text: ` ${slugWords(evidence.byLine)} `, full: 0.95, short: 0.85 },
		{ text: ` ${slugWords(evidence.title)} `, full: 0.85, short: 0.75 },
		{ text: ` ${slugWords(evidence.lead)} `, full: 0.75, short: 0.7 },
		{ text: ` ${slugWords(evidence.body.slice(0, 600))} `, full: 0.6, short: 0.5 },
	];
	const proposals = committees
		.filter(
			({ since, until }) => (since === undefined || since <= day) && (until === undefined || day <= until),
		)
		.flatMap((committee) => {
			const full = ` ${slugWords(committeeNameOn(committee, day).name)} `;
			const place = committee.province === undefined ? "" : ` ${committee.province.replaceAll("-", " ")} `;
			const short = place !== "" && full.endsWith(place) ? full.slice(0, -place.length + 1) : undefined;
			for (const part of parts) {
				if (part.text.includes(full)) return [{ committee, confidence: part.full }];
				const isOfProvince = committee.province !== undefined && committee.province === province;
				if (short !== undefined && isOfProvince && part.text.includes(short))
					return [{ committee, confidence: part.short }];
			}
			return [];
		})
		.sort((a, b) => b.confidence - a.confidence);
	const [best, second] = proposals;
	if (!best) return undefined;
	const isContested = second !== undefined && second.confidence === best.confidence;
	return {
		value: best.committee.id,
		name: best.committee.name,
		confidence: isContested ? best.confidence / 2 : best.confidence,
		evidence: best.committee.name,
	};
}

/** Tags of the portal in an article's title or lead, for articles without tags. */
export function proposeTags({ title: heading, lead }: Evidence, known: readonly string[]): string[] {
	const text = ` ${slugWords(`${heading} ${lead}`)} `;
	return known.filter((tag) => tag.includes(" ") && text.includes(` ${slugWords(tag)} `)).slice(0, 5);
}

function slugWords(text: string): string {
	return slugify(fold(text), Number.MAX_SAFE_INTEGER).replaceAll("-", " ");
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
}
