import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import {
	bodyOf,
	choose,
	type EditorPortal,
	entryBar,
	input,
	openEditor,
	openEditorPortal,
	publish,
	save,
} from "./editor-portal.ts";

const article = (title: string, body: string) =>
	`---\ntitle: ${title}\ndate: '2026-11-20T08:30:00+07:00'\nauthor: lan-anh\nsummary: Sapo cũ.\n---\n\n${body}\n`;

const pictureOf = (background: string) =>
	sharp({ create: { width: 64, height: 40, channels: 3, background } })
		.png()
		.toBuffer();

const picture = pictureOf("#b5523b");

let portal: EditorPortal;
let browser: Browser;

beforeAll(async () => {
	portal = await openEditorPortal({
		"authors/lan-anh.yml": "name: Lan Anh\n",
		"authors/do-van-nam.yml": "name: Đỗ Văn Năm\nphoto: /media/do-van-nam.png\n",
		"media/do-van-nam.png": await picture,
		"site.yml":
			"name: Tin thử\ndescription: Trang để thử\nurl: https://thu.example\norganisation: Ban Biên tập\n",
		"articles/2026/11/20-bai-mot.md": article("Bài thứ nhất", "Đoạn một."),
		"articles/2026/11/20-bai-hai.md": article("Bài thứ hai", "Đoạn một.\n\nĐoạn hai."),
		"articles/2026/11/20-bai-ba.md": article("Bài thứ ba", "Đoạn một."),
		"articles/2026/11/20-bai-bon.md": article("Bài thứ tư", "Đoạn một."),
		"articles/2026/11/20-bai-nam.md": article("Bài thứ năm", "Đoạn một."),
		"articles/2026/11/20-bai-sau.md": article("Bài thứ sáu", "Xem [bài kia](/2026/11/20/bai-bay.html)."),
		"articles/2026/11/20-bai-bay.md": article("Bài thứ bảy", "Đoạn một."),
		// Quoted as people write it, and not as Decap does.
		"articles/2026/11/20-bai-tam.md":
			'---\ntitle: "Bài thứ tám"\ndate: 2026-11-20T08:30:00+07:00 # giờ phát\nauthor: [lan-anh]\nsummary: "Sapo cũ."\nimage: {src: /media/do-van-nam.png, alt: Chân dung}\n---\nĐoạn một.\n',
	});
	browser = await openChromium();
}, 120_000);

afterAll(async () => {
	await closeWindows();
	await portal?.close();
});

async function openArticle(name: string): Promise<{ page: Page; complaints: string[] }> {
	const opened = await openEditor(browser, portal, `/collections/articles/entries/2026/11/${name}`);
	await bodyOf(opened.page).waitFor();
	return opened;
}

async function typeAtEnd(page: Page, words: string): Promise<void> {
	await bodyOf(page).click();
	await page.keyboard.press("Control+End");
	// Slate notices the new caret position a moment later.
	await page.waitForTimeout(300);
	await page.keyboard.type(words);
}

/** Runs in the page. */
async function countKeptFiles(): Promise<number> {
	const answerOf = <Answer>(request: IDBRequest<Answer>) =>
		new Promise<Answer>((resolve) => {
			request.onsuccess = () => resolve(request.result);
		});
	const database = await answerOf(indexedDB.open("tintinh-chua-luu"));
	const table = database.transaction("files").objectStore("files");
	const kept: { readonly files: readonly unknown[] }[] = await answerOf(table.getAll());
	database.close();
	return kept.flatMap(({ files }) => files).length;
}

/** Runs in the page: a large unsaved text of another entry, with a file, and no room for another text. */
async function fillStorage(): Promise<void> {
	const key = "tintinh-chua-luu:thu:articles/cu";
	localStorage.setItem(key, JSON.stringify({ values: { body: "x".repeat(1_000_000) }, at: 1 }));
	for (let size = 4_000_000; size > 10; size /= 2) {
		try {
			localStorage.setItem(`day-${size}`, "x".repeat(size));
		} catch {}
	}
	const opening = indexedDB.open("tintinh-chua-luu");
	await new Promise((resolve) => {
		opening.onsuccess = resolve;
	});
	const transaction = opening.result.transaction("files", "readwrite");
	transaction.objectStore("files").put({ at: Date.now(), files: [{ name: "cu.png" }] }, key);
	await new Promise((resolve) => {
		transaction.oncomplete = resolve;
	});
	opening.result.close();
}

