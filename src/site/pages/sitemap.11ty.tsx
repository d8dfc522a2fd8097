import { renderSitemap } from "../feeds/sitemap.ts";
import { template } from "./template.ts";

export const { data, render } = template("sitemap", ({ view, site }) => renderSitemap(view, site));
