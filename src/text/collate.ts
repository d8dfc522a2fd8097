const collator = /* @__PURE__ */ new Intl.Collator("vi", { numeric: true });

/**
 * Order of the Vietnamese alphabet (a ă â b c d đ e ê …), numbers by value. Strings that are equal in the alphabet are
 * ordered by code units, so that the result never depends on the input order.
 */
export function compareVietnamese(a: string, b: string): number {
	return collator.compare(a, b) || compareCodeUnits(a, b);
}

/**
 * Order of names in a Vietnamese list. People are ordered by given name, which comes last, then by family and middle
 * names ("Trần Thị An", "Nguyễn Văn Bình"). Offices are ordered by their full names. A name counts as an office if it
 * has a word in small letters ("Ban Dân vận"), a number or a comma, only one word, or more than five.
 */
export function compareNames(a: string, b: string): number {
	return compareVietnamese(byGivenName(a), byGivenName(b)) || compareVietnamese(a, b);
}

const personName = /^\p{Lu}[\p{L}\p{M}'’.]*(?: \p{Lu}[\p{L}\p{M}'’.]*){1,4}$/u;

function byGivenName(name: string): string {
	const words = name.normalize("NFC").trim().replace(/\s+/g, " ");
	const given = words.lastIndexOf(" ");
	return personName.test(words) ? `${words.slice(given + 1)} ${words.slice(0, given)}` : words;
}

function compareCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
