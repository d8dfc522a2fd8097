/**
 * A property for spreading into a view, or nothing where the value is absent: views are JSON, and `undefined` has no
 * place in them.
 */
export function optional<Key extends string, Value>(
	key: Key,
	value: Value | undefined,
): { [Name in Key]: Value } | Record<never, never> {
	return value === undefined ? {} : ({ [key]: value } as { [Name in Key]: Value });
}
