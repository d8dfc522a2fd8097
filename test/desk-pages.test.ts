/** The desk's own pages: what they show, and what their forms do. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Entry, HistoryItem, UploadAnswer } from "../src/desk/messages.ts";
import { articleText } from "./support/content-folder.ts";
import {
	draftId,
	draftText,
	entryPath,
	grants,
	lead,
	openOffice,
	pageAt,
	save,
	sendForm,
} from "./support/desk-office.ts";
import { articleId, articlePath, DeskFolder } from "./support/desk-store.ts";
import { type DeskClient, officeContent, TestDesk, waitFor } from "./support/running-desk.ts";

const list = "/ban-lam-viec/bai-viet/";
const start = "/ban-lam-viec/";

const photo = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: "#17503f" } })
	.composite([
		{ input: Buffer.from('<svg width="2400" height="1800"><circle cx="900" cy="900" r="700"/></svg>') },
	])
	.jpeg()
	.toBuffer();

const small = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#811" } })
	.jpeg()
	.toBuffer();

/** A desk for a single user, without accounts. */
async function ownDesk(files = {}, log?: string[]): Promise<{ desk: TestDesk; editor: DeskClient }> {
	const folder = new DeskFolder({ files: { ...officeContent, ...files } });
	const desk = await TestDesk.open(folder, { local: true, ...(log && { log }) });
	await desk.desk.firstBuild;
	return { desk, editor: desk.stranger };
}

describe("the list of articles", () => {
	test("shows thumbnails, each of which is made only once", async () => {
		const picture = "articles/2026/11/20-hoi-nghi/anh.jpg";
		const { editor } = await ownDesk({
			[picture]: photo,
			[articlePath]: articleText([
				"image:",
				"  src: 20-hoi-nghi/anh.jpg",
				"  alt: Hội nghị",
				"  caption: Hội nghị",
			]),
		});
		const { page } = await pageAt(editor, list);
		const [address = ""] = page.attributes(".desk-thumb img", "src");
		const small = await editor.fetch(address);
		expect(small.headers.get("content-type")).toBe("image/webp");
		const bytes = Buffer.from(await small.arrayBuffer());
		expect(await sharp(bytes).metadata()).toMatchObject({ width: 160, height: 107 });
		expect(bytes.length).toBeLessThan(photo.length / 5);
		const etag = small.headers.get("etag") ?? "";
		const again = await editor.fetch(address, { headers: { "If-None-Match": etag } });
		expect(again.status).toBe(304);
		// For an unknown width the original picture is served, so that nobody can fill the disk with sizes.
		const other = await editor.fetch(address.replace("160", "161"));
		expect(Buffer.from(await other.arrayBuffer())).toEqual(photo);
	});

	test("applies one action to several articles, reports it once, and a reload does not send it again", async () => {
		const { desk, editor, publisher, writer } = await openOffice({
			"committees/ban-to-chuc.yml": "name: Ban Tổ chức\nkind: organisation\nlevel: province\n",
		});
		const saved = (await save(writer, draftId, draftText())).body;
		const ids = [["id", articleId] as const, ["id", draftId] as const];

		const tagged = await sendForm(editor, `${list}?q=hoi+nghi`, [
			["action", "tag"],
			["tag", "Nông thôn"],
			...ids,
		]);
		expect(tagged.page.texts(".desk-notice")).toEqual(["Đã xong 2 bài."]);
		expect(tagged.location).toContain("q=hoi+nghi");
		expect((await pageAt(editor, tagged.location ?? "")).page.texts(".desk-notice")).toEqual([]);
		const draft = (await writer.ask<Entry>("GET", entryPath(draftId))).body;
		expect(draft.tags).toEqual(["Nông thôn"]);
		expect(draft.revision).not.toBe(saved.revision);
		await sendForm(editor, list, [["action", "tag"], ["tag", "nông thôn"], ...ids]);
		expect((await writer.ask<Entry>("GET", entryPath(draftId))).body.tags).toEqual(["Nông thôn"]);
		for (const filter of ["tag=nong+thon", "year=11%2F2026"])
			expect((await pageAt(editor, `${list}?${filter}`)).page.texts('p[role="status"]')).toEqual(["2 bài"]);
		const ofMonth = await pageAt(editor, `${list}?year=11%2F2026`);
		expect(ofMonth.page.attributes('input[name="year"]', "value")).toEqual(["11/2026"]);

		const moved = await sendForm(editor, list, [
			["action", "committee"],
			["committee", "ban-to-chuc"],
			...ids,
		]);
		expect(moved.page.texts(".desk-notice")).toEqual(["Đã xong 2 bài."]);
		const filtered = await pageAt(editor, `${list}?committee=ban-to-chuc`);
		expect(filtered.page.texts('p[role="status"]')).toContain("2 bài");

		const nothing = await sendForm(editor, list, [["action", "tag"], ["tag", " "], ...ids]);
		expect(nothing.page.texts(".desk-notice-fault")).toEqual(["Hãy gõ từ khóa cần thêm."]);

		await sendForm(editor, list, [["action", "approved"], ...ids]);
		expect((await editor.ask<Entry>("GET", entryPath(draftId))).body.state).toBe("approved");
		const refused = await sendForm(writer, list, [["action", "published"], ...ids]);
		expect(refused.page.texts(".desk-notice-fault")).toHaveLength(2);
		expect(desk.folder.readers(`articles/${draftId}.md`)).toBeUndefined();

		const events = await publisher.events();
		await sendForm(publisher, list, [["action", "published"], ...ids]);
		await waitFor(events, "online", ({ step }) => step === "online");
		const why = [
			["action", "withdrawn"],
			["reason", "Đăng nhầm"],
			["id", draftId],
		] as const;
		const withdrawn = await sendForm(publisher, list, why);
		expect(withdrawn.page.texts(".desk-notice")).toEqual(["Đã xong 1 bài."]);
		expect(desk.folder.readers(`articles/${draftId}.md`)).toContain("Đăng nhầm");
		await waitFor(events, "online", ({ step }) => step === "online");
	}, 120_000);
});

