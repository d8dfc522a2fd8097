/** The choices that the pickers of a form offer. */
import { asIsoDay, isIsoDay } from "../../model/ids.ts";
import { fullNameOf } from "../../model/provinces.ts";
import type { SoughtText } from "../../search/lists/sought-text.ts";
import { readSought, searchedWords, soughtAmong } from "../../search/lists/sought-text.ts";
import { fold, formatDay, formatNumber, toVietnamDay } from "../../text/index.ts";
import type { DeskContext } from "./desk-context.ts";
import type { RelationChoice, RelationQuery } from "./desk-store.ts";
import { portalProvinces } from "./portal-provinces.ts";
import { portalSpellings } from "./portal-spellings.ts";
import { strings } from "./strings.ts";
import { tagKeys } from "./tag-keys.ts";

const mostChoices = 500;

export async function choicesFor(
	desk: DeskContext,
	query: RelationQuery,
): Promise<readonly RelationChoice[]> {
	const limit = Math.min(query.limit ?? 20, mostChoices);
	const day = query.on?.slice(0, 10) ?? toVietnamDay(desk.now());
	const sought = readSought(query.q ?? "", await portalSpellings(desk));
	if (query.of === "provinces") {
		const provinces = await portalProvinces(desk);
		const units = isIsoDay(day) ? provinces.on(asIsoDay(day)) : provinces.units;
		const found = soughtAmong(
			units,
			(unit) => searchedWords([unit.name, ...unit.aliases].join("\n")),
			sought,
		);
		return found.slice(0, limit).map((unit) => ({ id: unit.slug, title: unit.name, hint: fullNameOf(unit) }));
	}
	if (query.of === "tags") return tagChoices(desk, query.q ?? "", sought, limit);
	const { entries } = desk.indexes[query.of].find({
		sought,
		limit: query.of === "committees" ? 500 : limit,
	});
	const fitting = entries.filter(
		({ facts }) =>
			query.of !== "committees" ||
			query.on === undefined ||
			((facts.since ?? "") <= day && (facts.until ?? day) >= day),
	);
	return fitting.slice(0, limit).map(({ id, facts }) => {
		const hint = query.of === "articles" ? facts.date && formatDay(facts.date) : facts.alias;
		return { id, title: facts.title, ...(hint !== undefined && hint !== "" && { hint }) };
	});
}

/** The most used spelling represents all spellings of a tag. */
function tagChoices(
	desk: DeskContext,
	q: string,
	sought: readonly SoughtText[] | undefined,
	limit: number,
): RelationChoice[] {
	const wanted = fold(q.trim());
	const byKey = new Map<string, { name: string; most: number; count: number }>();
	for (const [name, count] of desk.indexes.articles.tags()) {
		const { spelling: key } = tagKeys(name);
		const known = byKey.get(key);
		if (!known) byKey.set(key, { name, most: count, count });
		else {
			known.count += count;
			if (count > known.most) Object.assign(known, { name, most: count });
		}
	}
	for (const { facts } of desk.indexes.tags.find({ limit: 10_000 }).entries) {
		const { spelling: key } = tagKeys(facts.title);
		byKey.set(key, { most: 0, count: 0, ...byKey.get(key), name: facts.title });
	}
	const begins = ({ name }: { readonly name: string }) => Number(tagKeys(name).folded.startsWith(wanted));
	return [...soughtAmong([...byKey.values()], ({ name }) => tagKeys(name).words, sought)]
		.sort((a, b) => begins(b) - begins(a) || b.count - a.count)
		.slice(0, limit)
		.map(({ name, count }) => ({ id: name, title: name, hint: strings.used(count, formatNumber(count)) }));
}
