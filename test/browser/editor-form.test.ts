/** The form's fields, used by keyboard, in a browser set to English and New York's time zone. */
import { readdir, readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toTcvn3 } from "../../src/import/encodings/tcvn3.ts";
import { toVni } from "../../src/import/encodings/vni.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import {
	bodyOf,
	choose,
	type EditorPortal,
	entryBar,
	input,
	markdownOf,
	openEditor,
	openEditorPortal,
	publish,
	save,
} from "./editor-portal.ts";
import { faultsOf } from "./faults-of.ts";

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

const published = (title: string) =>
	`---\ntitle: ${title}\ndate: '2026-11-20T08:30:00+07:00'\nauthor: lan-anh\nsummary: Sapo cũ.\n---\n\nĐoạn một.\n`;

let portal: EditorPortal;
let browser: Browser;

beforeAll(async () => {
	portal = await openEditorPortal({
		"authors/lan-anh.yml": "name: Lan Anh\n",
		"site.yml":
			"name: Tin thử\ndescription: Trang để thử\nurl: https://thu.example\norganisation: Ban Biên tập\n",
		"provinces.yml":
			"changes:\n  - day: 2030-01-01\n    act: 1/2029/QH16\n    from: [Đồng Nai]\n    to:\n      - name: Thử Nghiệm\n        rank: province\n",
		"articles/2026/11/20-bai-hen.md": published("Bài sẽ hẹn giờ"),
		"articles/2026/11/20-bai-rut.md": published("Bài sẽ gỡ"),
		"articles/2017/07/13-chi-co-ngay.md": dayOnly,
		"articles/2008/01/01-khong-ro-ngay.md": undated,
	});
	browser = await openChromium();
}, 120_000);

afterAll(async () => {
	await closeWindows();
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
	test("is shown in the Vietnamese format, and a day gets no time", async () => {
		const page = await openArticle("2017/07/13-chi-co-ngay");
		expect(await input(page, "date").inputValue()).toBe("13/07/2017");
		expect(await timeOf(page).inputValue()).toBe("");
		expect(await input(page, "date").getAttribute("aria-invalid")).toBe("false");
		await retype(page, "summary", "Sapo mới.");
		await save(page);
		expect(portal.readPending("articles/2017/07/13-chi-co-ngay", "articles/2017/07/13-chi-co-ngay.md")).toBe(
			dayOnly.replace("Sapo cũ.", "Sapo mới.").trim(),
		);
	});

	test("of an article without one stays unchanged, byte for byte", async () => {
		const page = await openArticle("2008/01/01-khong-ro-ngay");
		expect(await input(page, "date").inputValue()).toBe("01/01/2008");
		await retype(page, "summary", "Sapo mới.");
		await save(page);
		expect(
			portal.readPending("articles/2008/01/01-khong-ro-ngay", "articles/2008/01/01-khong-ro-ngay.md"),
		).toBe(undated.replace("Sapo cũ.", "Sapo mới.").trim());
	});

	test("can be typed as a day alone or as a day with a time", async () => {
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
	});
});

describe("the bar below the form", () => {
	const press = (page: Page, name: string) =>
		entryBar(page).getByRole("button", { name, exact: true }).press("Enter");

	test("returns an article with a reason and schedules it in the Vietnamese format, by keyboard alone", async () => {
		const page = await openArticle("2026/11/20-bai-hen");
		await retype(page, "summary", "Sapo chờ duyệt.");
		await save(page);
		await press(page, "Gửi duyệt");
		await entryBar(page).getByText("Chờ duyệt").waitFor();
		await press(page, "Trả lại");
		const dialog = page.getByRole("dialog");
		expect(await dialog.getByRole("button", { name: "Trả lại" }).isDisabled()).toBe(true);
		await page.keyboard.type("Thiếu nguồn số liệu");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await entryBar(page).getByText("trả lại: Thiếu nguồn số liệu").waitFor();
		await press(page, "Gửi duyệt");
		await entryBar(page).getByText("Chờ duyệt").waitFor();
		await press(page, "Hẹn giờ đăng");
		await page.keyboard.type("25/12/2037");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Control+a");
		await page.keyboard.type("6h30");
		await page.keyboard.press("Enter");
		await entryBar(page).getByText("sẽ lên trang lúc 6:30 ngày 25/12/2037").waitFor();
		expect(await portal.read("articles/2026/11/20-bai-hen.md")).not.toContain("Sapo chờ duyệt");
	});

	test("withdraws a published article with a reason that readers will see", async () => {
		const page = await openArticle("2026/11/20-bai-rut");
		const giveReason = async () => {
			await press(page, "Gỡ bài");
			await page.getByRole("dialog").locator("textarea:focus").waitFor();
			await page.keyboard.type("Đăng nhầm số liệu");
		};
		await giveReason();
		await page.keyboard.press("Escape");
		expect(await page.getByRole("dialog").count()).toBe(0);
		await giveReason();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await expect
			.poll(() => portal.read("articles/2026/11/20-bai-rut.md"))
			.toContain("reason: Đăng nhầm số liệu");
		await entryBar(page).getByText("Đã gỡ").waitFor();
		expect(await entryBar(page).getByText("Đã đăng").count()).toBe(0);
		await entryBar(page).getByRole("link", { name: "Lịch sử" }).press("Enter");
		await page.getByRole("heading", { name: /^Lịch sử của/ }).waitFor();
	});
});