describe("the start page", () => {
	test("counts all articles of a week, also more than fit on one page of a list", async () => {
		const files = Object.fromEntries(
			Array.from({ length: 230 }, (_, number) => [
				`articles/2026/11/21-bai-${number}.md`,
				articleText([`title: Bài số ${number}`, "date: 2026-11-21T08:00:00+07:00"]),
			]),
		);
		const { desk, editor } = await ownDesk({
			...files,
			"articles/2026/12/01-mai-sau.md": articleText(["title: Mai sau", "date: 2026-12-01T08:00:00+07:00"]),
		});
		const { page } = await pageAt(editor, start);
		expect(page.texts(".desk-numbers dd")[0]).toBe("231");
		// An article that somebody dated ahead in Git is scheduled too.
		expect(page.texts(".desk-part:nth-child(3) .desk-title")).toEqual(["Mai sau"]);
		expect((await pageAt(editor, `${list}?state=scheduled`)).page.texts(".desk-title")).toEqual(["Mai sau"]);
		const [icon = ""] = page.attributes('link[rel="icon"]', "href");
		expect((await editor.fetch(icon)).status).toBe(200);

		for (const number of [1, 2]) {
			desk.folder.now += 60_000;
			const id = `2026/11/22-cho-${number}`;
			const saved = await save(editor, id, draftText().replace(/title: .*/, `title: Chờ ${number}`));
			await lead(editor, id, "review", saved.body.revision);
		}
		const waiting = await pageAt(editor, start);
		expect(waiting.page.texts(".desk-part:nth-child(1) .desk-title")).toEqual(["Chờ 1", "Chờ 2"]);
	});

	test("names articles with errors and those with warnings", async () => {
		const odd = "articles/2026/11/19-nam-sau.md";
		const files = { [odd]: articleText(["title: Bài lệch ngày", "date: 2021-11-19T08:00:00+07:00"]) };
		const { desk, editor } = await ownDesk(files, []);
		const before = await pageAt(editor, start);
		expect(before.page.texts("details summary")).toContain("1 chỗ nên xem lại");
		expect(before.page.attributes(".desk-problems a", "href")).toEqual([
			"/admin/#/collections/articles/entries/2026/11/19-nam-sau",
		]);
		expect(before.page.texts(".desk-problems li")[0]).toContain("Bài lệch ngày: ngày đăng ở năm 2021");
		const events = await editor.events();
		desk.folder.write(`content/${articlePath}`, articleText(["title: Bài hỏng", "committee: khong-co"]));
		desk.folder.git("commit", "--quiet", "--all", "--message", "Hỏng");
		await expect
			.poll(async () => (await pageAt(editor, start)).page.texts(".desk-problems li"), { timeout: 60_000 })
			.toContainEqual(expect.stringMatching(/^Bài hỏng: .*khong-co/));
		await events.return(undefined);
	}, 120_000);
});

