/** Feeds, sitemaps and the files for hosts. */
export { renderAtom } from "./atom.ts";
export type { HeaderOptions, HeaderRule } from "./headers.ts";
export { headerRules, headersFor, renderHeaders } from "./headers.ts";
export { renderJsonFeed } from "./json-feed.ts";
export { isRecentNews, renderNewsSitemap } from "./news-sitemap.ts";
export { renderRedirects } from "./redirects.ts";
export { renderRobots } from "./robots.ts";
export { renderSitemap } from "./sitemap.ts";
export { renderSitemapIndex } from "./sitemap-index.ts";
export type * from "./views.ts";
export { feedLength, newsSitemapLength, sitemapLength } from "./views.ts";
