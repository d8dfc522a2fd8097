/** Characters of a letter to the newsroom, as people count them. */
export const longestLetter = 5_000;