describe("the page of pictures", () => {
	const media = "/ban-lam-viec/anh/";

	test("tells where each picture is used, and removes unused ones, fifty at a time", async () => {
		const many = Object.fromEntries(
			Array.from({ length: 55 }, (_, number) => [`media/thua-${String(number).padStart(2, "0")}.jpg`, small]),
		);
		const { desk, publisher, editor, reader } = await openOffice({
			...many,
			"media/bieu-ngu.jpg": small,
			"media/anh-an.jpg": small,
			"articles/2026/11/20-hoi-nghi/toan-canh.jpg": small,
			"articles/2026/11/20-hoi-nghi/ca-nhan.jpg": small,
			"authors/nguyen-van-an.yml": "name: Nguyễn Văn An\nphoto: /media/anh-an.jpg\n",
			"people/nguyen-van-an.yml":
				"name: Nguyễn Văn An\nposts:\n  - title: Trưởng ban\n    unit: van-phong\nportrait: /media/anh-an.jpg\n",
			"units/van-phong.yml": "name: Văn phòng\n",
			"site.yml": `${officeContent["site.yml"]}banners:\n  - label: Biểu ngữ\n    link: https://thu.example.vn\n    image: /media/bieu-ngu.jpg\n`,
			[articlePath]: articleText(
				[],
				"![Toàn cảnh](20-hoi-nghi/toan-canh.jpg)\n\n![Cá nhân](20-hoi-nghi/ca-nhan.jpg)",
			),
		});
		const first = await pageAt(publisher, media);
		expect(first.page.texts('p[role="status"]')).toEqual(["59 ảnh"]);
		expect(first.page.elements(".desk-pictures > li")).toHaveLength(50);
		const [next = ""] = first.page.attributes('a[rel="next"]', "href");
		expect((await pageAt(publisher, next)).page.elements(".desk-pictures > li")).toHaveLength(9);
		const found = await pageAt(publisher, `${media}?q=hoi+nghi+canh`);
		expect(found.page.texts(".desk-path")).toEqual(["toan-canh.jpg"]);
		expect(found.page.texts(".desk-pictures ul a")).toEqual(["Hội nghị sơ kết"]);
		const portrait = await pageAt(publisher, `${media}?q=anh-an`);
		expect(portrait.page.texts(".desk-pictures ul a")).toEqual([
			"Nguyễn Văn An (Lãnh đạo, cán bộ)",
			"Nguyễn Văn An (Tác giả)",
		]);
		const thumbnail = await publisher.fetch(found.page.attributes(".desk-pictures img", "src")[0] ?? "");
		expect(thumbnail.headers.get("content-type")).toBe("image/webp");

		// A pending change removes one picture from the text; the published article still shows it.
		const opened = (await editor.ask<Entry>("GET", entryPath(articleId))).body;
		await save(editor, articleId, opened.text.replace(/!\[Cá nhân.*\n?/, ""), opened.revision);
		const unused = await pageAt(publisher, `${media}?chua-dung=1`);
		expect(unused.page.texts('p[role="status"]')).toEqual(["55 ảnh"]);
		expect(unused.page.texts(".desk-path").every((path) => path.startsWith("media/thua-"))).toBe(true);

		expect((await pageAt(editor, `${media}?chua-dung=1`)).page.elements('[name="path"]')).toEqual([]);
		const gone = ["media/thua-00.jpg", "media/thua-01.jpg"];
		const stays = ["media/bieu-ngu.jpg", "articles/2026/11/20-hoi-nghi/ca-nhan.jpg", "site.yml", "../x.jpg"];
		const fields = [...gone, ...stays].map((path) => ["path", path] as const);
		expect((await sendForm(editor, media, fields)).page.texts(".desk-notice-fault")).toHaveLength(1);
		expect(desk.folder.readers("media/thua-00.jpg")).toBeDefined();
		const removed = await sendForm(publisher, `${media}?chua-dung=1`, fields);
		expect(removed.page.texts(".desk-notice-done")).toEqual(["Đã xóa 2 ảnh."]);
		expect(removed.page.texts(".desk-notice-fault")).toHaveLength(4);
		expect(removed.page.texts('p[role="status"]')).toContain("53 ảnh");
		expect(gone.map((path) => desk.folder.readers(path))).toEqual([undefined, undefined]);
		expect(desk.folder.git("status", "--porcelain")).toBe("");
		expect((await reader.fetch("/2026/11/20/hoi-nghi.html")).status).toBe(200);
	}, 60_000);

	test("a phone's photo of twelve megapixels arrives upright, reduced and without its GPS position", async () => {
		const { editor } = await ownDesk();
		const noise = Buffer.alloc(4032 * 3024 * 3);
		for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2_654_435_761) >>> 24;
		const photo = await sharp(noise, { raw: { width: 4032, height: 3024, channels: 3 } })
			.blur(2)
			.jpeg({ quality: 95 })
			.withExif({ IFD0: { Make: "Máy" }, IFD3: { GPSLatitude: "10/1 57/1 0/1", GPSLatitudeRef: "N" } })
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const response = await editor.fetch("/admin/api/uploads?name=IMG_0001.JPG", {
			method: "POST",
			body: new Uint8Array(photo),
		});
		const upload = (await response.json()) as UploadAnswer;
		expect(upload).toMatchObject({ name: "img-0001.jpg", width: 2250, height: 3000 });
		const kept = Buffer.from(await (await editor.fetch(upload.address)).arrayBuffer());
		expect(await sharp(kept).metadata()).toMatchObject({ width: 2250, height: 3000 });
		expect((await sharp(kept).metadata()).exif).toBeUndefined();
		expect(kept.length).toBeLessThan(photo.length);
	}, 60_000);
});

