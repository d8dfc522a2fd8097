/** The state of the archive search in its address. */
import { textOf } from "../query-text.ts";

/** The filters of the index, with the names of their parameters. */
const filterParameters = {
	month: "thang",
	day: "ngay",
	province: "tinh",
	committee: "ban",
	author: "tac-gia",
	tag: "tu-khoa",
} as const;
const byDateValue = "ngay";

export type ArchiveFilter = keyof typeof filterParameters;
export const archiveFilters = Object.keys(filterParameters) as readonly ArchiveFilter[];

export interface ArchiveQuery {
	readonly text: string;
	/** By name; months as "2026-11" and days as "2026-11-22". An article must match one of several values. */
	readonly filters: Readonly<Partial<Record<ArchiveFilter, readonly string[]>>>;
	/** Years, inclusive. */
	readonly from?: string;
	readonly to?: string;
	readonly byDate: boolean;
}

/** Reads a query from the part of an address after the question mark. `nam` means a single year. */
export function readArchiveAddress(search: string): ArchiveQuery {
	const given = new URLSearchParams(search);
	const filters: Partial<Record<ArchiveFilter, readonly string[]>> = {};
	for (const name of archiveFilters) {
		const values = given.getAll(filterParameters[name]).map(textOf).filter(Boolean);
		if (values.length > 0) filters[name] = values;
	}
	const from = given.get("tu-nam") || given.get("nam");
	const to = given.get("den-nam") || given.get("nam");
	return {
		text: textOf(given.get("q")),
		filters,
		...(from && { from }),
		...(to && { to }),
		byDate: given.get("xep") === byDateValue,
	};
}

/** Writes a query as the part of an address after the question mark, without it. */
export function writeArchiveAddress({ text, filters, from, to, byDate }: ArchiveQuery): string {
	const written = new URLSearchParams({ q: text });
	if (from && from === to) written.set("nam", from);
	else {
		if (from) written.set("tu-nam", from);
		if (to) written.set("den-nam", to);
	}
	for (const name of archiveFilters)
		for (const value of filters[name] ?? []) written.append(filterParameters[name], value);
	if (byDate) written.set("xep", byDateValue);
	return written.toString();
}
