import { expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import { renderRobots } from "./robots.ts";

test("renderRobots disallows only the editor and names both sitemaps", () => {
	expect(renderRobots(siteView)).toBe(`User-agent: *
Disallow: /admin/
Disallow: /pagefind/

Sitemap: https://danvan.example.vn/sitemap.xml
Sitemap: https://danvan.example.vn/sitemap-tin-moi.xml
`);
});
