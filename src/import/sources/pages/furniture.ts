/**
 * Lines on pages of Vietnamese portals that belong to no article. Adds to those of plain-text pages what only HTML has.
 */
import { isFurniture as isPlainFurniture, isTail } from "../../plain-text/furniture.ts";
import { readDate } from "../../read-date.ts";

/** Buttons and boxes that are lines of their own only in a page's HTML. */
const widgets =
	/^(?:những tin (?:mới hơn|cũ hơn|cũ|khác)|tổng số điểm của bài viết là:.*|click để đánh giá bài viết|xếp hạng:? [\d.,]+.*|lưu bài viết này|in ra|gửi tin qua e?mail|a[-+]? ?a?[-+]? ?a?\+?|phóng to ảnh|mới nhất ?hay nhất|\||»|«)$/i;
const related = /^(?:(?:các )?(?:tin|bài)(?: viết)? liên quan|xem thêm|đọc thêm|có thể bạn quan tâm)\s*:?$/i;
const viewCount =
	/^(?:(?:đã xem|lượt xem|số lần xem|số lượt (?:xem|đọc)|xem|đọc)\s*:?\s*([\d.,]+)(?:\s*(?:lần|lượt))?|([\d.,]+)\s*(?:lượt (?:xem|đọc)|lần xem|lượt))$/i;
const longestLine = 160;
const dateLabel = /^(?:được|chi tiết|tin tức|tin)\s*:?\s+/i;
/** "Được gửi bởi Lan Anh vào 06/05/2019 - 08:30", as Drupal writes it. */
const viewsWithin =
	/(?:đã xem|lượt xem|số lần xem|số lượt (?:xem|đọc)|lượt đọc)\s*:\s*[\d.,]+(?:\s*(?:lần|lượt))?|(?<![\d:/.-])\d[\d.,]*\s*(?:lượt (?:xem|đọc)|lần xem)/iu;
/** "03/02/2025 08:15 bởi Lan Anh" */
const byWhom = /^(.{8,60}?)[\s,]+(?:bởi|by)\s*:?\s+(\p{Lu}.{1,60})$/u;
const sentLine = /^(?:được )?(?:gửi|đăng|viết) bởi\s+(\S.{0,60}?)\s+(?:vào|lúc|ngày)\s+(.{6,60})$/i;
const partsOfLine = /\s+[|•·–-]\s+|\s*[|•·()]\s*|\s{2,}/;

/** Whether a line marks the end of the text: "Các tin khác", "Thống kê truy cập". */
export function endsText(line: string): boolean {
	return (isTail(line) || /^những tin /i.test(line)) && !headsRelated(line) && line.length <= longestLine;
}

/** Whether a line belongs to the page and not to the article: "In trang", "Cỡ chữ". */
export function isFurniture(line: string): boolean {
	return widgets.test(line) || (isPlainFurniture(line) && !headsRelated(line));
}

/** Whether a line is the heading of related stories that an editor chose. Those stay in the text, as links. */
function headsRelated(line: string): boolean {
	return related.test(line);
}

/** The number in "328 lượt xem"; undefined for any other line. */
export function readViews(line: string): number | undefined {
	const match = viewCount.exec(line.trim());
	const digits = (match?.[1] ?? match?.[2] ?? "").replace(/[.,]/g, "");
	return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

/**
 * The date in a line that holds little else, such as "Được đăng: 21 Tháng 11 2015 | Lượt xem: 7", and the line's other
 * parts. The date is given as written. Undefined for any other line.
 */
export function readDateLine(
	line: string,
): { readonly date: string; readonly others: readonly string[] } | undefined {
	if (line.length > longestLine || !/\d{4}|\d\/\d{2}(?!\d)/.test(line)) return undefined;
	const [, sender, sent = ""] = sentLine.exec(line) ?? [];
	if (sender !== undefined && readDate(sent)) return { date: sent, others: [sender] };
	const whole = line.replace(dateLabel, "");
	if (readDate(whole)) return { date: whole, others: [] };
	const [views] = viewsWithin.exec(whole) ?? [];
	const unviewed = whole.replace(views ?? "", " ").replace(/[\s|•·,–-]+$/, "");
	if (views !== undefined && readDate(unviewed)) return { date: unviewed, others: [views] };
	const [, dated = "", writer] = byWhom.exec(whole) ?? [];
	if (writer !== undefined && readDate(dated)) return { date: dated, others: [writer] };
	const parts = whole.split(partsOfLine).filter((part) => part.trim() !== "");
	const datedParts = parts.filter((part) => /\d/.test(part) && readViews(part) === undefined).join(" ");
	const others = parts.filter((part) => !/\d/.test(part) || readViews(part) !== undefined);
	return parts.length > 1 && readDate(datedParts) && others.every((part) => part.length < 60)
		? { date: datedParts, others }
		: undefined;
}
