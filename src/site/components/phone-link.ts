/** The `tel:` address of a telephone number as an office writes it; undefined for anything that is not one number. */
export function phoneLink(text: string): string | undefined {
	if (!/^\+?[\d\s.()-]+$/.test(text)) return undefined;
	const digits = text.replace(/[^\d+]/g, "");
	return digits.length >= 3 && digits.length <= 16 ? `tel:${digits}` : undefined;
}
