/** What readers do with an article, and what must hold at any width. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import type { Window } from "./open-window.ts";
import { openOwnWindow, openWindow } from "./open-window.ts";
import { samplePages } from "./sample-pages.ts";

const article = samplePages["article with attachments and related stories"];
const canonical = `https://tintinh.example${article}`;

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

type Page = Window["page"];

/** Also loads the pictures that are loaded lazily. */
async function loadPictures(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (const image of document.images) image.loading = "eager";
		await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
	});
}

async function textSize(page: Page): Promise<number> {
	return await page
		.locator(".article-page-body p")
		.first()
		.evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize));
}

describe("sharing", () => {
	test("without JavaScript, links carry title and address, encoded for each service, and a QR code of the address is shown on demand", async () => {
		const { page } = await openWindow(browser, { javaScriptEnabled: false });
		await page.goto(article);
		const title = ((await page.locator("h1").textContent()) ?? "").replaceAll("\u00a0", " ");
		const address = async (name: string) =>
			new URL((await page.getByRole("link", { name }).getAttribute("href")) ?? "");

		const mail = await address("Gửi cho bạn bè");
		expect(mail.protocol).toBe("mailto:");
		expect(mail.searchParams.get("subject")).toBe(title);
		expect(mail.searchParams.get("body")).toContain(title);
		expect(mail.searchParams.get("body")).toContain(canonical);
		// Mail programs do not read "+" as a space.
		expect(mail.search).not.toContain("+");

		const facebook = await address("Facebook");
		expect(facebook.origin + facebook.pathname).toBe("https://www.facebook.com/sharer/sharer.php");
		expect(facebook.searchParams.get("u")).toBe(canonical);

		const zalo = await address("Zalo");
		expect(zalo.hostname).toBe("button-share.zalo.me");
		expect(JSON.parse(atob(zalo.searchParams.get("d") ?? ""))).toEqual({ url: canonical });

		const code = page.getByRole("img", { name: "Mã QR dẫn tới bài này" });
		expect(await code.count()).toBe(0);
		await page.getByRole("link", { name: "Mã QR", exact: true }).click();
		await code.waitFor();
	});

	test("the address is copied, and the button says so for a while", async () => {
		const { page, complaints } = await openWindow(browser, {
			permissions: ["clipboard-read", "clipboard-write"],
		});
		await page.goto(article);
		await page.getByRole("button", { name: "Sao chép liên kết" }).click();
		await page.getByRole("button", { name: "Đã sao chép liên kết" }).waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical);
		await page.getByRole("button", { name: "Sao chép liên kết", exact: true }).waitFor();
		expect(complaints).toEqual([]);
	});

	test("the system's share sheet is offered if there is one; if the browser refuses to copy, the button says what to do", async () => {
		const { page } = await openOwnWindow(browser);
		await page.addInitScript(() => {
			navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
			navigator.share = async (data) => {
				document.title = JSON.stringify(data);
			};
		});
		await page.goto(article);
		const title = (await page.locator("h1").textContent())?.replaceAll("\u00a0", " ");
		await page.getByRole("button", { name: "Chia sẻ" }).click();
		await expect.poll(async () => JSON.parse(await page.title())).toEqual({ title, url: canonical });
		await page.getByRole("button", { name: "Sao chép liên kết" }).click();
		const advice = page.getByRole("button", { name: "hãy sao chép từ thanh địa chỉ" });
		await expect.poll(() => advice.isVisible()).toBe(true);
	});
});

test("the size of the text changes and is remembered, here and on other pages", async () => {
	const { page } = await openWindow(browser);
	await page.goto(article);
	const normal = await textSize(page);
	await page.getByRole("button", { name: "Chữ lớn hơn" }).click();
	const larger = await textSize(page);
	expect(larger).toBeGreaterThan(normal);
	await page.reload();
	expect(await textSize(page)).toBe(larger);
	await page.goto(samplePages["article with a video"]);
	expect(await textSize(page)).toBe(larger);
	await page.getByRole("button", { name: "Chữ nhỏ hơn" }).click();
	expect(await textSize(page)).toBe(normal);
	await page.getByRole("button", { name: "Chữ nhỏ hơn" }).click();
	expect(await textSize(page)).toBeLessThan(normal);
	expect(await page.locator(".article-tools [role=status]").textContent()).toBe("Cỡ chữ 90 %");
	const smaller = page.getByRole("button", { name: "Chữ nhỏ hơn" });
	expect(await smaller.getAttribute("aria-disabled")).toBe("true");
	const masthead = await page.locator(".masthead-name").evaluate((name) => getComputedStyle(name).fontSize);
	for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Chữ lớn hơn" }).click();
	expect(await page.getByRole("button", { name: "Chữ lớn hơn" }).getAttribute("aria-disabled")).toBe("true");
	expect(await textSize(page)).toBeGreaterThan(1.5 * normal);
	const grown = await page.locator(".masthead-name").evaluate((name) => getComputedStyle(name).fontSize);
	expect(Number.parseFloat(grown)).toBeGreaterThan(1.5 * Number.parseFloat(masthead));
});

