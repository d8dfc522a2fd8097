import { fold } from "../../text/fold.ts";
import { phoneNumbersIn } from "../../text/phone-numbers.ts";

/** Short forms of kinds of documents that may also mean something else, so that the index does not know them. */
const kinds: Readonly<Record<string, string>> = {
	tt: "thông tư",
	hd: "hướng dẫn",
	cv: "công văn",
	bc: "báo cáo",
	ttr: "tờ trình",
};
/** "18nqtw": the kind and the office of a document, typed together after its number. */
const typedTogether = /(\d[\s/-]*)(nq|q[dđ]|ct|n[dđ]|kh|kl|tb|tt|hd|cv|bc|qc)(\p{L}{2,6})(?!\p{L})/iu;
const shortKind = /(^|\P{L})(tt|hd|cv|bc|ttr)[\s.-]*(?=\d)/iu;
const dayInWords =
	/(?:(?:ngày|ngay|mùng|mung|mồng|mong)\s+)?(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})(?:\s+(?:năm|nam)\s+(\d{4}))?/iu;
const dayInNumbers = /(^|[^\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/.-])/u;
const monthInWords = /(^|\D\s)((?:tháng|thang)\s+\d{1,2})\s+(?:năm|nam)\s+(\d{4})/iu;
const monthInNumbers = /(^|\D\s)((?:tháng|thang)\s+\d{1,2})[/.-](\d{4})/iu;
const dayInOrderOfSize = /(^|[^\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/;
/** A comma or a space between the thousands of a number, where the index has a full stop or nothing. */
const groupMark = /(\d)[ ,](?=\d{3}(?!\d))/g;
const shortUnits: readonly (readonly [RegExp, string])[] = [
	[/(\d)\s?k(?!\p{L})/giu, "$1.000"],
	[/(\d)\s?tr(?!\p{L})/giu, "$1 triệu"],
	[/(\d)\s?[đd](?!\p{L})/giu, "$1 đồng"],
];

/** Other ways to write the dates, amounts, phone numbers and numbers of documents in a text, with accents if it has any. */
export function otherNumbers(text: string): string[] {
	const hasAccents = /[^\p{ASCII}]/u.test(text);
	const spelled = (words: string) => (hasAccents ? words : fold(words));
	const ways = [
		withWholePhones(text),
		text.replace(typedTogether, "$1 $2 $3"),
		text.replace(shortKind, (_, before, kind) => `${before}${spelled(kinds[kind.toLowerCase()] ?? kind)} `),
		text.replace(dayInWords, (_, day, month, year) => [day, month, ...(year ? [year] : [])].join("/")),
		text.replace(dayInNumbers, (_, before, day, month, year) =>
			spelled(`${before}${Number(day)} tháng ${Number(month)}${year ? ` năm ${year}` : ""}`),
		),
		text.replace(dayInOrderOfSize, "$1$4/$3/$2"),
		text.replace(monthInWords, "$1$2/$3"),
		text.replace(monthInNumbers, (_, before, month, year) => spelled(`${before}${month} năm ${year}`)),
		text.replace(groupMark, "$1."),
		...shortUnits.map(([unit, meant]) => text.replace(unit, spelled(meant))),
	];
	return [...new Set(ways)].filter((way) => way !== text);
}

/** A text with each phone number in one piece, as the index has it. */
function withWholePhones(text: string): string {
	return phoneNumbersIn(text).reduceRight(
		(before, { digits, start, end }) => before.slice(0, start) + digits + before.slice(end),
		text,
	);
}