describe("records", () => {
	test("a question is answered in rich text by keys, and readers have it; a picture in the answer is refused", async () => {
		const { page } = await openEditor(browser, portal, "/collections/questions/new");
		const answer = page.getByRole("textbox", { name: "Trả lời", exact: true });
		await input(page, "question").click();
		await page.keyboard.type("Tiếp công dân ngày nào?");
		await answer.click();
		await page.keyboard.type("Sáng ");
		await page.keyboard.press("Control+b");
		await page.keyboard.type("thứ Năm");
		await page.keyboard.press("Control+b");
		await page.keyboard.type(" hằng tuần.");
		await retype(page, "date", "5/9/2026");
		await input(page, "topic").click();
		await page.keyboard.type("Tiếp công dân");
		await publish(page);
		const file = "questions/tiep-cong-dan-ngay-nao.yml";
		expect(await portal.read(file)).toBe(
			"question: Tiếp công dân ngày nào?\nanswer: Sáng **thứ Năm** hằng tuần.\ndate: '2026-09-05'\ntopic: Tiếp công dân\n",
		);
		await expect
			.poll(async () => (await page.request.get(`${portal.origin}/hoi-dap/`)).text(), { timeout: 30_000 })
			.toMatch(/Sáng <strong>thứ\sNăm<\/strong> hằng tuần\./);
		await page.getByRole("button", { name: "Sửa mã Markdown" }).click();
		await page.getByRole("textbox", { name: "Nội dung viết bằng Markdown" }).fill("![Ảnh](/media/a.png)");
		await page.getByRole("button", { name: "Lưu", exact: true }).click();
		await page
			.getByText(/Trả lời: không được có ảnh/)
			.first()
			.waitFor();
	}, 120_000);

	test("a banner has its words, its place and its time, by keys alone", async () => {
		const { page } = await openEditor(browser, portal, "/collections/banners/new");
		await input(page, "name").click();
		await page.keyboard.type("Mừng Đại hội");
		await input(page, "link").click();
		await page.keyboard.type("/tin-moi/");
		await choose(page, "place", "tren chan", "Trên chân trang");
		await retype(page, "until", "1/2/2037");
		await page.getByRole("group", { name: "Hiện đến" }).getByLabel("Giờ").click();
		await page.keyboard.type("6h30");
		await publish(page);
		expect(await portal.read("banners/mung-dai-hoi.yml")).toBe(
			"name: Mừng Đại hội\nlink: /tin-moi/\nplace: foot\nuntil: '2037-02-01T06:30:00+07:00'\n",
		);
		await expect
			.poll(async () => (await page.request.get(portal.origin)).text(), { timeout: 30_000 })
			.toMatch(/class="banners banners-foot"[^>]*><ul><li><a href="\/tin-moi\/"><span>Mừng Đại hội/);
	}, 120_000);
});