test("the monthly table of royalties counts published articles, and no cell runs as a formula in a spreadsheet", async () => {
	const pictures = Array.from({ length: 6 }, (_, number) => `![Ảnh ${number}](20-hoi-nghi/a.jpg)`).join(
		"\n\n",
	);
	const { publisher, writer } = await openOffice({
		"authors/tran-thi-be.yml": "name: =Trần Thị Bé\n",
		"articles/2026/11/20-hoi-nghi/a.jpg": photo,
		[articlePath]: articleText(
			['title: "Bài \\"nháy\\", có phẩy"', "author: [nguyen-van-an, tran-thi-be]"],
			`Một hai ba.\n\n${pictures}`,
		),
		"articles/2026/11/18-rut.md": articleText([
			"title: Bài đã gỡ",
			"date: 2026-11-18T08:00:00+07:00",
			"withdrawn:",
			"  date: 2026-11-19T08:00:00+07:00",
			"  reason: Sai",
		]),
	});
	const opened = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
	await save(
		publisher,
		articleId,
		opened.text.replace("Một hai ba.", "Chưa đăng thì chưa tính gì thêm."),
		opened.revision,
	);
	await save(writer, draftId, draftText());
	const response = await publisher.fetch("/ban-lam-viec/nhuan-but.csv?thang=2026-11");
	expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
	expect(response.headers.get("content-disposition")).toContain("nhuan-but-2026-11.csv");
	const bytes = Buffer.from(await response.arrayBuffer());
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const row = (author: string) =>
		`"${author}","Bài ""nháy"", có phẩy","20/11/2026","Phóng sự ảnh","15","6","/2026/11/20/hoi-nghi.html"`;
	expect(bytes.toString("utf8").slice(1).split("\r\n")).toEqual([
		'"Tác giả","Bài","Ngày đăng","Loại","Số chữ","Số ảnh","Địa chỉ"',
		row("'=Trần Thị Bé"),
		row("Nguyễn Văn An"),
		"",
	]);
	expect((await publisher.fetch("/ban-lam-viec/nhuan-but.csv?thang=2026-13")).status).toBe(400);
}, 60_000);

