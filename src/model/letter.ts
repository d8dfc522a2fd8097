/** The longest letter to the newsroom in characters, as people count them. */
export const longestLetter = 5_000;