describe("provinces", () => {
	test("are those of the article's day, including those that the office has added", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		const offered = async (day: string, words: string) => {
			await retype(page, "date", day);
			await input(page, "province").click();
			await page.keyboard.type(words);
			const options = page.getByRole("option");
			await options.or(page.getByText("Không tìm thấy mục nào.")).first().waitFor();
			await page.waitForTimeout(500);
			const names = await options.allInnerTexts();
			await page.keyboard.press("Control+a");
			await page.keyboard.press("Delete");
			return names.map((name) => name.split(" tỉnh")[0]?.trim());
		};
		expect(await offered("01/05/2024", "binh phuoc")).toEqual(["Bình Phước"]);
		expect(await offered("01/05/2026", "binh phuoc")).toEqual([]);
		expect(await offered("01/05/2031", "thu nghiem")).toEqual(["Thử Nghiệm"]);
		await page.keyboard.type("thu nghiem");
		await page.getByRole("option").first().waitFor();
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: /Bỏ “Thử Nghiệm”/ }).waitFor();
	});
});

describe("suggestions that cannot be fetched", () => {
	const failed = (page: Page) => page.getByText("Chưa lấy được danh sách.").first();

	test("are told in Vietnamese, the words stay, and the search works again once the connection is back", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		const author = input(page, "author");
		const lanAnh = page.getByRole("option", { name: "Lan Anh" });
		await bodyOf(page).waitFor();
		await page.context().setOffline(true);
		await author.click();
		await page.keyboard.type("lan", { delay: 10 });
		await failed(page).waitFor();
		expect(await page.getByText("Không tìm thấy mục nào.").count()).toBe(0);
		// The person goes on to another field and comes back.
		await input(page, "title").click();
		await failed(page).waitFor();
		expect(await author.inputValue()).toBe("lan");
		await page.context().setOffline(false);
		await author.click();
		await lanAnh.waitFor();
		expect(await failed(page).count()).toBe(0);

		await page.context().setOffline(true);
		await author.press("End");
		await page.keyboard.type(" a", { delay: 10 });
		await failed(page).waitFor();
		await page.context().setOffline(false);
		await page.keyboard.type("n", { delay: 10 });
		await lanAnh.waitFor();
		expect(await author.inputValue()).toBe("lan an");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Bỏ “Lan Anh”" }).waitFor();
	});

	test("are looked up again by Enter, and what is found is chosen", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		await bodyOf(page).waitFor();
		await page.context().setOffline(true);
		await input(page, "author").click();
		await page.keyboard.type("lan", { delay: 10 });
		await page.keyboard.press("Enter");
		await failed(page).waitFor();
		expect(await input(page, "author").inputValue()).toBe("lan");
		await page.context().setOffline(false);
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Bỏ “Lan Anh”" }).waitFor();
	});

	test("are told in the desk's own words where it refuses, for tags and links too", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		await bodyOf(page).waitFor();
		let isDown = true;
		await page.route("**/admin/api/relations/**", async (route) =>
			isDown ? route.fulfill({ status: 503, json: { message: "Máy chủ hết chỗ." } }) : route.continue(),
		);
		const refused = page.getByText("Chưa lấy được danh sách. Máy chủ hết chỗ.");
		await input(page, "tags").click();
		await page.keyboard.type("dân vận", { delay: 10 });
		await refused.waitFor();
		expect(await input(page, "tags").inputValue()).toBe("dân vận");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Bỏ “dân vận”" }).waitFor();
		expect(await refused.count()).toBe(0);

		await bodyOf(page).click();
		await page.getByRole("button", { name: "Liên kết", exact: true }).press("Enter");
		await page.keyboard.type("bài sẽ hẹn", { delay: 10 });
		await refused.waitFor();
		isDown = false;
		await page.keyboard.type(" giờ", { delay: 10 });
		await page.getByRole("option", { name: "Bài sẽ hẹn giờ" }).waitFor();
		expect(await refused.count()).toBe(0);
		await page.keyboard.press("Escape");
	});
});

