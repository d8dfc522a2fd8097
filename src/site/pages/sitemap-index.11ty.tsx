import { renderSitemapIndex } from "../feeds/sitemap-index.ts";
import { template } from "./template.ts";

export const { data, render } = template("sitemap-index", ({ view, site }) => renderSitemapIndex(view, site));
