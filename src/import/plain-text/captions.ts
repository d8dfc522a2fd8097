/** Classifies a single line. */
export type LoneLine = "caption" | "heading" | "unsure";

const longestCaption = 250;
const sight =
	/^(?:quang cảnh|toàn cảnh|một góc|khung cảnh|hình ảnh|ảnh[\s:]|các đại biểu|đại biểu|đồng chí|đ\/c|lãnh đạo|đoàn|người dân|bà con|nhân dân|cán bộ|chiến sĩ|học sinh|hội viên|lực lượng)/iu;
const act =
	/(?:^|\s)(?:phát biểu|kết luận|chủ trì|trao|tặng|nêu ý kiến|góp ý|tham quan|đến thăm|thăm hỏi|ký kết|kiểm tra|dâng hương|khai mạc|bế mạc|trình bày|chụp ảnh|làm việc|tham dự|hướng dẫn|thu hoạch|ra quân)(?=[\s,.]|$)/iu;
const numbering = /^(?:[IVX]{1,5}|\d{1,2}|[a-zđ])\s?[.)-]\s/u;

/**
 * Whether a short line between paragraphs is a picture's caption or a heading. A caption describes an action or a
 * scene; a heading is numbered or in capitals. Undefined for a paragraph.
 */
export function judgeLoneLine(line: string): LoneLine | undefined {
	if (line.length > longestCaption) return undefined;
	const isSentence = /[.!?…:;”"]$|\.\/\.$/.test(line);
	const sentences = line.split(/[.!?…]\s+(?=\p{Lu})/u).length;
	if (sentences > 2) return undefined;
	if (/(?:\(|\s)Ảnh:?\s+[^.]{2,60}\)?\.?$/u.test(line)) return "caption";
	if (numbering.test(line) || (line === line.toUpperCase() && /\p{L}{3}/u.test(line))) {
		return isSentence ? undefined : "heading";
	}
	const shows = sight.test(line) || act.test(line);
	// Captions of some newspapers end with a full stop; then they must be short and describe an action.
	if (isSentence) return line.length <= 110 && act.test(line) && !/[,:;]/.test(line) ? "caption" : undefined;
	return shows ? "caption" : "unsure";
}