test("text in a legacy encoding is converted, with its accents and its markup, or stays as it is if the user says so", async () => {
	const words = "Hội nghị tổng kết công tác dân vận khéo của tỉnh Đồng Nai diễn ra sáng nay.";
	const { page } = await openEditor(browser, portal, "/collections/articles/new");

	/** Pastes the words into the empty body, answers the question, types on, and gives the Markdown. */
	async function pasteAs(encode: (text: string) => string, answer: string, isHtml = false): Promise<string> {
		// As slow as a person: the editor sets the caret a moment after the button is pressed, and would undo Ctrl+A.
		await bodyOf(page).click({ delay: 200 });
		await page.keyboard.press("Control+a");
		await page.keyboard.press("Delete");
		await page.evaluate(
			async ({ text, isHtml }) => {
				const items: Record<string, Blob> = { "text/plain": new Blob([text], { type: "text/plain" }) };
				if (isHtml) items["text/html"] = new Blob([`<p><b>${text}</b></p>`], { type: "text/html" });
				await navigator.clipboard.write([new ClipboardItem(items)]);
			},
			{ text: encode(words), isHtml },
		);
		await page.keyboard.press("Control+v");
		const dialog = page.getByRole("dialog");
		await dialog.getByText(words).waitFor();
		await dialog.getByRole("button", { name: answer }).click();
		await dialog.waitFor({ state: "detached" });
		await page.keyboard.type("Gõ tiếp.");
		return (await markdownOf(page)).trim();
	}

	for (const encode of [toTcvn3, toVni])
		expect(await pasteAs(encode, "Chuyển sang Unicode")).toBe(`${words}Gõ tiếp.`);
	expect(await pasteAs(toVni, "Dán nguyên như thế")).toContain(toVni(words).slice(0, 20));
	expect(await pasteAs(toVni, "Chuyển sang Unicode", true)).toBe(`**${words}Gõ tiếp.**`);
}, 120_000);

test("nothing in the form is English, not even for screen readers, and every button has a name", async () => {
	const { page } = await openEditor(browser, portal, "/collections/articles/new");
	await bodyOf(page).waitFor();
	const folded = page.locator('.group-control[aria-expanded="false"]');
	while ((await folded.count()) > 0) await folded.first().press("Enter");
	for (const name of ["Thêm tệp đính kèm", "Thêm các lần đính chính"])
		await page.getByRole("button", { name }).press("Enter");
	await input(page, "author").focus();
	await page.getByRole("option", { name: "Lan Anh" }).waitFor();
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	const shown = nodes.filter(({ ignored }) => !ignored);
	const said = shown.flatMap(({ name, description, properties = [] }) =>
		[
			name,
			description,
			...properties
				.filter((each) => /^(?:roledescription|valuetext)$/.test(each.name))
				.map(({ value }) => value),
		].map((each) => String(each?.value ?? "")),
	);
	// The browser itself labels file fields, in its own language.
	const words = said
		.filter((text) => text !== "No file chosen")
		.flatMap((text) => text.match(/\p{L}+/gu) ?? []);
	const english =
		/^(?:the|to|of|and|or|with|for|is|no|not|you|your|add|remove|item|items|save|saved|saving|select|option|options|file|image|picture|drag|draggable|sortable|drop|press|open|close|delete|edit|new|field|text|box|entry|required|optional|error|loading|choose|search|results|collapse|expand|link|list|button|published|status|preview|crop|handle)$/i;
	expect(words.filter((word) => english.test(word))).toEqual([]);
	const nameless = shown.filter(
		({ role, name }) =>
			/^(?:button|textbox|combobox|checkbox|switch|link|listbox|toolbar)$/.test(String(role?.value)) &&
			String(name?.value ?? "").trim() === "",
	);
	expect(nameless.map(({ role }) => role?.value)).toEqual([]);
	expect(await faultsOf(page)).toEqual([]);
});

