type Values = Readonly<Record<string, unknown>>;

/** Names of the fields in which two forms differ. A field that is empty is like one that is absent. */
export function differingFields(one: Values, other: Values): string[] {
	const names = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...names].filter(
		(name) => one[name] !== other[name] && comparable(one[name]) !== comparable(other[name]),
	);
}

function comparable(value: unknown): string {
	const isEmpty = value === undefined || value === null || value === "" || value === false;
	if (isEmpty) return "";
	const text = JSON.stringify(value);
	return text === "[]" ? "" : text;
}
