/** The folded syllables that nearly every article has, the most usual first. Their lists are long and tell little. */
const usualWords =
	"va co cua trong cho da do duoc tu voi la tai cung cac nay de dong mot khi ve khong cong".split(" ");

/** How seldom a folded word is: its place among the usual ones, or beyond them. */
export function rarityOf(folded = ""): number {
	const place = usualWords.indexOf(folded);
	return place < 0 ? usualWords.length : place;
}
