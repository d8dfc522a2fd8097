import { provinces } from "../model/provinces.ts";
import { isSyllable } from "./encodings/syllable.ts";
import { isName, isOffice } from "./plain-text/names.ts";
import { trimCharacters } from "./trim-characters.ts";

/** Who signed an article, and what else the by-line says. Every word of it is in one of the lists, except times. */
export interface SignedBy {
	/** Names without roles, sources and times; names in capitals have small letters. */
	readonly authors: readonly string[];
	/** The office of the only author, where a bracket after the name says it. */
	readonly organisation?: string;
	/** Where the text was taken from: the name, and the words as written. */
	readonly sources: readonly { readonly name: string; readonly written: string }[];
	/** Who did something else ("Ảnh: Lan Anh"), and what no person is called. As written. */
	readonly credits: readonly string[];
}

/** Longer lines are left as they are. */
const longestLine = 200;
const mostAuthors = 6;
/** Words of a newspaper's name in a bracket. More words, or a comma, tell what the author is. */
const longestSource = 4;
/** "PGS.TS", "BS", "ThS." before a name. */
const academicTitle = /^(?:(?:GS|PGS|TSKH|TS|THS|ThS|BS|DS|LS|KTS|KS|CN|NSND|NSƯT|CKI{1,2})[.\s-]+)+/u;

const writing =
	"tin bài|bài viết|tin|bài|nội dung|thực hiện|tác giả|người viết|lược ghi|ghi|tổng hợp|biên soạn|biên dịch|lược dịch|dịch";
const origin = "nguồn tin|nguồn bài|nguồn|theo";
const other =
	"nguồn ảnh|hình ảnh|ảnh|photos?|hình|clip|videos?|đồ họa|đồ hoạ|design|thiết kế|trình bày|infographic|kỹ thuật";
const role = `(?:${other}|${origin}|${writing})`;
/** "Tin - ảnh - clip:", with what parts it from a name before it. */
const label = new RegExp(
	`(?<=^|[\\s.,;/|–-])(${role}(?:\\s*(?:,|và|&|\\+|/|–|-)\\s*${role})*)\\s*:\\s*`,
	"giu",
);
const isWriting = new RegExp(`(?:^|[^\\p{L}])(?:${writing})(?:$|[^\\p{L}])`, "iu");
const isOrigin = new RegExp(`^(?:${origin})$`, "iu");

/** "-Thứ ba, ngày 12/07/2022 14:53 GMT+7" at the end: old portals put the article's date into the same element. */
const time =
	/[\s,|–-]*(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*,?\s*)?(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:[\s,|–-]*\d{1,2}[:h]\d{2}(?::\d{2})?)?(?:\s*\(?GMT\s*\+?\d{1,2}\)?)?$/iu;
/** "G.Nam" */
const initials = /^(?:\p{Lu}\.\s?)+\p{Lu}\p{L}*$/u;
/** What a person is or what an office does, as words of a name with capitals: "Phó Giám Đốc", "Dân Vận". */
const postOrField =
	/(?:^|\s)(?:(?:phó\s+)?(?:giám đốc|chủ tịch|bí thư|trưởng (?:ban|phòng)|chánh văn phòng|tổng biên tập|hiệu trưởng)|tuyên giáo|dân vận|tổ chức|kiểm tra|nội chính|công đoàn|phụ nữ|thanh niên|nông dân|cựu chiến binh|mặt trận)(?:\s|$)/iu;
const bracket = /^(.*)\(([^()]*)\)$/u;
/** "Theo Reuters"; in a bracket the space may be missing. */
const fromOther = /^(?:[Nn]guồn|NGUỒN|[Tt]heo|THEO)(?:\s*:\s*|\s+|(?=\p{Lu}\p{Ll}|\p{Lu}{2,}))(.+)$/u;
const doing = "tổng hợp|lược dịch|biên dịch|lược ghi|sưu tầm|thực hiện|biên soạn|ghi|dịch|t\\s*/\\s*h|th";
const onlyDoing = new RegExp(`^(?:${doing})$`, "iu");
const endsDoing = new RegExp(`^(.+?)[\\s,–-]+(?:${doing})$`, "iu");
/** "Minh Tâm/TTXVN", "PV/VOV-TP.HCM": an agency's letters are no syllable. */
const agency = /^([^/]+?)\s*\/\s*((\p{Lu}{2,})[\d.]*(?:[.-].*)?)$/u;
const between = /\s+[–—&-]\s*|\s*[–—-]\s+|(?<=\p{Ll})[–—-](?=\p{Lu})|\s+và\s+|\s*[,;]\s*/u;

/**
 * Reads by-lines as portals print them: "Tin, ảnh: Phạm Kiên – Phú Sơn", "Minh Tâm/TTXVN", "Hà Trang (Theo Reuters)",
 * "Lam Chi - Ảnh: Thủ Khúc". A line that it cannot read is an author as written.
 */
