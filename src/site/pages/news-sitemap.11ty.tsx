import { renderNewsSitemap } from "../feeds/news-sitemap.ts";
import { template } from "./template.ts";

export const { data, render } = template("news-sitemap", ({ view, site }) => renderNewsSitemap(view, site));