describe("photos", () => {
	test("of every format can be added several at once, each with description, caption and credit", async () => {
		const colour = (width: number, height: number) =>
			sharp({ create: { width, height, channels: 3, background: "#3b7fb5" } });
		const file = async (name: string, type: string, bytes: Promise<Buffer>) => ({
			name,
			mimeType: `image/${type}`,
			buffer: await bytes,
		});
		const files = await Promise.all([
			file("Chợ.webp", "webp", colour(640, 400).webp().toBuffer()),
			file("Ruộng.avif", "avif", colour(640, 400).avif().toBuffer()),
			file("Cầu.heic", "heic", readFile("test/fixtures/desk/anh.heic")),
			file("Phố.jpg", "jpeg", colour(4000, 2000).withMetadata({ orientation: 6 }).jpeg().toBuffer()),
		]);
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		await input(page, "title").click();
		await page.keyboard.type("Bài có nhiều ảnh");
		await choose(page, "author", "lan", "Lan Anh");
		await retype(page, "date", "20/11/2026");
		await bodyOf(page).click();
		await page.keyboard.type("Đoạn đầu.");
		await page.keyboard.press("Enter");
		await page
			.getByRole("toolbar", { name: "Định dạng nội dung" })
			.getByLabel("Chèn ảnh")
			.setInputFiles(files);
		await page.getByText("Đã thêm 4 ảnh").waitFor();
		for (const [at, { name }] of files.entries()) {
			const picture = page.locator("fieldset.body-picture").nth(at);
			for (const label of ["Mô tả ảnh", "Chú thích dưới ảnh", "Người chụp"]) {
				await picture.getByLabel(label).click();
				await page.keyboard.type(`${label} ${name.slice(0, -5)}`);
			}
		}
		// Crops the first picture to a square and then from the left, by keyboard alone.
		const cut = page.locator("fieldset.body-picture").first();
		await cut.getByRole("button", { name: "Cắt ảnh" }).press("Enter");
		const cutting = page.getByRole("dialog", { name: "Cắt ảnh" });
		await cutting.getByLabel("Khung cắt").waitFor();
		await cutting.getByRole("button", { name: "1:1" }).press("Enter");
		await cutting.getByLabel("Góc trên bên trái").press("ArrowRight");
		expect(await faultsOf(page)).toEqual([]);
		await cutting.getByRole("button", { name: "Cắt", exact: true }).press("Enter");
		await expect
			.poll(() =>
				cut.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth - image.naturalHeight),
			)
			.toBe(0);
		await page.getByLabel("Chọn ảnh từ máy").first().setInputFiles(files.slice(3));
		await page.locator(".file-control img").first().waitFor();
		await input(page, "alt").click();
		await page.keyboard.type("Phố lúc sáng");
		// The picture is upright, and its point is its middle.
		const point = page.locator('[id^="focus-field-"]');
		await point.press("ArrowUp");
		await expect
			.poll(() => point.getAttribute("aria-valuetext"))
			.toBe("cách mép trái 50%, cách mép trên 40%");
		const ground = (selector: string) =>
			page
				.locator(selector)
				.first()
				.evaluate((box) => getComputedStyle(box).backgroundColor);
		await page.emulateMedia({ colorScheme: "dark" });
		expect(await ground(".focus-control")).toBe(await ground('[id^="title-field-"]'));
		await page.emulateMedia({ colorScheme: "light" });
		const { width: wide = 0, height: high = 0 } =
			(await page.locator(".focus-control-picture").boundingBox()) ?? {};
		await page.locator(".focus-control-picture").click({ position: { x: wide * 0.31, y: high * 0.08 } });
		await expect
			.poll(() => point.getAttribute("aria-valuetext"))
			.toBe("cách mép trái 30%, cách mép trên 10%");
		await save(page);
		await entryBar(page).getByRole("button", { name: "Đăng ngay" }).press("Enter");
		await entryBar(page).getByText("Đã đăng").waitFor();
		const [path = ""] = portal.git("ls-files", "*bai-co-nhieu-anh.md").split("\n");
		const article = path.replace(/^content\//, "");
		const folder = article.replace(/\.md$/, "");
		const text = await portal.read(article);
		expect((await readdir(`${portal.content}/${folder}`)).sort()).toEqual([
			"cau.jpg",
			"cho-cat.jpg",
			"pho.jpg",
			"ruong.jpg",
		]);
		for (const [name, title] of [
			["cho-cat", "Chợ"],
			["ruong", "Ruộng"],
			["cau", "Cầu"],
		] as const) {
			expect(text).toContain(
				`![Mô tả ảnh ${title}](20-bai-co-nhieu-anh/${name}.jpg "Chú thích dưới ảnh ${title} | Người chụp ${title}")`,
			);
		}
		expect(text).toContain("\n  alt: Phố lúc sáng\n  focus: 30% 10%\n");
		await expect
			.poll(async () => (await page.request.get(`${portal.origin}/2026/11/20/`)).text(), { timeout: 30_000 })
			.toMatch(/class="article-card-picture" data-focus="10"><picture>.*?<img [^>]*alt="Phố lúc sáng"/);
		const { width, height, orientation } = await sharp(`${portal.content}/${folder}/pho.jpg`).metadata();
		// Upright, reduced to the stored size, and without the camera's metadata.
		expect([width, height, orientation]).toEqual([1500, 3000, undefined]);
	}, 150_000);
});