/** Runs in the page: leaves no room for a text, in a key that is not ours. */
function fillStorageWithOthers(): void {
	let filling = "";
	for (let more = "x".repeat(4_000_000); more !== ""; ) {
		try {
			localStorage.setItem("cua-trang-khac", filling + more);
			filling += more;
		} catch {
			more = more.slice(0, more.length >> 1);
		}
	}
}

const pendingText = (name: string) =>
	portal.readPending(`articles/2026/11/${name}`, `articles/2026/11/${name}.md`);

/** Saves the form, and does something while the save is on its way. */
async function saveMeanwhile(page: Page, act: () => Promise<void>): Promise<void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/admin/api/entries/**", async (route) => {
		if (route.request().method() === "PUT") await released;
		await route.continue();
	});
	const sent = page.waitForRequest((request) => request.method() === "PUT");
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
	await sent;
	await act();
	release();
	await page.getByText("Đã lưu").first().waitFor();
	// Decap opens the form again.
	await entryBar(page).getByText("Có chữ chưa lưu").waitFor();
}

describe("the editor at the desk", () => {
	test("keeps what is typed while a save runs, and a change from readers until it is published", async () => {
		const { page, complaints } = await openArticle("20-bai-mot");
		await typeAtEnd(page, " Thêm");
		await saveMeanwhile(page, async () => {
			await input(page, "summary").fill("Sapo viết khi đang lưu.");
			await typeAtEnd(page, " một câu.");
		});
		await expect.poll(() => input(page, "summary").inputValue()).toBe("Sapo viết khi đang lưu.");
		expect(pendingText("20-bai-mot")).not.toContain("một câu");
		await save(page);
		await expect.poll(() => pendingText("20-bai-mot")).toContain("Sapo viết khi đang lưu.");
		expect(await portal.read("articles/2026/11/20-bai-mot.md")).not.toContain("Thêm một câu");
		expect(pendingText("20-bai-mot")).toContain("Đoạn một. Thêm một câu.");
		await entryBar(page).getByText("Đang viết").waitFor();
		await entryBar(page).getByRole("button", { name: "Gửi duyệt" }).click();
		await entryBar(page).getByText("Chờ duyệt").waitFor();
		await entryBar(page).getByRole("button", { name: "Đăng ngay" }).click();
		await entryBar(page).getByText("Đã đăng").waitFor();
		await expect.poll(() => portal.read("articles/2026/11/20-bai-mot.md")).toContain("Thêm một câu.");
		expect(complaints).toEqual([]);
	});

	test("finds authors without accents, accepts typed tags, and keeps what is added while a new article is saved", async () => {
		const { page } = await openEditor(browser, portal, "/collections/authors/new");
		await page.getByText("Chưa có gì để lưu").waitFor();
		await page.getByRole("link", { name: "Viết bài" }).click();
		await input(page, "title").click();
		await page.keyboard.type("Bài viết từng phím");
		// Enter comes before the list for what was typed.
		await input(page, "author").click();
		await page.getByRole("option").first().waitFor();
		await page.keyboard.type("do van nam");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Bỏ “Đỗ Văn Năm”" }).waitFor();
		await input(page, "tags").click();
		await page.keyboard.type("Dân vận khéo, Nông thôn", { delay: 10 });
		await page.keyboard.press("Enter");
		await bodyOf(page).click();
		await page.keyboard.type("Bài.");
		await saveMeanwhile(page, async () => {
			await input(page, "summary").fill("Sapo viết khi đang lưu.");
			await page
				.getByLabel("Chọn ảnh từ máy")
				.first()
				.setInputFiles({ name: "anh.png", mimeType: "image/png", buffer: await picture });
			await page.locator(".file-control img").first().waitFor();
		});
		await input(page, "alt").fill("Một góc chợ");
		await publish(page);
		const [file = ""] = portal.git("ls-files", "*tung-phim.md").split("\n");
		const text = await portal.read(file.replace(/^content\//, ""));
		expect(text).toContain("author: do-van-nam\ntags:\n  - Dân vận khéo\n  - Nông thôn\n");
		expect(text).toContain("summary: Sapo viết khi đang lưu.\n");
		expect(portal.git("ls-files", "*tung-phim/*")).toMatch(/\/anh\.png$/);
	});

	test("does not load the page again for a save or a new state, and keeps what is typed meanwhile", async () => {
		const { page } = await openArticle("20-bai-tam");
		await page.evaluate(() => document.body.classList.add("not-loaded-again"));
		const shared = page.locator(".file-control img").first();
		await expect.poll(() => shared.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
		await input(page, "summary").press("End");
		await page.keyboard.type(" Thêm.");
		await save(page);
		await entryBar(page).getByRole("button", { name: "Gửi duyệt" }).waitFor();
		expect(await page.locator("body.not-loaded-again").count()).toBe(1);
		expect(pendingText("20-bai-tam")).toContain("# giờ phát\nauthor: [lan-anh]\nsummary: Sapo cũ. Thêm.\n");
		await entryBar(page).getByRole("button", { name: "Gửi duyệt" }).click();
		await input(page, "summary").press("End");
		await page.keyboard.type(" Nữa.");
		await entryBar(page).getByText("Chờ duyệt").waitFor();
		await publish(page);
		expect(await page.locator("body.not-loaded-again").count()).toBe(1);
		await expect
			.poll(() => portal.read("articles/2026/11/20-bai-tam.md"))
			.toContain("summary: Sapo cũ. Thêm. Nữa.\n");
	});

	test.each(["title", "summary", "body"])(
		"keeps focus and every letter in the field %s while a new article is saved, once, by a double click",
		async (field) => {
			const { page, complaints } = await openEditor(browser, portal, "/collections/articles/new");
			await bodyOf(page).waitFor();
			await page.getByText("Chưa có gì để lưu").waitFor();
			await input(page, "title").click();
			await page.keyboard.type(`Bài gõ liền ô ${field}`);
			await choose(page, "author", "do van nam", "Đỗ Văn Năm");
			await bodyOf(page).click();
			await page.keyboard.type("Đoạn");
			await input(page, field).click();
			await page.keyboard.press("Control+End");
			await page.waitForTimeout(300);
			await page.getByRole("button", { name: "Lưu", exact: true }).dblclick();
			let typed = "";
			do {
				const word = ` ${typed.length}`;
				await page.keyboard.type(word, { delay: 40 });
				typed += word;
			} while (page.url().endsWith("/new") || typed.length < 50);
			await entryBar(page).getByText("Đang viết").waitFor();
			await page.keyboard.type(" hết.");
			await page.keyboard.press("Control+s");
			await entryBar(page).getByRole("button", { name: "Gửi duyệt" }).waitFor();
			const ids = portal.git("for-each-ref", "--format=%(refname)", "refs/desk/revisions/articles/");
			const [ref = "", ...others] = ids.split("\n").filter((name) => name.includes(`bai-go-lien-o-${field}`));
			expect(others).toEqual([]);
			const entry = ref.replace("refs/desk/revisions/", "");
			expect(portal.readPending(entry, `${entry}.md`)).toContain(`${typed} hết.`);
			expect(complaints).toEqual([]);
			if (field !== "title") return;
			// A new article can be removed too.
			await entryBar(page).getByRole("button", { name: "Xóa" }).press("Enter");
			await page.getByRole("dialog").getByRole("button", { name: "Xóa" }).press("Enter");
			await page.waitForURL("**/ban-lam-viec/bai-viet/");
		},
	);

	test("shows the form of the address after Back and Forward, and asks once before a text that is not saved is left", async () => {
		const { page } = await openArticle("20-bai-hai");
		const questions: string[] = [];
		page.on("dialog", (dialog) => {
			questions.push(dialog.message());
			void (questions.length === 1 ? dialog.dismiss() : dialog.accept());
		});
		const title = (text: string) => expect.poll(() => input(page, "title").inputValue()).toBe(text);
		await page.evaluate(() => {
			location.hash = "/collections/articles/entries/2026/11/20-bai-ba";
		});
		await title("Bài thứ ba");
		await page.evaluate(() => {
			location.hash = "/collections/articles/new";
		});
		await title("");
		await page.goBack();
		await title("Bài thứ ba");
		await page.goForward();
		await title("");
		await page.goBack();
		await title("Bài thứ ba");
		await page.goBack();
		await title("Bài thứ hai");
		await page.goForward();
		await title("Bài thứ ba");
		await input(page, "summary").press("End");
		await page.keyboard.type(" Chưa lưu.");
		const back = page.locator('a[href$="#/collections/articles"]').first();
		await back.click();
		expect(questions).toEqual([expect.stringContaining("được giữ trong trình duyệt này")]);
		await title("Bài thứ ba");
		await back.click();
		await page.waitForURL("**/ban-lam-viec/bai-viet/");
		expect(questions.length).toBe(2);
	});

	test("shows both texts if two people changed one field, and loses neither", async () => {
		const first = await openArticle("20-bai-hai");
		const second = await openArticle("20-bai-hai");
		await input(first.page, "summary").fill("Sapo của người thứ nhất.");
		await typeAtEnd(first.page, " Câu của người thứ nhất.");
		await save(first.page);
		await input(second.page, "summary").fill("Sapo của người thứ hai.");
		await second.page.getByRole("button", { name: "Lưu", exact: true }).click();
		const dialog = second.page.getByRole("dialog");
		await dialog.getByText("vừa lưu lúc").waitFor();
		expect(await dialog.getByLabel("Bản vừa lưu").last().inputValue()).toContain("Sapo của người thứ nhất.");
		// As people write it, without the quotation marks of the file.
		expect(await dialog.getByLabel("Bản của tôi").last().inputValue()).toBe("Sapo của người thứ hai.");
		await dialog.getByRole("button", { name: "Lưu bản đã chọn" }).click();
		await second.page.getByText("Đã lưu").first().waitFor();
		const text = pendingText("20-bai-hai");
		expect(text).toContain("summary: Sapo của người thứ hai.");
		// The first person's other change was merged.
		expect(text).toContain("Câu của người thứ nhất.");
	});

	test("keeps every letter that is typed while a picture is loading", async () => {
		const { page } = await openArticle("20-bai-hai");
		const loading = page.waitForRequest("**/media/do-van-nam.png");
		await page.route("**/media/do-van-nam.png", () => {});
		await page.goto(`${portal.origin}/admin/#/collections/authors/entries/do-van-nam`);
		await loading;
		await input(page, "name").press("End");
		await page.keyboard.type(" (Lào Cai)", { delay: 10 });
		expect(await input(page, "name").inputValue()).toBe("Đỗ Văn Năm (Lào Cai)");
		await save(page);
		await expect
			.poll(() => portal.readPending("authors/do-van-nam", "authors/do-van-nam.yml"))
			.toContain("name: Đỗ Văn Năm (Lào Cai)");
	});

	test("continues a save once the connection is back", async () => {
		const { page } = await openArticle("20-bai-ba");
		await typeAtEnd(page, " Viết khi không có mạng.");
		await page.context().setOffline(true);
		await page.getByRole("button", { name: "Lưu", exact: true }).click();
		await page.getByRole("heading", { name: "Mất kết nối với máy chủ" }).waitFor();
		await page.context().setOffline(false);
		await page.getByText("Đã lưu").first().waitFor();
		expect(pendingText("20-bai-ba")).toContain("Viết khi không có mạng.");
	});

	test("continues a save once somebody has signed in again", async () => {
		const { page } = await openArticle("20-bai-bon");
		let isSignedOut = false;
		await page.route("**/admin/api/**", async (route) => {
			if (!isSignedOut) return route.continue();
			return route.fulfill({ status: 401, json: { message: "Hãy đăng nhập." } });
		});
		await typeAtEnd(page, " Viết khi hết phiên.");
		isSignedOut = true;
		await page.getByRole("button", { name: "Lưu", exact: true }).click();
		await page.getByRole("link", { name: "Đăng nhập ở thẻ mới" }).waitFor();
		isSignedOut = false;
		await page.getByText("Đã lưu").first().waitFor();
		expect(pendingText("20-bai-bon")).toContain("Viết khi hết phiên.");
	});

	test("offers an unsaved text again, with its time, its differences and its picture", async () => {
		const { page, complaints } = await openArticle("20-bai-nam");
		const choosePicture = async (buffer = picture) => {
			await page
				.getByLabel(/Chọn ảnh từ máy|Thay tệp khác/)
				.first()
				.setInputFiles({ name: "chợ.png", mimeType: "image/png", buffer: await buffer });
			await page.locator(".file-control img").first().waitFor();
		};
		await choosePicture();
		await input(page, "alt").fill("Một góc chợ");
		await typeAtEnd(page, " Chưa kịp lưu.");
		await input(page, "summary").fill("Sapo chưa lưu.");
		await expect.poll(() => page.evaluate(countKeptFiles)).toBe(1);
		page.on("dialog", (dialog) => void dialog.accept());
		await page.reload();
		const offer = page.getByRole("region", { name: "Bản chưa lưu" });
		await offer.getByText(/Có bản chưa lưu, viết lúc \d{1,2}:\d{2} hôm nay\./).waitFor();
		await expect.poll(() => offer.textContent()).toContain("Sapo, Nội dung bài viết, Ảnh chính");
		await offer.getByRole("button", { name: "So sánh" }).click();
		const comparison = page.getByRole("dialog");
		await comparison.getByText("Đoạn một. Chưa kịp lưu.").waitFor();
		await comparison.getByRole("button", { name: "Lấy lại bản chưa lưu" }).click();
		await bodyOf(page).getByText("Chưa kịp lưu.").waitFor();
		const shown = page.locator(".file-control img").first();
		await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
		// A browser that has lost the file says so, and nothing that names it is saved.
		await page.evaluate(() => indexedDB.deleteDatabase("tintinh-chua-luu"));
		await page.reload();
		await offer.getByRole("button", { name: "Lấy lại bản chưa lưu" }).click();
		await page.getByText("Không mở được ảnh này. Nếu tệp không còn, hãy chọn lại ảnh.").waitFor();
		await page.getByRole("button", { name: "Lưu", exact: true }).click();
		await page.getByText("Máy chủ không có “cho.png”").waitFor();
		expect(complaints).toEqual([]);
		await choosePicture();
		// A picture that is chosen while a save runs is still kept when the save has ended.
		let letSave = () => {};
		const isFree = new Promise<void>((resolve) => {
			letSave = resolve;
		});
		const entry = "**/admin/api/entries/articles/2026%2F11%2F20-bai-nam";
		await page.route(entry, async (route) => {
			if (route.request().method() === "PUT") await isFree;
			await route.fallback();
		});
		const saving = page.waitForRequest((request) => request.method() === "PUT");
		await page.getByRole("button", { name: "Lưu", exact: true }).click();
		await saving;
		await choosePicture(pictureOf("#2f6b4f"));
		await expect.poll(() => page.evaluate(countKeptFiles)).toBe(2);
		letSave();
		await expect.poll(() => page.evaluate(countKeptFiles)).toBe(1);
		expect(pendingText("20-bai-nam")).toMatch(
			/image:\n {2}src: 20-bai-nam\/cho-2\.png\n {2}alt: Một góc chợ\n/,
		);
		await save(page);
		await expect.poll(() => page.evaluate(countKeptFiles)).toBe(0);
		expect(pendingText("20-bai-nam")).toContain("Đoạn một. Chưa kịp lưu.");
		expect(pendingText("20-bai-nam")).toContain("src: 20-bai-nam/cho.png\n");
		expect(pendingText("20-bai-nam")).toContain("summary: Sapo chưa lưu.");
		await page.evaluate(fillStorage);
		expect(await page.evaluate(countKeptFiles)).toBe(1);
		await input(page, "summary").fill("Sapo khi hết chỗ.");
		await expect.poll(() => page.evaluate(countKeptFiles), { timeout: 20_000 }).toBe(0);
		await page.evaluate(() => localStorage.clear());
		await save(page);
		await page.reload();
		await bodyOf(page).waitFor();
		await page.waitForTimeout(1000);
		expect(await offer.count()).toBe(0);
	}, 120_000);

	test("says that an unsaved text cannot be kept, until there is room or the text is saved", async () => {
		const { page, complaints } = await openArticle("20-bai-ba");
		const warning = page.getByRole("alert").filter({ hasText: "không giữ được bản chưa lưu" });
		page.on("dialog", (dialog) => void dialog.accept());
		await page.evaluate(fillStorageWithOthers);
		await typeAtEnd(page, " Viết khi hết chỗ.");
		await warning.waitFor();
		await save(page);
		await expect.poll(() => warning.count()).toBe(0);
		await typeAtEnd(page, " Viết thêm.");
		await warning.waitFor();
		await page.evaluate(() => localStorage.removeItem("cua-trang-khac"));
		await typeAtEnd(page, " Khi có chỗ.");
		await expect.poll(() => warning.count(), { timeout: 20_000 }).toBe(0);
		await page.reload();
		const offer = page.getByRole("region", { name: "Bản chưa lưu" });
		await offer.getByRole("button", { name: "Lấy lại bản chưa lưu" }).click();
		await bodyOf(page).getByText("Viết khi hết chỗ. Viết thêm. Khi có chỗ.").waitFor();
		await save(page);
		expect(complaints).toEqual([]);
	}, 90_000);

	test("asks before an article is removed, and names the links to it and how long it can be restored", async () => {
		const { page } = await openArticle("20-bai-bay");
		const dialog = page.getByRole("dialog", { name: "Xóa “Bài thứ bảy”?" });
		await entryBar(page).getByRole("button", { name: "Xóa" }).press("Enter");
		await dialog.getByText("trong thùng rác 30 ngày").waitFor();
		await dialog.getByRole("link", { name: "Bài thứ sáu" }).waitFor();
		// Decap's own colour of headings would be dark on the dark page.
		const colours = await dialog.evaluate((box) =>
			[box, ...box.querySelectorAll("h1, h2, h3")].map((each) => getComputedStyle(each).color),
		);
		expect(new Set(colours).size).toBe(1);
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		await portal.read("articles/2026/11/20-bai-bay.md");
		await entryBar(page).getByRole("button", { name: "Xóa" }).press("Enter");
		await dialog.getByRole("button", { name: "Xóa" }).press("Enter");
		await page.waitForURL("**/ban-lam-viec/bai-viet/");
		expect(portal.git("ls-files", "*bai-bay.md")).toBe("");
		await page.goto(`${portal.origin}/ban-lam-viec/thung-rac/`);
		await page.getByText("Bài thứ bảy").waitFor();
	});

	test("restores the text after the form has crashed, and stays open when a single field crashes", async () => {
		const { page } = await openArticle("20-bai-sau");
		await page.evaluate(() => {
			const replace = RegExp.prototype[Symbol.replace];
			RegExp.prototype[Symbol.replace] = function (this: RegExp, text: string, by: never) {
				if (text.includes("Chưa lưu")) throw new Error("the whole form fails");
				return replace.call(this, text, by);
			} as never;
		});
		await input(page, "summary").press("End");
		await page.keyboard.type("!");
		await page.getByRole("heading", { name: "Biểu mẫu vừa gặp lỗi" }).waitFor();
		expect(await page.locator("a[href*='github']").count()).toBe(0);
		await page.getByRole("button", { name: "Mở lại biểu mẫu" }).click();
		await page.getByRole("button", { name: "Lấy lại bản chưa lưu" }).click();
		await expect.poll(() => input(page, "summary").inputValue()).toBe("Sapo cũ.!");
		await page.evaluate(() => {
			const { normalize } = String.prototype;
			String.prototype.normalize = function (this: string, form) {
				const isRepaired = document.body.classList.contains("repaired");
				if (this.includes("Bài thứ sáu hỏng") && !isRepaired) throw new Error("a field fails");
				return normalize.call(this, form);
			};
		});
		await input(page, "title").focus();
		await page.keyboard.press("End");
		await page.keyboard.type(" hỏng");
		await page.getByText("Ô này vừa gặp lỗi. Chữ trong ô vẫn còn nguyên.").waitFor();
		await page.evaluate(() => document.body.classList.add("repaired"));
		await page.getByRole("button", { name: "Mở lại ô này" }).press("Enter");
		await expect.poll(() => input(page, "title").inputValue()).toBe("Bài thứ sáu hỏng");
	});
});
