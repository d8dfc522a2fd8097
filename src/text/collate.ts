const collator = new Intl.Collator("vi", { numeric: true });

/**
 * Order of the Vietnamese alphabet (a ă â b c d đ e ê …), numbers by value. Strings that the alphabet does not tell
 * apart are ordered by their code units, so that the order never depends on where they were read from.
 */
export function compareVietnamese(a: string, b: string): number {
	return collator.compare(a, b) || compareCodeUnits(a, b);
}

/**
 * Order of a Vietnamese list of people: by given name (the last word), then family name (the first), then the names
 * between. Forms of address and academic titles before the name do not count. For names of people only.
 */
export function comparePeople(a: string, b: string): number {
	const nameA = splitName(a);
	const nameB = splitName(b);
	return (
		collator.compare(nameA.given, nameB.given) ||
		collator.compare(nameA.family, nameB.family) ||
		collator.compare(nameA.middle, nameB.middle) ||
		compareCodeUnits(a, b)
	);
}

const titles = /^(?:(?:đ\/c|đồng chí)[.:]?\s+|(?:pgs|gs|ts|ths|bs|ks)(?:[.,]\s*|\s+))+/iu;

function splitName(name: string): { given: string; family: string; middle: string } {
	const words = name.normalize("NFC").trim().replace(titles, "").split(/\s+/);
	return {
		given: words.at(-1) ?? "",
		family: words.length > 1 ? (words[0] ?? "") : "",
		middle: words.slice(1, -1).join(" "),
	};
}

function compareCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