test("light or dark can be chosen instead of the system's setting, and the choice is remembered", async () => {
	const { page } = await openWindow(browser, { colorScheme: "light" });
	const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await page.goto(article);
	const light = await paper();
	const select = page.getByRole("combobox", { name: "Giao diện" });
	await select.selectOption("Tối");
	const dark = await paper();
	expect(dark).not.toBe(light);
	await page.goto("/");
	await expect.poll(paper).toBe(dark);
	await page.emulateMedia({ colorScheme: "dark" });
	await page.getByRole("combobox", { name: "Giao diện" }).selectOption("Sáng");
	expect(await paper()).toBe(light);
	await page.getByRole("combobox", { name: "Giao diện" }).selectOption("Theo thiết bị");
	expect(await paper()).toBe(dark);
});

describe("reading aloud", () => {
	/** The state of reading aloud: the last spoken sentence, the number of sentences, and the marked text. */
	const heard = (page: Page) =>
		page.evaluate(() => {
			const { spoken } = window as unknown as { spoken: string[] };
			const highlights = CSS as unknown as { highlights: Map<string, Set<Range>> };
			const [range] = highlights.highlights.get("read-aloud") ?? [];
			return {
				last: spoken.at(-1),
				count: spoken.length,
				marked: range?.toString().replaceAll("\u00a0", " "),
			};
		});
	const endSentence = (page: Page) =>
		page.evaluate(() =>
			(window as unknown as { current: SpeechSynthesisUtterance }).current.dispatchEvent(new Event("end")),
		);

	test("is offered with a Vietnamese voice: it marks each sentence, and is paused and ended by keyboard", async () => {
		const { page, complaints } = await openOwnWindow(browser);
		await page.addInitScript(() => {
			const heard = window as unknown as { spoken: string[]; current?: SpeechSynthesisUtterance };
			heard.spoken = [];
			speechSynthesis.getVoices = () => [{ lang: "vi-VN" } as SpeechSynthesisVoice];
			speechSynthesis.speak = (utterance) => {
				heard.spoken.push(utterance.text);
				heard.current = utterance;
			};
		});
		await page.goto(article);
		const button = page.getByRole("button", { name: "Nghe đọc bài" });
		await button.focus();
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Tạm dừng đọc" }).waitFor();
		const title = ((await page.locator("h1").textContent()) ?? "").replaceAll("\u00a0", " ");
		await expect.poll(() => heard(page)).toEqual({ last: title, count: 1, marked: title });
		await endSentence(page);
		await expect.poll(async () => (await heard(page)).count).toBe(2);
		const second = await heard(page);
		expect(second.marked?.trim()).toBe(second.last);
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Đọc tiếp" }).waitFor();
		await page.keyboard.press("Enter");
		await expect.poll(() => heard(page)).toEqual({ ...second, count: 3 });
		await page.keyboard.press("Escape");
		await button.waitFor();
		expect((await heard(page)).marked).toBeUndefined();
		expect(await page.getByRole("button", { name: "Dừng đọc" }).count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	test("is not offered without one", async () => {
		const { page } = await openOwnWindow(browser);
		await page.addInitScript(() => {
			speechSynthesis.getVoices = () => [{ lang: "de-DE" } as SpeechSynthesisVoice];
		});
		await page.goto(article);
		await page.getByRole("button", { name: "In bài" }).waitFor();
		expect(await page.getByRole("button", { name: "Nghe đọc bài" }).count()).toBe(0);
	});
});

test("pictures are enlarged in place and counted, by touch and by keyboard", async () => {
	const { page, complaints } = await openWindow(browser);
	await page.goto(samplePages["article with a gallery"]);
	const pictures = page.locator(".article-page-article figure img");
	const count = await pictures.count();
	expect(count).toBeGreaterThan(2);
	await pictures.nth(1).focus();
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: "Ảnh phóng to" });
	await dialog.waitFor();
	expect(await dialog.locator("p").textContent()).toContain(`2/${count}`);
	await page.keyboard.press("ArrowRight");
	expect(await dialog.locator("p").textContent()).toContain(`3/${count}`);
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "detached" });
	expect(await pictures.nth(1).evaluate((image) => image === document.activeElement)).toBe(true);
	await pictures.first().click();
	await dialog.waitFor();
	await dialog.getByRole("button", { name: "Đóng" }).click();
	await dialog.waitFor({ state: "detached" });
	expect(complaints).toEqual([]);
});

