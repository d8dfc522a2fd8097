import { isName, isOffice, isOfficeFirst } from "./names.ts";

/** Who signed an article, and for which organisation. */
export interface ByLine {
	readonly author: string;
	readonly organisation?: string;
}

const longest = 120;
const prefix =
	/^(?:(?:tin|bài|ảnh|tin bài|bài viết|thực hiện|tác giả|người viết|nguồn|theo)(?:\s*(?:,|và|-|&|\/)\s*(?:tin|bài|ảnh))*)\s*:\s*/iu;
/** "Theo Báo Bản"; a sentence begins so too. */
const quotedPrefix = /^(?:Theo|THEO)\s+(?=\p{Lu})/u;
const endsSentence = /[.!?…:;”"]$/;
/** The most words of a name after "Tin, ảnh:" on a line that ends like a sentence. */
const longestName = 10;

/**
 * Reads a line as a by-line: "Văn Bốn (Trung tâm Văn hóa huyện)", "Phương Nhung (example.vn)", "Lê Toàn, Ban Dân vận",
 * "Tin, ảnh: Vân Anh", "Văn phòng – Ban Dân vận". Undefined if it is a sentence, a caption or a heading.
 */
export function readByLine(line: string): ByLine | undefined {
	if (line.length > longest) return undefined;
	const isSentence = endsSentence.test(line);
	const labelled = line.replace(prefix, "");
	const hasLabel = labelled !== line && !(isSentence && labelled.split(" ").length > longestName);
	const given = hasLabel ? labelled : line.replace(quotedPrefix, "");
	const hasPrefix = hasLabel || (given !== line && !isSentence);
	const text = given.replace(/[.,]$/, "").trim();
	const bracketed = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text);
	const apart = bracketed ?? /^([^,]+?)\s*[,–-]\s+(.+)$/u.exec(text);
	if (apart && isName(apart[1] ?? "") && (bracketed || isOffice(apart[2] ?? ""))) {
		return { author: (apart[1] ?? "").trim(), organisation: (apart[2] ?? "").trim() };
	}
	if (!hasPrefix && isSentence) return undefined;
	if (hasPrefix || isName(text) || areNames(text) || isOfficeAlone(text)) return { author: text };
	return undefined;
}

function areNames(text: string): boolean {
	const parts = text.split(/\s+(?:-|–|và|&)\s+|,\s+/);
	return parts.length > 1 && parts.length <= 4 && parts.every(isName);
}

/** Whether a line is an office as author: it begins with the office's name and has no verb that makes it a sentence. */
function isOfficeAlone(text: string): boolean {
	const isNamed = isOfficeFirst(text) && text.split(" ").length <= 14;
	return (
		isNamed &&
		!/\s(?:tổ chức|phát biểu|kết luận|họp|trao|tặng|thăm|chủ trì|tham dự|dự|ký kết|ra mắt)(?=\s|$)/u.test(
			text,
		)
	);
}
