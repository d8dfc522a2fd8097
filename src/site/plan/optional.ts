/** A property to spread into a view; nothing if the value is undefined, as views are JSON. */
export function optional<Key extends string, Value>(
	key: Key,
	value: Value | undefined,
): { [Name in Key]: Value } | Record<never, never> {
	return value === undefined ? {} : ({ [key]: value } as { [Name in Key]: Value });
}
