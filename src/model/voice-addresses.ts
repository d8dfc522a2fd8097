/**
 * The voice server's addresses. They are a separate module, because the script of all pages needs no other addresses.
 */

/** The folder of all voice addresses. */
export const voiceAddress = "/tieng-noi/";
/** Receives a reader's visit: the page's address, and on a second line the referring host. */
export const visitAddress = "/tieng-noi/xem";
export const visitNumbersAddress = "/tieng-noi/thong-ke.json";
export const mostReadAddress = "/tieng-noi/xem-nhieu.json";
/** Receives queries without results. */
export const lostSearchAddress = "/tieng-noi/khong-thay";
/** Gives a challenge for the proof of work. */
export const workAddress = "/tieng-noi/phep-thu";
export const commentAddress = "/tieng-noi/y-kien";
export const takeBackAddress = "/tieng-noi/rut-y-kien";
/** Opens an article so that a comment of one's own can be taken back: the comment's id and its key. */
export function takeBackLink(siteUrl: string, address: string, id: string, key: string): string {
	return `${siteUrl}${address}#${takeBackMark}${id}.${key}`;
}
export const takeBackMark = "go-y-kien=";
/** Receives a letter to the newsroom. */
export const letterAddress = "/tieng-noi/thu";
/** Receives an article's address, and on a second line the id of one of its comments. */
export const likeAddress = "/tieng-noi/thich";

/** Readers and likes of the articles of a month (`2026-11`). */
export function monthNumbersAddress(month: string): string {
	return `/tieng-noi/so/${month}.json`;
}

/** The month and the key of an article's numbers: `2026-11` and `22-hoi-nghi` for `/2026/11/22/hoi-nghi.html`. */
export function placeOfNumbers(articleAddress: string): readonly [month: string, name: string] {
	const [, year, month, day, file = ""] = articleAddress.split("/");
	return [`${year}-${month}`, `${day}-${file.replace(".html", "")}`];
}
