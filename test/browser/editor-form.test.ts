/** The form's fields, key by key, in a browser that speaks English in New York. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import {
	bodyOf,
	choose,
	type EditorPortal,
	input,
	openEditor,
	openEditorPortal,
	publish,
	save,
} from "./editor-portal.ts";

/** Quotation marks, order and comments as a person wrote them. */
const dayOnly = `---
title: "Bài chỉ có ngày"
date: 2017-07-13 # báo giấy không ghi giờ
author: lan-anh
summary: Sapo cũ.
---

Đoạn một.
`;

const undated = `---
title: Bài không rõ ngày
date: 2008-01-01
undated: true
author: [lan-anh]
summary: Sapo cũ.
---

Đoạn một.
`;

let portal: EditorPortal;
let browser: Browser;

beforeAll(async () => {
	portal = await openEditorPortal({
		"authors/lan-anh.yml": "name: Lan Anh\n",
		"site.yml":
			"name: Tin thử\ndescription: Trang để thử\nurl: https://thu.example\norganisation: Ban Biên tập\n",
		"articles/2017/07/13-chi-co-ngay.md": dayOnly,
		"articles/2008/01/01-khong-ro-ngay.md": undated,
	});
	browser = await launchChromium();
}, 120_000);

afterAll(async () => {
	await browser?.close();
	await portal?.close();
});

async function openArticle(id: string): Promise<Page> {
	const { page } = await openEditor(browser, portal, `/collections/articles/entries/${id}`);
	await bodyOf(page).waitFor();
	return page;
}

const timeOf = (page: Page) => page.getByRole("group", { name: "Ngày giờ đăng" }).getByLabel("Giờ");

async function retype(page: Page, field: string, words: string): Promise<void> {
	await input(page, field).click();
	await page.keyboard.press("Control+a");
	await page.keyboard.type(words);
}

describe("the date", () => {
	test("stands as people write it in Vietnam, and a day gets no hour", async () => {
		const page = await openArticle("2017/07/13-chi-co-ngay");
		expect(await input(page, "date").inputValue()).toBe("13/07/2017");
		expect(await timeOf(page).inputValue()).toBe("");
		expect(await input(page, "date").getAttribute("aria-invalid")).toBe("false");
		await retype(page, "summary", "Sapo mới.");
		await save(page);
		expect(portal.readPending("articles/2017/07/13-chi-co-ngay", "articles/2017/07/13-chi-co-ngay.md")).toBe(
			dayOnly.replace("Sapo cũ.", "Sapo mới.").trim(),
		);
		await page.context().close();
	});

	test("of an article without a date stays in its place, byte by byte", async () => {
		const page = await openArticle("2008/01/01-khong-ro-ngay");
		expect(await input(page, "date").inputValue()).toBe("01/01/2008");
		await retype(page, "summary", "Sapo mới.");
		await save(page);
		expect(
			portal.readPending("articles/2008/01/01-khong-ro-ngay", "articles/2008/01/01-khong-ro-ngay.md"),
		).toBe(undated.replace("Sapo cũ.", "Sapo mới.").trim());
		await page.context().close();
	});

	test("is typed as a day alone, and as a day with its hour", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		await input(page, "title").click();
		await page.keyboard.type("Bài gõ ngày từng phím");
		await choose(page, "author", "lan", "Lan Anh");
		await retype(page, "date", "5/9/2025");
		await timeOf(page).click();
		await page.keyboard.press("Control+a");
		await page.keyboard.press("Delete");
		expect(await input(page, "date").getAttribute("aria-invalid")).toBe("false");
		await bodyOf(page).click();
		await page.keyboard.type("Bài.");
		await publish(page);
		const file = "articles/2025/09/05-bai-go-ngay-tung-phim.md";
		expect(await portal.read(file)).toContain("\ndate: '2025-09-05'\nauthor: lan-anh\n");
		expect(await portal.read(file)).not.toContain("undated");
		await timeOf(page).click();
		await page.keyboard.type("7h5");
		expect(await input(page, "date").getAttribute("aria-invalid")).toBe("true");
		await page.keyboard.press("Backspace");
		await page.keyboard.type("05");
		expect(await input(page, "date").getAttribute("aria-invalid")).toBe("false");
		await publish(page);
		expect(await portal.read(file)).toContain("\ndate: '2025-09-05T07:05:00+07:00'\n");
		await page.context().close();
	});
});
