/** Metadata for search engines, social networks, feed readers and catalogues. */
export { pageFeeds } from "./feeds.ts";
export { pageHead, plainHead } from "./head.ts";
