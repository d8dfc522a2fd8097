/** Today's date for the head of the home page. */
import { type Messages, sayDayWithWeekday, sayLunarDay } from "../../messages/index.ts";

/** Only the texts that dates need. The build inserts them. */
declare const todayMessages: Messages;

const speaking = { messages: todayMessages };
const minutesAheadOfUtc = 7 * 60;

/** Writes the current day in Vietnam, wherever the reader is, into an element with one span for each calendar. */
export function sayToday(line: HTMLTimeElement): void {
	const today = new Date(Date.now() + minutesAheadOfUtc * 60_000).toISOString().slice(0, 10);
	line.dateTime = today;
	const texts = [sayDayWithWeekday(speaking, today), sayLunarDay(speaking, today)];
	for (const [place, span] of line.querySelectorAll("span").entries()) span.textContent = texts[place] ?? "";
}