describe("the page of people", () => {
	const people = "/ban-lam-viec/nguoi-dung/";

	test("invites people, assigns committees per role, resets passwords and removes accounts", async () => {
		const otherCommittee = "name: Ban Tổ chức\nkind: organisation\nlevel: province\n";
		const files = { ...officeContent, "committees/ban-to-chuc.yml": otherCommittee };
		const desk = await TestDesk.open(new DeskFolder({ files }));
		await desk.desk.firstBuild;
		const admin = await desk.signIn("Dung", grants("administrator"));
		const an = await desk.signIn("An", grants("writer"));
		expect((await pageAt(an, people)).status).toBe(403);
		expect(
			(
				await sendForm(an, people, [
					["name", "X"],
					["email", "x@thu.vn"],
					["role", "administrator"],
				])
			).status,
		).toBe(403);

		const refused = await sendForm(admin, people, [
			["name", "Trần Văn Ba"],
			["email", "ba@thu.vn"],
		]);
		expect(refused.status).toBe(422);
		expect(refused.page.texts(".desk-notice-fault")).toEqual(["Hãy chọn ít nhất một vai trò."]);
		expect(refused.page.attributes('.desk-form input[name="name"]', "value")).toEqual(["Trần Văn Ba"]);

		const invited = await sendForm(admin, people, [
			["name", "Trần Văn Ba"],
			["email", "ba@thu.vn"],
			["role", "writer"],
			["role", "publisher"],
			["committee-publisher", "ban-dan-van"],
		]);
		const [link = ""] = invited.page.texts(".desk-link");
		expect(link).toContain("/ban-lam-viec/mat-khau/?ma=");
		// The link is shown only once, also after going back or reloading.
		expect((await pageAt(admin, invited.location ?? "")).page.texts(".desk-link")).toEqual([]);
		const key = new URL(link).searchParams.get("ma") ?? "";
		const password = "một câu thật dài";
		const set = await sendForm(desk.stranger, "/ban-lam-viec/mat-khau/", [
			["ma", key],
			["password", password],
			["again", password],
		]);
		expect(set.status).toBe(303);
		const ba = await desk.signInAs("ba@thu.vn", password);
		const session = async () =>
			(await ba.ask<{ person: { id: string; roles: unknown } }>("GET", "/session")).body.person;
		const { id, roles } = await session();
		expect(roles).toEqual([
			{ role: "writer", committees: "all" },
			{ role: "publisher", committees: ["ban-dan-van"] },
		]);

		await sendForm(admin, `${people}${id}/`, [
			["lam", "vai"],
			["role", "editor"],
			["committee-editor", "ban-dan-van"],
		]);
		expect((await session()).roles).toEqual([{ role: "editor", committees: ["ban-dan-van"] }]);
		for (const [name, committee] of [
			["mot", "ban-dan-van"],
			["hai", "ban-to-chuc"],
		]) {
			const waiting = articleText([`title: Bài của ${committee}`, `committee: ${committee}`]);
			const { revision } = (await save(an, `2026/11/20-${name}`, waiting)).body;
			await lead(an, `2026/11/20-${name}`, "review", revision);
		}
		expect((await pageAt(ba, start)).page.texts(".desk-part:first-child .desk-title")).toEqual([
			"Bài của ban-dan-van",
		]);
		const reset = await sendForm(admin, `${people}${id}/`, [["lam", "lien-ket"]]);
		const again = new URL(reset.page.texts(".desk-link")[0] ?? "").searchParams.get("ma") ?? "";
		const other = "một câu khác hẳn";
		await sendForm(desk.stranger, "/ban-lam-viec/mat-khau/", [
			["ma", again],
			["password", other],
			["again", other],
		]);
		// A new password ends the sessions of the old one.
		expect((await ba.ask("GET", "/session")).status).toBe(401);
		expect((await desk.signInAs("ba@thu.vn", other)).cookie).not.toBe("");
		const self = (await admin.ask<{ person: { id: string } }>("GET", "/session")).body.person.id;
		expect(
			(await sendForm(admin, `${people}${self}/`, [["lam", "xoa"]])).page.texts(".desk-notice-fault"),
		).toEqual(["Bàn làm việc cần ít nhất một quản trị viên."]);
		await sendForm(admin, `${people}${id}/`, [["lam", "xoa"]]);
		await expect(desk.signInAs("ba@thu.vn", other)).rejects.toThrow("sign-in: 401");
	}, 60_000);
});

