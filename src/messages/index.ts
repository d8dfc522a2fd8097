/** What the site says to its readers: the Vietnamese texts, and how they are said. */
export type { Message, MessageKey, Messages, Speaking } from "./say.ts";
export { languageOf, placeholdersOf, say } from "./say.ts";
export {
	sayDateLine,
	sayDay,
	sayDayWithWeekday,
	sayLunarDay,
	sayMonth,
	sayMonthInSentence,
	sayShortDay,
	sayTime,
	sayWeekday,
} from "./say-date.ts";
export { sayBytes, sayNumber } from "./say-number.ts";
export { isSpeaking, putMessagesIn } from "./script-messages.ts";
export { strings } from "./strings.ts";
