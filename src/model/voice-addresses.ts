/**
 * Where the voice answers, if there is a server for it. A module of its own, as the pages' script is loaded by everybody
 * and needs no other address.
 */

/** Everything of the voice is below it. */
export const voiceAddress = "/tieng-noi/";
/** Takes a reader's visit: the page's address, and on a second line the host that led there. */
export const visitAddress = "/tieng-noi/xem";
export const visitNumbersAddress = "/tieng-noi/thong-ke.json";
export const mostReadAddress = "/tieng-noi/xem-nhieu.json";
/** Takes words that were searched and not found. */
export const lostSearchAddress = "/tieng-noi/khong-thay";
/** Hands out what a sender has to work on. */
export const workAddress = "/tieng-noi/phep-thu";
export const commentAddress = "/tieng-noi/y-kien";
export const takeBackAddress = "/tieng-noi/rut-y-kien";
/** Takes a letter to the newsroom. */
export const letterAddress = "/tieng-noi/thu";
/** Takes an article's address, and on a second line the id of one of its comments. */
export const likeAddress = "/tieng-noi/thich";

/** Readers and likes of the articles of a month (`2026-11`). */
export function monthNumbersAddress(month: string): string {
	return `/tieng-noi/so/${month}.json`;
}

/** Where an article's numbers are: `2026-11` and `22-hoi-nghi` for `/2026/11/22/hoi-nghi.html`; undefined for others. */
export function placeOfNumbers(address: string): readonly [month: string, name: string] | undefined {
	const [, year, month, day, name] = /^\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\.html$/.exec(address) ?? [];
	return name === undefined ? undefined : [`${year}-${month}`, `${day}-${name}`];
}
