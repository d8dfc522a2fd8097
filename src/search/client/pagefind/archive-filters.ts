import { element } from "../../../dom/element.ts";
import { say } from "../../../messages/index.ts";
import { compareNames } from "../../../text/collate.ts";
import { texts } from "../search-texts.ts";
import type { ArchiveFilter, ArchiveQuery } from "./archive-address.ts";
import { archiveFilters, writeArchiveAddress } from "./archive-address.ts";
import type { Choices } from "./archive-search.ts";

/** The most choices that a filter offers: the most frequent ones. */
const mostChoices = 100;
const offered = archiveFilters.filter((name) => name !== "day");

/** A field for each filter with results, showing the number of results of each choice. */
export function archiveFilterFields(query: ArchiveQuery, choices: Choices): HTMLElement[] {
	return offered.flatMap((name) => {
		const [chosen] = query.filters[name] ?? [];
		const counts = [...(choices[name] ?? [])];
		if (counts.length === 0) return [];
		// Months are sorted by date, people by name, everything else by the number of results.
		counts.sort(([a, countA], [b, countB]) =>
			name === "month" ? (a < b ? 1 : -1) : (countB ?? 0) - (countA ?? 0) || a.localeCompare(b, "vi"),
		);
		const kept = counts.slice(0, mostChoices);
		if (name === "author") kept.sort(([a], [b]) => compareNames(a, b));
		if (chosen !== undefined && !kept.some(([value]) => value === chosen)) kept.unshift([chosen, undefined]);
		const select = element("select", { name }, element("option", { value: "" }, say(texts, "search.any")));
		for (const [value, count] of kept) {
			const label =
				valueName(name, value) + (count === undefined ? "" : say(texts, "search.countOf", { count: count }));
			select.append(element("option", { value }, label));
		}
		select.value = chosen ?? "";
		return [element("label", {}, say(texts, `search.filter.${name}`), select)];
	});
}

/** The active filters, each with a link that removes it. */
export function chosenFilters(query: ArchiveQuery): HTMLElement[] {
	return archiveFilters.flatMap((name) =>
		(query.filters[name] ?? []).map((value) => {
			const others = (query.filters[name] ?? []).filter((other) => other !== value);
			const { [name]: _, ...rest } = query.filters;
			const filters = others.length > 0 ? { ...rest, [name]: others } : rest;
			const label = `${say(texts, `search.filter.${name}`)}: ${valueName(name, value)}`;
			const href = `?${writeArchiveAddress({ ...query, filters })}`;
			const link = element("a", { href, "aria-label": say(texts, "search.remove", { label }) }, label);
			return element("li", {}, link);
		}),
	);
}

function valueName(name: ArchiveFilter, value: string): string {
	const [year, month, day] = value.split("-");
	if (name === "month") return `${Number(month)}/${year}`;
	return name === "day" ? `${day}/${month}/${year}` : value;
}
