/**
 * The colour that stands for the office where a portal names none: links, bars, the browser's frame, share cards,
 * reports. `tokens.css` and `icon.svg` hold the same.
 */
export const defaultAccent = "#a61b1b";
