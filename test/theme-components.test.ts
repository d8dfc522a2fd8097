/** A portal's own components, in `theme/components/`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { checkPortal } from "../src/build/check-portal.ts";
import { formatProblems } from "../src/content/index.ts";
import { replaceableNames } from "../src/site/components/replaceable.ts";
import { buildSite } from "./support/build-site.ts";
import { PortalCopy, smallArticle } from "./support/fixture.ts";

let portal: PortalCopy;

beforeEach(() => {
	portal = new PortalCopy();
});

function writeComponent(name: string, text: string): void {
	const path = join(portal.content, "../theme/components", name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

function served(address: string): string {
	return readFileSync(join(portal.output, address), "utf8");
}

const article = "2017/07/13/hoi-nghi-dan-van-kheo.html";

async function problems(): Promise<readonly string[]> {
	const found = [await checkPortal(portal.options), await buildPortal(portal.options)].map(({ problems }) =>
		formatProblems(problems, "content"),
	);
	expect(found[1]).toBe(found[0]);
	return found;
}

describe("a portal's own component", () => {
	test("replaces the product's on every page, and may contain it", async () => {
		writeComponent(
			"site-footer.js",
			`import { hotline } from "./parts/hotline.js";
			export default function footer({ site }, { html, say, original }) {
				return html\`<div class="own">\${site.name} & <b>\${say(site, "home")}</b> \${"<i>"} \${hotline}</div>\${original({ site })}\`;
			}`,
		);
		writeComponent("parts/hotline.js", "export const hotline = 'Gọi Lan';");
		await buildSite(portal.options);
		for (const address of [article, "index.html", "2017/07/13/index.html", "404.html"]) {
			expect(served(address)).toContain("<b>Trang chủ</b> &lt;i&gt; Gọi Lan</div><footer");
		}
		writeComponent("parts/hotline.js", "export const hotline = 'Gọi Mai';");
		await buildSite(portal.options);
		expect(served(article)).toContain("Gọi Mai");
	});

	test("may be a small part or a whole page, and may render nothing", async () => {
		writeComponent(
			"article-card.js",
			`export default ({ card }, { html }) => html\`<p class=own-card>\${card.title}</p>\`;`,
		);
		writeComponent("article-facts.js", "export default () => null;");
		writeComponent(
			"day-page.js",
			`export default ({ view, site }, { html, original }) => html\`<p>\${typeof view.day}!</p>\${original({ view, site })}\`;`,
		);
		await buildSite(portal.options);
		expect(served("2017/07/13/index.html")).toContain("<p>string!</p>");
		expect(served("2017/07/13/index.html")).toContain("<p class=own-card>");
		expect(served(article)).not.toContain("article-facts");
	});

	test("disappears completely when its file is removed", async () => {
		await buildSite(portal.options);
		const usual = served(article);
		const other = new PortalCopy();
		writeComponent("by-line.js", "export default (_, { html }) => html`<p>Ai đó</p>`;");
		await buildSite(portal.options);
		expect(served(article)).toContain("<p>Ai đó</p>");
		portal = other;
		await buildSite(portal.options);
		expect(served(article)).toBe(usual);
	});

	test("that fails leaves the site unchanged, and is named with a remedy", async () => {
		await buildSite(portal.options);
		const before = served(article);
		writeComponent("breadcrumb.js", "export default ({ links }) => links.no.such;");
		for (const text of await problems()) {
			expect(text).toContain("theme/components/breadcrumb.js");
			expect(text).toContain("không chạy được");
			expect(text).toContain("docs/theme.md");
		}
		writeComponent("breadcrumb.js", "export default (");
		for (const text of await problems()) expect(text).toContain("theme/components/breadcrumb.js");
		writeComponent("breadcrumb.js", "export default () => '<p>text</p>';");
		for (const text of await problems()) expect(text).toContain("không cho ra nội dung nào");
		writeComponent("breadcrumb.js", "export const breadcrumb = 1;");
		for (const text of await problems()) expect(text).toContain("không cho ra nội dung nào");
		expect(served(article)).toBe(before);
	});

	test("of a portal with so many pages that workers render them is on every page, and is named if it fails", async () => {
		for (let number = 0; number < 400; number++) {
			const day = new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
			portal.write(...smallArticle(day, "tin", `Tin số ${number}`));
		}
		writeComponent("breadcrumb.js", "export default ({ links }) => links.no.such;");
		for (const text of await problems()) expect(text).toContain("theme/components/breadcrumb.js");
		expect(existsSync(portal.output)).toBe(false);
		writeComponent("breadcrumb.js", "export default (_, { html }) => html`<p>Lối về</p>`;");
		await buildSite(portal.options);
		for (const page of ["2024/01/01/tin.html", "2025/02/03/index.html"])
			expect(served(page)).toContain("<p>Lối về</p>");
	});

	test("with an unknown name or extension is rejected", async () => {
		writeComponent("site-foter.js", "export default () => null;");
		writeComponent("masthead.tsx", "export default () => null;");
		for (const text of await problems()) {
			expect(text).toContain("có phải “site-footer”?");
			expect(text).toContain("theme/components/masthead.tsx");
		}
		expect(existsSync(portal.output)).toBe(false);
	});
});

test("the handbook lists the components that can be replaced", () => {
	const rows = readFileSync("docs/theme.md", "utf8").matchAll(/^\| (`[a-z-]+\.js`(?:, `[a-z-]+\.js`)*) \|/gm);
	const listed = [...rows].flatMap(([, names = ""]) =>
		[...names.matchAll(/`([a-z-]+)\.js`/g)].map(([, n]) => n),
	);
	expect(listed.toSorted()).toEqual([...replaceableNames].toSorted());
});
