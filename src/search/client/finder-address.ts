/** The state of the search page in its address. */
import type { FinderFilters, FinderQuery } from "../finder/finder.ts";
import { textOf } from "./query-text.ts";

/** Names of the parameters in the address, in Vietnamese like all addresses of the site. */
const filterParameters = { year: "nam", province: "tinh", committee: "ban" } as const satisfies Record<
	keyof FinderFilters,
	string
>;
const byDateValue = "ngay";

export const filterNames = Object.keys(filterParameters) as readonly (keyof FinderFilters)[];

/** The filter of a select element, by its name. */
export function filterOf(parameter: string): keyof FinderFilters | undefined {
	return filterNames.find((name) => filterParameters[name] === parameter);
}

/** Reads a query from the part of an address after the question mark. */
export function readFinderAddress(search: string): FinderQuery {
	const given = new URLSearchParams(search);
	const filters: { -readonly [Name in keyof FinderFilters]: FinderFilters[Name] } = {};
	for (const name of filterNames) {
		const value = given.get(filterParameters[name]);
		if (value) filters[name] = value;
	}
	const page = Number(given.get("trang"));
	return {
		text: textOf(given.get("q")),
		filters,
		byDate: given.get("xep") === byDateValue,
		page: Number.isSafeInteger(page) && page > 1 ? page : 1,
	};
}

/** Writes a query as the part of an address after the question mark, without it. */
export function writeFinderAddress({ text, filters, byDate, page }: FinderQuery): string {
	const written = new URLSearchParams({ q: text });
	for (const name of filterNames) {
		const value = filters[name];
		if (value) written.set(filterParameters[name], value);
	}
	if (byDate) written.set("xep", byDateValue);
	if (page > 1) written.set("trang", String(page));
	return written.toString();
}
