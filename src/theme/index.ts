/** What a portal can change besides its content: texts, colours, fonts, icon. */
export type { ThemeComponents } from "./read-components.ts";
export { defaultTheme, readTheme, type Theme, type ThemeResult } from "./read-theme.ts";
