/** Recognises and converts Vietnamese encodings older than Unicode. */
export { decodeBytes, decodeCharacters, wideCharset } from "./decode-bytes.ts";
export { decodeEntities } from "./decode-entities.ts";
export type { LegacyEncoding } from "./legacy-encoding.ts";
export { legacyFont } from "./legacy-font.ts";
export { detectLegacy } from "./read-legacy.ts";
export { repairHtml } from "./repair-html.ts";
export { repairText, type TextChange } from "./repair-text.ts";
export { encodingNames } from "./strings.ts";
export { fromViqr } from "./viqr.ts";
export { decodeWindows1252 } from "./windows-1252.ts";