test("an article can be saved as one file that loads nothing from the network", async () => {
	const { page, complaints } = await openWindow(browser);
	await page.goto(article);
	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: "Tải bài về máy" }).click();
	const file = await (await download).path();
	const html = readFileSync(file, "utf8");
	expect(html).not.toMatch(/<script|\ssrc="(?!data:)|srcset=|url\((?!["']?data:)/);
	expect(html).toContain("data:font/woff2");
	expect(html).toContain("data:image/");
	expect(complaints).toEqual([]);
});

test("a printed article names who is responsible for it, and leaves out the rest of the site", async () => {
	const { page } = await openWindow(browser, { colorScheme: "dark" });
	await page.goto(article);
	await page.emulateMedia({ media: "print" });
	for (const selector of [
		"h1",
		".article-page-lead",
		".prose p",
		".figure img, figure img",
		".by-line",
		".article-page-origin",
		".address-code svg",
	]) {
		expect(await page.locator(selector).first().isVisible(), selector).toBe(true);
	}
	for (const selector of [
		".skip-link",
		".masthead .search-box",
		".masthead .menu-list",
		".menu-sheet",
		".article-tools",
		".article-page-related",
		".other-articles",
		".breadcrumb",
	]) {
		for (const part of await page.locator(selector).all())
			expect(await part.isVisible(), selector).toBe(false);
	}
	const colours = await page
		.locator(".prose p")
		.first()
		.evaluate((paragraph) => [
			getComputedStyle(paragraph).color,
			getComputedStyle(document.body).backgroundColor,
		]);
	expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
});

describe("a video", () => {
	test("is loaded only after a tap, and then plays within the page", async () => {
		const { page, foreign, complaints } = await openWindow(browser);
		await page.goto(samplePages["article with a video"]);
		await loadPictures(page);
		const link = page.locator(".video a");
		await link.hover();
		expect(foreign).toEqual([]);
		await link.click();
		await page.locator(".video iframe").waitFor();
		await expect
			.poll(() => foreign)
			.toEqual(["https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"]);
		expect(complaints.filter((complaint) => complaint.includes("Content Security Policy"))).toEqual([]);
		expect(new URL(page.url()).pathname).toBe(samplePages["article with a video"]);
	});

	test("is a link without JavaScript", async () => {
		const { page } = await openWindow(browser, { javaScriptEnabled: false });
		await page.goto(samplePages["article with a video"]);
		expect(await page.locator(".video a").getAttribute("href")).toBe(
			"https://www.youtube.com/watch?v=aqz-KE-bpKQ",
		);
	});
});

test("the first Tab stop is a link past the masthead", async () => {
	const { page } = await openWindow(browser);
	await page.goto(article);
	await page.keyboard.press("Tab");
	const link = page.locator(":focus");
	expect(await link.textContent()).toBe("Đến nội dung chính");
	expect(await link.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
	await page.keyboard.press("Enter");
	expect(await page.locator("main").evaluate((main) => main === document.activeElement)).toBe(true);
	await page.keyboard.press("Tab");
	expect(await page.locator("main :focus").count()).toBe(1);
});

describe("the menu on a phone", () => {
	const viewport = { width: 360, height: 740 };

	test("works without JavaScript", async () => {
		const { page } = await openWindow(browser, { javaScriptEnabled: false, viewport });
		await page.goto(article);
		const link = page.locator(".masthead").getByRole("link", { name: "Đồng Nai" });
		expect(await link.count()).toBe(0);
		await page.locator(".menu-sheet summary").focus();
		await page.keyboard.press("Enter");
		await link.click();
		expect(new URL(page.url()).pathname).toBe("/tinh/dong-nai/");
	});

	test("closes with Escape, which returns the focus to its button", async () => {
		const { page } = await openWindow(browser, { viewport });
		await page.goto(article);
		await page.locator(".menu-sheet summary").click();
		await page.locator(".menu-sheet input").focus();
		await page.keyboard.press("Escape");
		expect(await page.locator(".menu-sheet").getAttribute("open")).toBe(null);
		expect(await page.locator("summary:focus").count()).toBe(1);
	});
});

test("an article is complete without JavaScript", async () => {
	const { page } = await openWindow(browser, { javaScriptEnabled: false });
	await page.goto(article);
	for (const selector of [
		"h1",
		".article-page-lead",
		".by-line",
		".attachment-list a",
		".other-articles a",
	]) {
		expect(await page.locator(selector).first().isVisible(), selector).toBe(true);
	}
	for (const paragraph of await page.locator(".prose p").all())
		expect(await paragraph.isVisible()).toBe(true);
	for (const button of await page.locator(".article-tools button").all()) {
		expect(await button.isVisible()).toBe(false);
	}
});
