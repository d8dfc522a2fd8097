import { fold } from "../../text/index.ts";

/** Folded lines that pages show around every article. They are left out. */
const furniture: readonly RegExp[] = [
	/^tim kiem(?: nang cao)?$/,
	/^chung nhan tin nhiem mang$/,
	/^(?:trang chu|gioi thieu|lien he|so do (?:cong|trang)|rss|dang nhap|english|menu|thu vien anh|video)$/,
	/^(?:trang chu)?\s*(?:[>»›/|][^>»›/|]{1,61})+$/,
	/^(?:in (?:trang|bai(?: viet)?)(?: nay)?|ban in|gui (?:cho ban be|email|mail|bai viet)|chia se(?: bai viet)?|luu bai viet|quay lai|ve dau trang|len dau trang|dang tai du lieu|xem them|doc them|thich|tweet|theo doi)(?:\s*[:.…]+)?$/,
	/^(?:co chu|kich co chu|mau chu|tuong phan)[\s:a+-]*$/,
	/^(?:facebook|zalo|twitter|google\+?|youtube|email|print)(?:\s+(?:facebook|zalo|twitter|google\+?|youtube|email|print))*$/,
	/^[•·*\-\s]*tu khoa\s*:?$/,
	/^(?:danh gia|binh chon|xep hang)(?: bai viet)?\b.{0,40}$/,
	/^(?:doc bai|nghe bai viet|nghe doc bai|nghe noi dung)$/,
];

/** Lines below an article after which only furniture follows: headlines, comments, statistics. */
const tails: readonly RegExp[] = [
	/^(?:cac )?(?:tin|bai)(?: (?:viet|bai|tuc))?\s*(?:khac|moi hon|cu hon|da dua|cung (?:chuyen )?muc|lien quan|moi nhat|moi|noi bat)(?:\s*\(\d+\))?\s*:?$/,
	/^(?:tin|bai) (?:doc nhieu|xem nhieu)(?: nhat)?$/,
	/^(?:xem|doc) nhieu(?: nhat)?$/,
	/^xem tin theo ngay\b.{0,20}$/,
	/^thong ke(?: luot)? truy cap\b.{0,20}$/,
	/^(?:tong )?(?:luot )?truy cap\b[^.]{0,40}$/,
	/^(?:hien tai|dang truc tuyen|hom nay|thang nay)\s*:?\s*[\d.,]+(?: khach)?$/,
	/^(?:y kien|binh luan|phan hoi)(?: (?:ban doc|cua ban))?\s*(?:\(\d*\))?\s*:?$/,
	/^(?:gui|viet|nhap) (?:y kien|binh luan)\b.{0,40}$/,
	/^\d+\s*\/\s*\d+ ky tu\b.{0,20}$/,
	/^binh luan moi vua duoc them vao\b.*$/,
	/^xep theo\s*:.{0,40}$/,
	/^(?:ban quyen|copyright|©)(?=.{0,80}(?:\d{4}|reserved|thuoc|ban quyen)).{0,160}$/,
	/^(?:chiu trach nhiem noi dung|giay phep (?:so|thiet lap)).{0,160}$/,
];

/** Whether a line is on every page of a portal and belongs to no article. */
export function isFurniture(line: string): boolean {
	const folded = fold(line).trim();
	return furniture.some((pattern) => pattern.test(folded)) || isTail(line);
}

/** Whether a line ends an article: nothing below it belongs to the text. */
export function isTail(line: string): boolean {
	const folded = fold(line).trim();
	return tails.some((pattern) => pattern.test(folded));
}
