/** Vietnamese from before Unicode, recognised by measure. */
export { decodeBytes, decodeCharacters } from "./decode-bytes.ts";
export { decodeEntities } from "./decode-entities.ts";
export type { LegacyEncoding } from "./legacy-encoding.ts";
export { legacyFont } from "./legacy-font.ts";
export { mendHtml } from "./mend-html.ts";
export { mendText, type TextChange } from "./mend-text.ts";
export { detectLegacy } from "./read-legacy.ts";
export { encodingNames } from "./strings.ts";
export { decodeWindows1252 } from "./windows-1252.ts";