export function readAuthors(lines: readonly string[]): SignedBy {
	const said: Said = { authors: [], offices: [], sources: [], credits: [] };
	for (const line of lines) {
		if (line.length > longestLine) said.authors.push(line);
		else for (const part of partsOf(trimmed(line.replace(time, "")))) readPart(part, said);
	}
	const { authors, offices, sources, credits } = said;
	if (authors.length === 0 && sources.length === 0 && credits.length === 1) {
		const [, names] = /^[^:]+: (.+)$/u.exec(credits[0] ?? "") ?? [];
		if (names !== undefined) readNames(names, said);
		if (authors.length > 0) credits.pop();
	}
	const [organisation] = authors.length === 1 ? offices.splice(0, 1) : [];
	return {
		authors: [...new Set(authors)],
		...(organisation === undefined ? {} : { organisation }),
		sources,
		credits: [...credits, ...offices],
	};
}

/** What has been read so far. */
interface Said {
	readonly authors: string[];
	readonly offices: string[];
	readonly sources: { name: string; written: string }[];
	readonly credits: string[];
}

/** Names and the roles before them, as written. */
interface Part {
	readonly roles: string | undefined;
	readonly text: string;
}

/** The parts of a line, each after its label: "Lam Chi - Ảnh: Thủ Khúc" has one without and one with "Ảnh". */
function partsOf(line: string): Part[] {
	const parts: Part[] = [];
	let roles: string | undefined;
	let from = 0;
	for (const match of line.matchAll(label)) {
		parts.push({ roles, text: trimmed(line.slice(from, match.index)) });
		roles = match[1];
		from = match.index + match[0].length;
	}
	return [...parts, { roles, text: trimmed(line.slice(from)) }];
}

function readPart({ roles, text }: Part, said: Said): void {
	if (text === "") return;
	const written = `${roles}: ${text}`;
	if (roles === undefined || isWriting.test(roles)) readNames(text, said);
	else if (isOrigin.test(roles)) said.sources.push({ name: text, written });
	else said.credits.push(written);
}

function readNames(text: string, said: Said): void {
	const from = fromOther.exec(text)?.[1];
	const [, head = "", inner = ""] = bracket.exec(text) ?? [];
	if (inner !== "") {
		const before = trimmed(head);
		readBracket(trimmed(inner), before, said);
		if (before !== "") readNames(before, said);
		return;
	}
	if (from !== undefined) {
		if (namesIn(from)) readNames(from, said);
		else if (/^\p{Lu}/u.test(from)) said.sources.push({ name: from, written: text });
		else said.credits.push(text);
		return;
	}
	const done = endsDoing.exec(text)?.[1];
	const [, person, place, letters = ""] = agency.exec(text) ?? [];
	if (done !== undefined && (isPerson(done) || agency.test(done))) readNames(done, said);
	else if (person !== undefined && place !== undefined && !isSyllable(letters)) {
		said.sources.push({ name: place, written: place });
		readNames(trimmed(person), said);
	} else if (!/\p{L}/u.test(text) || text.endsWith(":")) said.credits.push(text);
	else said.authors.push(...(namesIn(text) ?? [text]).map(inSmallLetters));
}

/** The people that a text lists; undefined where it says anything else. */
function namesIn(text: string): string[] | undefined {
	const names = text.split(between).map(trimmed);
	return names.length <= mostAuthors && names.every((name) => isPerson(name) && !isNoPerson(name))
		? names
		: undefined;
}

/** "Quảng Nam - Đà Nẵng" is a province that signs; "Đoàn Lúa" is a person, as her family is called Đoàn. */
function isNoPerson(name: string): boolean {
	const isNamed = initials.test(name) || /^Đoàn(?:\s\p{Lu}\p{Ll}*){1,3}$/u.test(name);
	return (isOffice(name) && !isNamed) || postOrField.test(name) || provinces.find(name) !== undefined;
}

/** @param before the text before the bracket; empty where the bracket is all */
function readBracket(inner: string, before: string, { sources, offices, credits }: Said): void {
	const from = fromOther.exec(inner)?.[1];
	const isQuoted = fromOther.test(before);
	const tellsOffice = isOffice(inner) || inner.includes(",") || inner.split(" ").length > longestSource;
	if (from !== undefined) sources.push({ name: from, written: inner });
	else if (onlyDoing.test(inner)) return;
	else if (/^từ(?:\s|(?=\p{Lu}))/u.test(inner)) credits.push(`${before} (${inner})`);
	else if (tellsOffice && before !== "" && !isQuoted) offices.push(inner);
	else sources.push({ name: inner, written: inner });
}

/** A name of several words, or one with initials: "G.Nam". */
function isPerson(text: string): boolean {
	return isName(text) || initials.test(text);
}

/** "THANH HÀ" → "Thanh Hà", "PGS.TS CHU CẨM THƠ" → "PGS.TS Chu Cẩm Thơ". What is no person's name stays. */
function inSmallLetters(name: string): string {
	const title = academicTitle.exec(name)?.[0] ?? "";
	const rest = name.slice(title.length);
	if (rest !== rest.toLocaleUpperCase("vi") || !isPerson(rest) || isOffice(rest)) return name;
	return title + rest.replace(/(?<=\p{L})\p{L}+/gu, (letters) => letters.toLocaleLowerCase("vi"));
}

function trimmed(text: string): string {
	return trimCharacters(text, " .,;|/–—-");
}
