import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { formatProblems } from "../content/index.ts";
import { strings as texts } from "../messages/index.ts";
import { defaultAccent } from "../model/accent.ts";
import { contrast, parseColour } from "./colours.ts";
import { defaultColours } from "./palette.ts";
import { defaultTheme, readTheme } from "./read-theme.ts";

const root = mkdtempSync(join(tmpdir(), "tintinh-theme-"));
let count = 0;

afterAll(() => rmSync(root, { recursive: true }));

function themeOf(files: Readonly<Record<string, string>>) {
	const folder = join(root, String(count++));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return readTheme(folder);
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
	const { problems } = await themeOf(files);
	return formatProblems(problems).split("\n").slice(0, -2).filter(Boolean);
}

test("a portal without a theme has the product's defaults", async () => {
	expect(await themeOf({})).toEqual({ theme: defaultTheme, problems: [] });
});

describe("strings.yml", () => {
	test("replaces texts by whole keys and by keys within keys", async () => {
		const { theme, problems } = await themeOf({
			"strings.yml": "home: Trang nhất\nlist.page: Tờ {number}\narticle:\n  keywords: Chủ đề\n",
		});
		expect(problems).toEqual([]);
		expect(theme.messages).toEqual({
			...texts,
			home: "Trang nhất",
			"list.page": "Tờ {number}",
			"article.keywords": "Chủ đề",
		});
	});

	test("accepts plural forms", async () => {
		const { theme, problems } = await themeOf({
			"strings.yml": 'language: en\narticles:\n  one: "{count} article"\n  other: "{count} articles"\n',
		});
		expect(problems).toEqual([]);
		expect(theme.messages.articles).toEqual({ one: "{count} article", other: "{count} articles" });
	});

	test("reports every unknown key and placeholder, with line and remedy", async () => {
		const text = [
			"homes: Trang nhất",
			'articles: "{cout} bài"',
			'home: "{count} trang"',
			"article:",
			"  keyword: Chủ đề",
			"  newer:",
			"    - Mới",
			"    - Nữa",
			"month.total:",
			'  one: "{count} bài"',
			"language: tiếng Việt",
		].join("\n");
		expect(await problemsOf({ "strings.yml": text })).toEqual([
			"theme/strings.yml:1 · homes: không có câu chữ nào tên “homes”; có phải “home”? Cách sửa: xem tên các câu chữ trong docs/texts.md.",
			"theme/strings.yml:2 · articles: chỗ trống {cout} không có trong chữ này. Cách sửa: chỉ dùng {count}.",
			"theme/strings.yml:3 · home: chỗ trống {count} không có trong chữ này. Cách sửa: bỏ ngoặc nhọn; chữ này không có chỗ trống nào.",
			"theme/strings.yml:5 · article.keyword: không có câu chữ nào tên “article.keyword”; có phải “article.keywords”? Cách sửa: xem tên các câu chữ trong docs/texts.md.",
			"theme/strings.yml:6 · article.newer: phải là một dòng chữ. Cách sửa: viết chữ mới sau dấu hai chấm, trong ngoặc kép nếu có dấu hai chấm hay ngoặc nhọn.",
			"theme/strings.yml:9 · month.total: thiếu dạng “other”. Cách sửa: thêm dòng other: với chữ dùng cho mọi số còn lại.",
			"theme/strings.yml:11 · language: “tiếng Việt” không phải mã ngôn ngữ. Cách sửa: viết như vi hoặc en.",
		]);
	});

	test("reports the line of invalid YAML", async () => {
		const [problem = ""] = await problemsOf({ "strings.yml": 'home: "Trang\nmenu: [\n' });
		expect(problem).toMatch(/^theme\/strings\.yml:\d: .+Cách sửa: /);
	});

	test.each(["__proto__: x", "constructor: x", "toString: x"])("is not misled by %s", async (line) => {
		expect(await problemsOf({ "strings.yml": line })).toHaveLength(1);
	});
});

