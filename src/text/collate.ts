const collator = /* @__PURE__ */ new Intl.Collator("vi", { numeric: true });

/**
 * Order of the Vietnamese alphabet (a ă â b c d đ e ê …), numbers by value. Strings that the alphabet does not tell
 * apart are ordered by their code units, so that the order never depends on where they were read from.
 */
export function compareVietnamese(a: string, b: string): number {
	return collator.compare(a, b) || compareCodeUnits(a, b);
}

function compareCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
