/**
 * The default accent colour: links, bars, theme-color, share cards, reports. `tokens.css` and `icon.svg` contain the
 * same value.
 */
export const defaultAccent = "#a61b1b";
