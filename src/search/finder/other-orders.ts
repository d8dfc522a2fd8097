import { isForeign } from "./foreign-word.ts";
import type { QueryWord } from "./query-terms.ts";

/** Frequent family names, folded. */
const familyNames = new Set(
	"nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong li dinh truong luong trinh".split(" "),
);

/**
 * Other orders of a short query. A family name in the middle or at the end comes first: "An Nguyễn Văn" is Nguyễn Văn
 * An. A number after a short form comes first: "KL 24" is 24-KL/TW.
 */
export function otherOrders(words: readonly QueryWord[]): (readonly QueryWord[])[] {
	if (words.length < 2 || words.length > 4) return [];
	const kind = words.findIndex(
		(word, index) => isForeign(word) && /^\d/.test(words[index + 1]?.folded ?? ""),
	);
	const [short, number] = words.slice(kind);
	if (kind !== -1 && short && number)
		return [[...words.slice(0, kind), number, short, ...words.slice(kind + 2)]];
	const place = words.findIndex(({ folded }, index) => index > 0 && familyNames.has(folded));
	return place === -1 ? [] : [[...words.slice(place), ...words.slice(0, place)]];
}
