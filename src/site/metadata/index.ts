/** What pages tell search engines, social networks and catalogues. */
export { NoIndexHead, PlainHead, pageHead } from "./head.tsx";
