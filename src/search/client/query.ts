/** The state of a search, as the page's address holds it. */

export const filterNames = ["year", "province", "committee", "author", "tag"] as const;
export type FilterName = (typeof filterNames)[number];

export interface Query {
	readonly text: string;
	readonly filters: Readonly<Partial<Record<FilterName, string>>>;
	readonly byDate: boolean;
}

/** Names of the parameters in the address, in Vietnamese like all addresses of the site. */
const parameters = {
	year: "nam",
	province: "tinh",
	committee: "ban",
	author: "tac-gia",
	tag: "tu-khoa",
} as const;
const sortParameter = "xep";
const byDateValue = "ngay";

/** Reads a query from the part of an address after the question mark. */
export function readQuery(search: string): Query {
	const given = new URLSearchParams(search);
	const filters: Partial<Record<FilterName, string>> = {};
	for (const name of filterNames) {
		const value = given.get(parameters[name]);
		if (value) filters[name] = value.normalize("NFC");
	}
	return {
		text: (given.get("q") ?? "").normalize("NFC").trim().replace(/\s+/g, " "),
		filters,
		byDate: given.get(sortParameter) === byDateValue,
	};
}

/** Writes a query as the part of an address after the question mark, without it. */
export function writeQuery({ text, filters, byDate }: Query): string {
	const written = new URLSearchParams({ q: text });
	for (const name of filterNames) {
		const value = filters[name];
		if (value) written.set(parameters[name], value);
	}
	if (byDate) written.set(sortParameter, byDateValue);
	return written.toString();
}
