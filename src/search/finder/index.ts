/** What pages load to search. The types stand in finder.ts, reading from a disk's pages in file-scripts.ts. */
export { openFinder } from "./open-finder.ts";
