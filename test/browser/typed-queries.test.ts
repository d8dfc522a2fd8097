/**
 * What readers type into the archive search, over a portal of invented articles; and both searches without a network.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { buildTemporarySite, type TemporarySite } from "../support/build-site.ts";
import { articleText, soundFolder } from "../support/content-folder.ts";
import { type ServedSite, serveSite } from "../support/serve-site.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { answer, searchAgain } from "./search-window.ts";

const now = asIsoDateTime("2026-11-22T12:00:00+07:00");
const sought = {
	model: ["Mô hình dân vận khéo", "Góp công làm cầu qua suối."],
	skill: ["Người thợ khéo tay", "Dân làng quý anh; xã vận động bà con học nghề."],
	people: ["Dân làng mở hội", "Tiếng trống vang xa."],
	cattle: ["Chăn nuôi bò", "Đàn bò của thôn béo tốt."],
	father: ["Thư gửi bố", "Bố kể chuyện ngày xưa, con nghe bố kể."],
	part: ["Bộ phận một cửa", "Cán bộ tiếp dân chu đáo."],
	committee: ["Ủy ban nhân dân xã họp", "Bàn việc thu gom rác."],
	office: ["UBND thị trấn trả lời", "Về việc cấp nước sạch."],
	central: ["Tin vắn", "Đoàn công tác của Trung ương đến thăm."],
	conclusion: ["Học tập văn bản", "Thực hiện Kết luận số 24-KL/TW về thanh niên."],
	dotted: ["Đón khách", "Ban Kinh tế T.Ư làm việc với xã."],
	dakLak: ["Cà phê Đắk Lắk vào vụ", "Nương rẫy đỏ hạt."],
	oldDakLak: ["Chuyến xe năm ấy", "Xe chạy từ Đắc Lắc xuống biển."],
	disease: ["Tiêm phòng Covid-19", "Trạm y tế mở cửa."],
	thousands: ["Hỗ trợ cây giống", "Cả huyện có 4.200 hộ được nhận, như báo HoSE viết."],
	holiday: ["Mừng Quốc khánh 2/9", "Phố phường rợp cờ."],
	old: ["Chuyện xưa ở bến đò", "Không ai còn nhớ năm nào."],
	request: ["Đề nghị Quốc hội", "Hội đồng đề nghị sửa luật."],
	meeting: ["Tin hằng tuần", "Sáng qua, ở trụ sở mới có một hội nghị dài bàn về mùa lũ năm sau."],
	traffic: ["Bàn về giao thông", "Các bạn giao lưu."],
	handover: ["Tin công trình", "Hôm qua, sau nhiều tháng chờ đợi, nhà thầu đã bàn giao con đường mới."],
	technique: ["Hòa nhạc và kỹ thuật", "Buổi diễn ấm áp."],
} as const satisfies Record<string, readonly [title: string, text: string]>;
type Sought = keyof typeof sought;

const content = mkdtempSync(join(tmpdir(), "typed-queries-"));
let site: TemporarySite;
let served: ServedSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	const articles = Object.entries(sought).map(([name, [title, text]], number) => {
		// Two bundles: a word that only one contains must not match articles of the other.
		const [year, month] = number % 2 === 0 ? ["2026", "11"] : ["2025", "03"];
		const day = String(number + 1).padStart(2, "0");
		const lines = [
			`title: ${title}`,
			...(name === "old"
				? [`date: ${year}-${month}-${day}`, "undated: true"]
				: [`date: ${year}-${month}-${day}T08:00:00+07:00`]),
		];
		const path = `articles/${year}/${month}/${day}-${name.toLowerCase()}.md`;
		return [path, articleText(lines, text)] as const;
	});
	for (const [path, text] of [...Object.entries(soundFolder), ...articles]) {
		mkdirSync(dirname(join(content, path)), { recursive: true });
		writeFileSync(join(content, path), text);
	}
	site = await buildTemporarySite({ contentDirectory: content, now, search: true });
	served = await serveSite(site.site);
	browser = await openChromium();
	context = await browser.newContext({ baseURL: served.url, locale: "vi-VN" });
	page = await context.newPage();
});

afterAll(async () => {
	await closeWindows();
	await served?.close();
	site?.remove();
	rmSync(content, { recursive: true, force: true });
});

const archiveSearch = "/tim-kiem/trong-luu-tru/";

async function ask(text: string): Promise<string> {
	if (!page.url().includes(archiveSearch)) await page.goto(archiveSearch);
	return await searchAgain(page, text);
}

async function found(text: string): Promise<string[]> {
	await ask(text);
	return await page.locator(".search-result-title").allTextContents();
}

const titlesOf = (...names: readonly Sought[]) => names.map((name) => sought[name][0]).sort();

describe("the archive search", () => {
	test.each<[string, readonly Sought[]]>([
		["dân vận khéo", ["model", "skill"]],
		["dan van kheo", ["model", "skill"]],
		['"dân vận khéo"', ["model"]],
		["dân vận khéo zzqxy", []],
		["zzqxy", []],
		["???", []],
		["hoinghi", ["meeting", "request"]],
		["hosen", []],
		["hose", ["thousands"]],
		["bò", ["cattle"]],
		["bố", ["father"]],
		["bo", ["cattle", "father", "part"]],
		["UBND", ["committee", "office"]],
		["ủy ban nhân dân", ["committee", "office"]],
		["uỷ ban nhân dân xã", ["committee"]],
		["TW", ["central", "conclusion", "dotted"]],
		["T.Ư", ["central", "conclusion", "dotted"]],
		["trung ương", ["central", "conclusion", "dotted"]],
		["daklak", ["dakLak", "oldDakLak"]],
		["Đắc Lắc", ["dakLak", "oldDakLak"]],
		["covid19", ["disease"]],
		["Covid-19", ["disease"]],
		["4200", ["thousands"]],
		["4.200 hộ", ["thousands"]],
		["02/9", ["holiday"]],
		["kết luận 24", ["conclusion"]],
		["24kl/tw", ["conclusion"]],
		["hoà nhạc", ["technique"]],
		["kĩ", ["technique"]],
		["daan vaanj kheos", ["model", "skill"]],
		["danvankheo", ["model", "skill"]],
	])("finds for %s what has all of it: %j", async (text, names) => {
		expect((await found(text)).sort()).toEqual(titlesOf(...names));
	});

	test.each<[string, readonly Sought[]]>([
		["bộ cán", ["part"]],
		["bố kể", ["father"]],
		["hội nghị", ["meeting", "request"]],
		["hoi nghi", ["meeting", "request"]],
		["bàn giao", ["handover", "traffic"]],
	])("ranks for %s the phrase and the typed accents first: %j", async (text, names) => {
		expect((await found(text)).slice(0, names.length)).toEqual(names.map((name) => sought[name][0]));
	});

	test("says which word occurs nowhere", async () => {
		expect(await ask("dân vận zzqxy")).toBe("Không tìm thấy bài nào cho “dân vận zzqxy”.");
		expect(await page.locator(".search-advice").first().textContent()).toContain("“zzqxy”");
	});

	test("offers a query that nothing matches without its typing errors", async () => {
		await ask("bộ phận một cử");
		const offered = page.locator(".search-suggestion");
		expect(await offered.textContent()).toBe("Có phải bạn tìm bộ phận một cửa? (1 bài)");
		await offered.getByRole("link", { name: "bộ phận một cửa" }).click();
		await page.locator(".search-result").waitFor();
		expect(await page.locator(".search-result-title").allTextContents()).toEqual([sought.part[0]]);
	});

	test("says how a query was corrected, and offers the search for what was typed", async () => {
		await ask("danvankheo");
		const notice = page.locator(".search-understood");
		expect(await notice.textContent()).toContain("“dan van kheo”");
		await notice.getByRole("link", { name: "Tìm nguyên văn “danvankheo”" }).click();
		await page.waitForURL((url) => url.searchParams.get("q") === "“danvankheo”");
		expect(await answer(page)).toContain("Không tìm thấy bài nào");
	});
});

test.each(["/tim-kiem/", archiveSearch])("%s shows no date for an undated article", async (address) => {
	await page.goto(`${address}?q=bến+đò`);
	await answer(page);
	expect(await page.locator(".search-result-title").allTextContents()).toEqual([sought.old[0]]);
	expect(await page.locator(".search-result-about").textContent()).toBe("Không rõ ngày");
	expect(await page.locator(".search-result time").count()).toBe(0);
});

describe("without a network", () => {
	const pages = ["/tim-kiem/", archiveSearch];
	const box = ".search-page .search-box input";

	test.each(pages)(
		"%s says that nothing could be loaded, finds results once the network is back, and says so again for a second query without it",
		async (address) => {
			const own = await browser.newContext({ baseURL: served.url, locale: "vi-VN" });
			const offline = await own.newPage();
			await offline.goto(address);
			await offline.locator(box).waitFor();
			await own.setOffline(true);
			await offline.locator(box).fill("bố kể chuyện");
			await offline.keyboard.press("Enter");
			expect(await answer(offline)).toMatch(/^Không tải được dữ liệu tìm kiếm/);
			expect(await offline.locator("#search").textContent()).not.toContain("Không tìm thấy");
			await own.setOffline(false);
			await offline.getByRole("button", { name: "Thử lại" }).click();
			await offline.locator(".search-result").first().waitFor();
			expect(await offline.locator(".search-result-title").first().textContent()).toBe(sought.father[0]);

			await own.setOffline(true);
			await offline.locator(box).fill("nhạc kỹ thuật");
			await offline.keyboard.press("Enter");
			expect(await answer(offline)).toMatch(/Không tải được|Tìm thấy/);
			expect(await offline.locator("#search").textContent()).not.toContain("Không tìm thấy bài nào");
			await own.close();
		},
	);
});
