import { isSyllable } from "../encodings/syllable.ts";

const office =
	/(?:^|[\s,(–-])(?:Ban|Văn phòng|Phòng|Trung tâm|Báo|Đài|Cổng|Sở|Ủy ban|UBND|UBMTTQ|MTTQ|Tổ|Hội|Đoàn|Huyện ủy|Thành ủy|Tỉnh ủy|Đảng ủy|TT|TTXVN|VP)(?=$|[\s,.)])/u;
/** Families called Đoàn or Hội sign in capitals too, so these two are no offices here. */
const officeInCapitals =
	/^(?:BAN|VĂN PHÒNG|PHÒNG|TRUNG TÂM|BÁO|ĐÀI|CỔNG|SỞ|ỦY BAN|TỔ|NHÓM|HUYỆN ỦY|THÀNH ỦY|TỈNH ỦY|ĐẢNG ỦY)\s/u;
const site = /^(?:www\.)?[\w-]+(?:\.[\w-]+)+$/;

/** Two to five words with capitals, at least one of which is a Vietnamese syllable; pen names included. */
export function isName(text: string): boolean {
	const words = text.trim().replaceAll(".", " ").split(/\s+/);
	if (words.length < 2 || words.length > 5) return false;
	return words.every((word) => /^\p{Lu}[\p{L}’']*$/u.test(word)) && words.some((word) => isSyllable(word));
}

/** Whether a text names an office, or the site of one. */
export function isOffice(text: string): boolean {
	return office.test(text) || officeInCapitals.test(text) || site.test(text);
}

/** Whether a text begins with the name of an office. */
export function isOfficeFirst(text: string): boolean {
	return office.exec(text)?.index === 0;
}
