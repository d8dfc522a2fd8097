/**
 * Where a word stands on a page, in one number: its weight there, or else which of the page's fields it is, and its
 * position. Numbers ascend in the order in which an index lists the places.
 */
const positionBits = 24;
const firstField = 0x80;
/** The weight that an index need not name. */
const usualWeight = 25;

/** @param weight below 128 */
export function contentPlace(position: number, weight: number): number {
	return weight * 2 ** positionBits + position;
}

/** @param field its number, below 128 */
export function fieldPlace(position: number, field: number): number {
	return contentPlace(position, firstField + field);
}

/**
 * A form's places on one page as an index has them: each position as its distance from the one before, and a negative
 * number where another weight or field begins.
 *
 * @param fieldNumbers the final number of each field
 */
export function listPlaces(
	places: Uint32Array,
	fieldNumbers: readonly number[],
): { readonly content: readonly number[]; readonly fields: readonly number[] } {
	const content: number[] = [];
	const fields: number[] = [];
	let group = usualWeight;
	let before = 0;
	for (const place of places.length > 1 ? places.toSorted() : places) {
		const [ownGroup, position] = [place >>> positionBits, place & (2 ** positionBits - 1)];
		const isField = ownGroup >= firstField;
		const list = isField ? fields : content;
		if (ownGroup !== group) {
			group = ownGroup;
			before = 0;
			list.push(-1 - (isField ? (fieldNumbers[group - firstField] ?? 0) : group));
		}
		list.push(position - before);
		before = position;
	}
	return { content, fields };
}
