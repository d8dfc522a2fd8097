/** A portal's own Eleventy templates, in addition to the product's pages. */
export { extendEleventy } from "./extend-eleventy.ts";
export { renderOwnPages } from "./render-own-pages.ts";
export { isRunByBuild } from "./run-by-build.ts";
export { strings } from "./strings.ts";
