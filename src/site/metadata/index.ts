/** What pages tell search engines, social networks, feed readers and catalogues. */
export { pageFeeds } from "./feeds.ts";
export { PlainHead, pageHead } from "./head.tsx";