describe("an article's history", () => {
	test("shows changes word by word, and restores a version as a pending text", async () => {
		const { desk, publisher } = await openOffice();
		const before = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
		const saved = await save(
			publisher,
			articleId,
			before.text.replace("Đoạn hai.", "Đoạn nhì."),
			before.revision,
		);
		await lead(publisher, articleId, "published", saved.body.revision);
		const history = `/ban-lam-viec/lich-su/articles/${encodeURIComponent(articleId)}/`;
		const versions = (await publisher.ask<HistoryItem[]>("GET", `${entryPath(articleId)}/history`)).body;
		const first = versions.find(({ what }) => what === "Nội dung đầu tiên")?.commit ?? "";
		const compared = await pageAt(publisher, `${history}?so=${first}`);
		expect(compared.page.texts(".desk-difference h3")).toEqual(["Nội dung"]);
		expect(compared.page.texts(".desk-text del")).toEqual(["Trước có: hai."]);
		expect(compared.page.texts(".desk-text ins")).toEqual(["Nay thêm: nhì."]);
		const lines = ".desk-lines > li";
		const facts = compared.page.texts(`${lines} .desk-facts`);
		expect(facts.filter((text) => text.includes("bản hiện nay"))).toHaveLength(1);
		expect(compared.page.texts(`${lines} button`)).toHaveLength(versions.length - 1);
		const now = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
		const restored = await sendForm(publisher, history, [
			["commit", first],
			["base", now.revision],
		]);
		expect(restored.page.texts(".desk-notice")).toEqual([expect.stringContaining("Đã khôi phục")]);
		const after = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
		expect(after).toMatchObject({ text: before.text, state: "writing" });
		expect(desk.folder.readers(articlePath)).toContain("Đoạn nhì.");
		expect(
			(
				await sendForm(publisher, history, [
					["commit", "--output=/tmp/x"],
					["base", "x"],
				])
			).status,
		).toBe(400);
	}, 60_000);

	test("includes the trash: an article goes there with its pictures, can be restored, and is deleted after 30 days", async () => {
		const picture = "articles/2026/11/20-hoi-nghi/anh.jpg";
		const image = ["image:", "  src: 20-hoi-nghi/anh.jpg", "  alt: Hội nghị", "  caption: Hội nghị"];
		const { desk, publisher, reader, writer } = await openOffice({
			[picture]: photo,
			[articlePath]: articleText(image),
		});
		const trash = "/ban-lam-viec/thung-rac/";
		const events = await publisher.events();
		const remove = async () => {
			const { revision } = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
			return await publisher.ask<{ trash: string }>("DELETE", entryPath(articleId), { base: revision });
		};
		const own = (await writer.ask<Entry>("GET", entryPath(articleId))).body;
		expect((await writer.ask("DELETE", entryPath(articleId), { base: own.revision })).status).toBe(403);
		const { trash: key } = (await remove()).body;
		expect(desk.folder.readers(picture)).toBeUndefined();
		await waitFor(events, "online", ({ step }) => step === "online");
		expect((await reader.fetch("/2026/11/20/hoi-nghi.html")).status).toBe(404);
		expect((await pageAt(publisher, trash)).page.texts(".desk-lines .desk-title")).toEqual([
			"Hội nghị sơ kết",
		]);
		expect((await sendForm(writer, trash, [["key", key]])).page.texts(".desk-notice-fault")).toHaveLength(1);
		const restored = await sendForm(publisher, trash, [["key", key]]);
		expect(restored.page.texts(".desk-notice")).toHaveLength(1);
		expect(restored.page.texts(".desk-lines .desk-title")).toEqual([]);
		expect(desk.folder.readers(picture)).toBeDefined();
		await expect
			.poll(async () => (await reader.fetch("/2026/11/20/hoi-nghi.html")).status, { timeout: 60_000 })
			.toBe(200);

		await remove();
		desk.folder.now += 29 * 86_400_000;
		await desk.desk.tidy();
		expect((await pageAt(publisher, trash)).page.texts(".desk-lines .desk-title")).toHaveLength(1);
		desk.folder.now += 2 * 86_400_000;
		await desk.desk.tidy();
		expect((await pageAt(publisher, trash)).page.texts(".desk-lines .desk-title")).toEqual([]);
		expect(desk.folder.git("for-each-ref", "refs/desk/trash")).toBe("");
	}, 120_000);
});
