import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import {
	bodyOf,
	type EditorPortal,
	markdownOf,
	openEditor,
	openEditorPortal,
	save,
} from "./editor-portal.ts";

const oldArticle = [
	"---",
	"title: Bài cũ để sửa thử",
	"date: '2026-11-20T08:30:00+07:00'",
	"author: lan-anh",
	"---",
	"",
	"Một   hai",
	"ba __đậm__.",
	"",
	"",
	"* bốn",
	"* năm",
	"",
	"| a | b |",
	"|:--|--:|",
	"| 1 | 2 |",
	"",
	'![A](20-bai-cu/a.png "Một | An")',
	"![B](20-bai-cu/b.png)",
	"",
	"Có chú thích[^1].",
	"",
	"[^1]: Nghị *quyết*.",
	"",
].join("\n");

let portal: EditorPortal;
let browser: Browser;

const picture = () =>
	sharp({ create: { width: 60, height: 40, channels: 3, background: "#b5523b" } })
		.png()
		.toBuffer();

beforeAll(async () => {
	portal = await openEditorPortal({
		"articles/2026/11/20-bai-cu/a.png": await picture(),
		"articles/2026/11/20-bai-cu/b.png": await picture(),
		"authors/lan-anh.yml": "name: Lan Anh\n",
		"articles/2026/11/20-bai-cu.md": oldArticle,
		"site.yml":
			"name: Tin thử\ndescription: Trang để thử\nurl: https://thu.example\norganisation: Ban Biên tập\n",
	});
	browser = await openChromium();
}, 60_000);

afterAll(async () => {
	await closeWindows();
	await portal?.close();
});

/** An empty article with the caret in its body. */
async function openEmptyBody(): Promise<{ page: Page; complaints: string[] }> {
	const { page, complaints } = await openEditor(browser, portal, "/collections/articles/new");
	await bodyOf(page).click();
	return { page, complaints };
}

/** Dispatches a paste event with these types of data, as a browser does. */
async function paste(page: Page, flavours: Readonly<Record<string, string>>): Promise<void> {
	await bodyOf(page).evaluate((element, data) => {
		const clipboardData = new DataTransfer();
		for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	}, flavours);
	// Slate reports the change a moment later.
	await page.waitForTimeout(300);
}

describe("the body of an article", () => {
	test("can be typed: lists, Shift+Enter, Backspace, a table, a footnote", async () => {
		const { page, complaints } = await openEmptyBody();
		await page.getByRole("button", { name: "Danh sách dấu chấm" }).click();
		await page.keyboard.type("một");
		await page.keyboard.press("Shift+Enter");
		await page.keyboard.type("chữ");
		await page.keyboard.press("Backspace");
		await page.keyboard.press("Shift+Enter");
		await page.keyboard.press("Enter");
		await page.keyboard.type("hai");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.keyboard.type("ba");
		for (let time = 0; time < 3; time += 1) await page.keyboard.press("Enter");
		await page.keyboard.type("Sau danh sách");
		await page.getByRole("button", { name: "Chú thích cuối bài" }).click();
		await page.keyboard.type("Nguồn: số liệu của thôn");
		expect(await markdownOf(page)).toBe(
			"- một\\\n  ch\n  - hai\n  - ba\n\nSau danh sách[^1]\n\n[^1]: Nguồn: số liệu của thôn",
		);
		expect(complaints).toEqual([]);
	});

	test("has tables that can be filled and aligned by keyboard", async () => {
		const { page, complaints } = await openEmptyBody();
		await page.getByRole("button", { name: "Chèn bảng" }).click();
		await page.keyboard.type("Thôn");
		await page.keyboard.press("Tab");
		await page.keyboard.type("Số hộ");
		await page.getByRole("button", { name: "Căn phải cột" }).click();
		await page.getByRole("button", { name: "Xóa hàng" }).waitFor();
		await page.keyboard.press("Enter");
		await page.keyboard.type("125");
		expect(await markdownOf(page)).toBe(
			"| Thôn | Số hộ |  |\n| --- | ---: | --- |\n|  | 125 |  |\n|  |  |  |",
		);
		expect(complaints).toEqual([]);
	});

	test("keeps every byte that was not edited", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/entries/2026/11/20-bai-cu");
		await bodyOf(page).getByText("Có chú thích").click();
		await page.waitForTimeout(300);
		await page.keyboard.press("Home");
		await page.waitForTimeout(300);
		await page.keyboard.type("Nay ");
		await save(page);
		expect(`${portal.readPending("articles/2026/11/20-bai-cu", "articles/2026/11/20-bai-cu.md")}\n`).toBe(
			oldArticle.replace("Có chú thích", "Nay Có chú thích"),
		);
	});

	test.each(["word", "google-docs", "libreoffice", "word-online", "zalo", "web-page"])(
		"turns a paste from %s into clean Markdown",
		async (name) => {
			const { page, complaints } = await openEmptyBody();
			const folder = "test/fixtures/clipboard";
			await paste(page, {
				"text/html": await readFile(`${folder}/${name}.html`, "utf8"),
				"text/plain": "the same without form",
			});
			if (name === "word") await page.getByText("Có 1 ảnh không đi kèm bản sao").waitFor();
			expect(`${await markdownOf(page)}\n`).toBe(await readFile(`${folder}/${name}.md`, "utf8"));
			expect(complaints).toEqual([]);
		},
	);

	test("accepts the system's clipboard in the middle of a text", async () => {
		const { page, complaints } = await openEmptyBody();
		await page.keyboard.type("Trước ");
		await page.evaluate(async () => {
			const html = "<p>giữa <b>đậm</b></p>";
			await navigator.clipboard.write([
				new ClipboardItem({
					"text/html": new Blob([html], { type: "text/html" }),
					"text/plain": new Blob(["giữa đậm"], { type: "text/plain" }),
				}),
			]);
		});
		await page.keyboard.press("Control+V");
		await page.waitForTimeout(300);
		await page.keyboard.type(" sau");
		expect(await markdownOf(page)).toMatch(/^Trước giữa \*\*đậm/);
		expect(complaints).toEqual([]);
	});

	test("adds pasted pictures to the article, and pasted text with a picture", async () => {
		const { page, complaints } = await openEmptyBody();
		const png = await picture();
		await paste(page, {
			"text/html": `<p>Một</p><p><img src="data:image/png;base64,${png.toString("base64")}" alt="Bà con"></p><p>Hai</p>`,
		});
		await page.getByText("Đã thêm 1 ảnh").waitFor();
		await bodyOf(page).getByRole("group", { name: "Ảnh", exact: true }).first().waitFor();
		expect(await markdownOf(page)).toBe("Một\n\n![Bà con](thu-muc-cua-bai-moi/anh-dan.png)\n\nHai");
		expect(complaints).toEqual([]);
	});

	test("links to an article of the portal, found by typing without accents", async () => {
		const { page, complaints } = await openEmptyBody();
		await page.keyboard.type("Xem thêm: ");
		await page.keyboard.press("Control+K");
		await page.keyboard.type("bai cu de", { delay: 20 });
		await page.getByRole("option", { name: "Bài cũ để sửa thử" }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await expect.poll(() => bodyOf(page).evaluate((body) => body === document.activeElement)).toBe(true);
		await page.keyboard.type(" nhé");
		expect(await markdownOf(page)).toBe("Xem thêm: [Bài cũ để sửa thử](/2026/11/20/bai-cu.html) nhé");
		expect(complaints).toEqual([]);
	});
});
