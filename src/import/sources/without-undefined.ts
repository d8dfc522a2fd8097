/** An article's texts without those that its source lacks: an optional field is absent, never undefined. */
export function withoutUndefined<Key extends string>(
	fields: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
		Record<Key, string>
	>;
}
