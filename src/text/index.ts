export { analyse } from "./analyse.ts";
export { countCharacters } from "./characters.ts";
export { compareNames, compareVietnamese } from "./collate.ts";
export {
	addDays,
	daysOfMonth,
	formatDay,
	isMonth,
	monthOf,
	readDay,
	readTime,
	toVietnamDay,
	toVietnamMoment,
	weekdayOf,
	yearOf,
} from "./dates.ts";
export { excerpt, firstSentences } from "./excerpt.ts";
export { fold } from "./fold.ts";
export { inScript } from "./in-script.ts";
export { lunarDayOf, stemAndBranchOf } from "./lunar-day.ts";
export { cleanText, isNfc, stripControls, stripInvisible, toNfc } from "./normalize.ts";
export { formatBytes, formatNumber } from "./numbers.ts";
export { decodePercentSigns } from "./percent-signs.ts";
export { quoted } from "./quoted.ts";
export { sentenceCase } from "./sentence-case.ts";
export { slugify } from "./slugify.ts";
export { spellingKey } from "./spelling-key.ts";
export { tableGrid } from "./table-grid.ts";
export { typesetHtml } from "./typeset-html.ts";
export { wordKeys } from "./word-keys.ts";
export { countWords, readingMinutes } from "./words.ts";
