/**
 * The script that pages load to search. The types are in finder.ts; file-scripts.ts reads the index on pages opened
 * from a disk.
 */
export { openFinder } from "./open-finder.ts";
