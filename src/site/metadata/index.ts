/** What pages tell search engines, social networks, feed readers and catalogues. */
export { pageFeeds } from "./feeds.ts";
export { NoIndexHead, PlainHead, pageHead } from "./head.tsx";