describe("theme.css", () => {
	test("accepts an accent colour and derives that of dark mode", async () => {
		const { theme, problems } = await themeOf({ "theme.css": ":root { --accent: #0b5394 }\n" });
		expect(problems).toEqual([]);
		expect(theme.accent).toBe("#0b5394");
		const dark = /dark\)\{:root\{--accent:(#[0-9a-f]{6})/.exec(theme.css)?.[1] ?? "";
		const paper = parseColour(defaultColours.dark["--paper"] ?? "");
		expect(contrast(parseColour(dark) ?? [0, 0, 0], paper ?? [0, 0, 0])).toBeGreaterThanOrEqual(7);
		expect(theme.colours).toContain(":root{--accent:#0b5394;");
		expect(theme.colours).toContain(`--accent:${dark}`);
	});

	test("does not override colours that the portal sets itself", async () => {
		const { theme } = await themeOf({
			"theme.css":
				":root{--accent:#0b5394;--bar:#123456}@media (prefers-color-scheme: dark){:root{--accent:#9cf}}",
		});
		expect(theme.css).not.toMatch(/--bar:#0b5394/);
		expect(theme.css.match(/--accent:/g)).toHaveLength(2);
	});

	test.each([
		{
			name: "an accent too pale for its paper",
			css: ":root {\n\t--accent: #f39c12;\n}",
			expected:
				/^theme\/theme\.css:2: ở chế độ sáng, chữ màu --accent trên nền --paper khó đọc: tương phản 2,\d, cần ít nhất 4,5\. Cách sửa: chọn màu đậm hơn/,
		},
		{
			name: "a white paper that stays white in the dark",
			css: ":root { --paper: #fff }",
			expected:
				/^theme\/theme\.css:1: ở chế độ tối, chữ màu --ink trên nền --paper khó đọc: .+prefers-color-scheme: dark/,
		},
		{
			name: "a colour by its name",
			css: ":root { --accent: navy }",
			expected: /^theme\/theme\.css:1: --accent: “navy” không phải mã màu\. Cách sửa: viết như #0b5394\.$/,
		},
		{
			name: "a bracket that is not closed",
			css: ":root {\n--accent: #0b5394;\n",
			expected: /^theme\/theme\.css:1: không đọc được CSS \(Unclosed block\)/,
		},
		{
			name: "another file's import",
			css: '@import "khac.css";',
			expected: /^theme\/theme\.css:1: @import không dùng được ở đây/,
		},
		{
			name: "a font of another site",
			css: '@font-face { font-family: X;\nsrc: url("https://fonts.example/x.woff2") }',
			expected: /^theme\/theme\.css:2: “https:\/\/fonts\.example\/x\.woff2” nằm ở trang khác/,
		},
		{
			name: "a font that is not there",
			css: "@font-face { src: url(fonts/x.woff2) }",
			expected: /^theme\/theme\.css:1: không có tệp “fonts\/x\.woff2” trong thư mục theme/,
		},
		{
			name: "a file outside the theme",
			css: "a { background: url(../content/site.png) }",
			expected: /không có tệp “\.\.\/content\/site\.png”/,
		},
		{
			name: "a file of another type",
			css: "a { background: url(x.html) }",
			expected: /“x\.html” không phải phông chữ hay ảnh/,
		},
	])("rejects $name", async ({ css, expected }) => {
		const problems = await problemsOf({ "theme.css": css });
		expect(problems).toContainEqual(expect.stringMatching(expected));
	});

	test("gives referenced files addresses with their digests", async () => {
		const { theme, problems } = await themeOf({
			"theme.css": "@font-face { src: url('fonts/Chữ đẹp.woff2') format('woff2') } a { mask: url(#x) }",
			"fonts/Chữ đẹp.woff2": "phông",
		});
		expect(problems).toEqual([]);
		const [file] = theme.files;
		expect(theme.files).toHaveLength(1);
		expect(file?.address).toMatch(/^\/assets\/theme\/[\w-]+\.[0-9a-f]{8}\.woff2$/);
		expect(theme.css).toContain(`url("${file?.address}") format('woff2')`);
		expect(theme.css).toContain("url(#x)");
	});

	test("is part of the theme's digest wherever the folder is", async () => {
		const files = { "theme.css": ":root{--accent:#0b5394}" };
		const [one, same, other] = await Promise.all([
			themeOf(files),
			themeOf(files),
			themeOf({ "theme.css": ":root{--accent:#0b5395}" }),
		]);
		expect(one?.theme.digest).toBe(same?.theme.digest);
		expect(one?.theme.digest).not.toBe(other?.theme.digest);
	});
});

test("the product's own colours are those of its style sheet and its icon", () => {
	const css = readFileSync("src/site/styles/tokens.css", "utf8");
	const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
	for (const [scheme, text] of [["light", light] as const, ["dark", dark] as const]) {
		for (const [name, value] of Object.entries(defaultColours[scheme]))
			expect(text).toContain(`${name}: ${value};`);
	}
	expect(readFileSync("src/site/styles/icon.svg", "utf8")).toContain(defaultAccent);
});
