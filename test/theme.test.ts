/** A portal's theme: texts, colours, fonts and icon in `theme/`, beside the content. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { checkPortal } from "../src/build/check-portal.ts";
import { formatProblems } from "../src/content/index.ts";
import { buildSite } from "./support/build-site.ts";
import { PortalCopy } from "./support/fixture.ts";

let portal: PortalCopy;

beforeEach(() => {
	portal = new PortalCopy();
});

function writeTheme(name: string, text: string): void {
	const path = join(portal.content, "../theme", name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

function served(address: string): string {
	return readFileSync(join(portal.output, address), "utf8");
}

/** The digest of each file's inputs, by address. */
function made(): Map<string, string> {
	const lines = served("manifest.json").split("\n");
	return new Map(
		lines.flatMap((line) => {
			const [, address, digest] = /"address":"([^"]+)".*"made":"([^"]+)"/.exec(line) ?? [];
			return address && digest ? [[address, digest] as const] : [];
		}),
	);
}

describe("a theme", () => {
	test("uses the portal's own texts everywhere", async () => {
		writeTheme(
			"strings.yml",
			[
				"language: en",
				"locale: en_GB",
				"home: Front page",
				"date.day: '{year}-{month}-{day}'",
				"articles:",
				"  one: '{count} article'",
				"  other: '{count} articles'",
				"body:",
				"  footnotes: Notes <&>",
				"search.loading: Looking for $& it…",
				"suggestions.label: Suggestions",
				"api.title: Open data",
			].join("\n"),
		);
		await buildSite({ ...portal.options, search: true });
		const article = served("2017/07/13/hoi-nghi-dan-van-kheo.html");
		expect(article).toContain('<html lang="en">');
		expect(article).toContain('content="en_GB"');
		expect(article).toContain('"inLanguage":"en"');
		expect(article).toContain(">Front page<");
		expect(article).toContain("2017-07-13");
		expect(article).toContain('aria-label="Notes &lt;&amp;&gt;"');
		expect(served("atom.xml")).toContain('xml:lang="en"');
		expect(JSON.parse(served("feed.json")).language).toBe("en");
		expect(served("2017/index.html")).toMatch(/>\d+ articles?</);
		expect(served("assets/search.js")).toContain("Looking for $& it…");
		expect(served("assets/suggest.js")).toContain("Suggestions");
		expect(served("assets/suggest.js")).not.toContain("Looking for");
		expect(served("api/index.html")).toContain("<h1>Open data</h1>");
	});

	test("uses one accent colour everywhere, from the style sheet to theme-color and the share cards", async () => {
		await buildSite(portal.options);
		const usual = readdirSync(join(portal.output, "anh/chia-se"));
		writeTheme("theme.css", ":root { --accent: #0b5394 }\n.masthead-name { letter-spacing: 0.01em }\n");
		await buildSite(portal.options);
		const css = served("assets/site.css");
		expect(css).toContain(":root { --accent: #0b5394 }");
		expect(css).toContain("letter-spacing: 0.01em");
		expect(served("index.html")).toContain('<meta name="theme-color" content="#0b5394"/>');
		expect(served("assets/icon.svg")).toContain("#0b5394");
		expect(served("assets/icon.svg")).not.toContain("#a61b1b");
		const cards = readdirSync(join(portal.output, "anh/chia-se"));
		expect(cards).toHaveLength(usual.length);
		expect(cards.filter((card) => usual.includes(card))).toEqual([]);
	});

	test("adds fonts and an icon", async () => {
		const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
		writeTheme("theme.css", '@font-face { font-family: "Đẹp"; src: url(fonts/dep.woff2) }\n');
		writeTheme("fonts/dep.woff2", "phông chữ");
		writeTheme("icon.svg", icon);
		await buildSite(portal.options);
		const address = /url\("\/(assets\/theme\/dep\.[0-9a-f]{8}\.woff2)"\)/.exec(
			served("assets/site.css"),
		)?.[1];
		expect(served(address ?? "")).toBe("phông chữ");
		expect(served("assets/icon.svg")).toBe(icon);
	});

	test("changes only the files that show it; without it, all files are as before", async () => {
		await buildSite(portal.options);
		const before = made();
		writeTheme("strings.yml", "article.keywords: Chủ đề\n");
		await buildSite(portal.options);
		const changed = [...made()].filter(([address, digest]) => before.get(address) !== digest);
		const names = changed.map(([address]) => address);
		expect(names).toContain("/2017/07/13/hoi-nghi-dan-van-kheo.html");
		const silent =
			/^\/(?:anh|tep)\/|^\/sitemap(?!-tin-moi)|^\/robots|^\/_|^\/api\/(?:\d{4}\/\d\d|index|tags|site|schema)\.json/;
		expect(names.filter((address) => silent.test(address))).toEqual([]);
		rmSync(join(portal.content, "../theme"), { recursive: true });
		await buildSite(portal.options);
		expect(made()).toEqual(before);
	});

	test("with errors is not built, and check lists them together with those of the content", async () => {
		await buildSite(portal.options);
		const before = served("manifest.json");
		writeTheme("strings.yml", "homes: Trang nhất\n");
		writeTheme("theme.css", ":root { --accent: #f39c12 }\n");
		writeTheme("icon.svg", "<svg/>");
		portal.write("pages/hong.md", "---\ntitel: Hỏng\n---\nNội dung.\n");
		const { problems } = await buildPortal(portal.options);
		const { contentDirectory, cacheDirectory, now } = portal.options;
		const checked = await checkPortal({ contentDirectory, cacheDirectory, now });
		for (const found of [problems, checked.problems]) {
			const text = formatProblems(found, "content");
			expect(text).toContain("theme/strings.yml:1 · homes: không có câu chữ nào tên “homes”");
			expect(text).toContain("theme/theme.css:1: ở chế độ sáng, chữ màu --accent");
			expect(text).toContain("theme/icon.svg: không vẽ được biểu tượng này");
			expect(text).toContain("content/pages/hong.md");
		}
		expect(served("manifest.json")).toBe(before);
	});
});
