/** Previews of unpublished texts, and links to them for people without an account. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type {
	PagePreview,
	PreviewAnswer,
	PreviewLinkList,
	SaveAnswer,
	UploadAnswer,
} from "../src/desk/messages.ts";
import type { Role, RoleGrant } from "../src/desk/people.ts";
import { articleText, type ContentFolder } from "./support/content-folder.ts";
import { articleId, articlePath, DeskFolder } from "./support/desk-store.ts";
import { type DeskClient, officeContent, TestDesk } from "./support/running-desk.ts";

const grants = (...roles: Role[]): RoleGrant[] => roles.map((role) => ({ role, committees: "all" }));
const draftId = "2026/11/22-bai-moi";
const entry = (id: string, collection = "articles") => `/entries/${collection}/${encodeURIComponent(id)}`;
const picture = () =>
	sharp({ create: { width: 640, height: 400, channels: 3, background: "#b5523b" } })
		.jpeg()
		.toBuffer();

const older = Object.fromEntries(
	[10, 11, 12, 13].map((day) => [
		`articles/2026/11/${day}-tin-${day}.md`,
		articleText([`title: Tin ngày ${day}`, `date: 2026-11-${day}T07:00:00+07:00`, "tags: [Hội nghị]"]),
	]),
);

const records: ContentFolder = {
	"events/mua-lu.yml": "name: Mùa lũ năm nay\nsince: 2026-11-01\n",
	"official-documents/43-kh-bbt-2026.yml":
		"number: 43-KH/BBT\nkind: plan\ndate: 2026-11-12\nsummary: Tuyên truyền phòng, chống lũ\nissuer: Ban Biên tập\n",
	"schedules/2026-11-16.yml":
		"week: 2026-11-16\nitems:\n  - date: 2026-11-17\n    from: '08:00'\n    what: Họp giao ban\n",
	"units/van-phong.yml": "name: Văn phòng\nphone: 0251 3 822 222\n",
	"questions/gui-bai.yml":
		"question: Gửi bài ở đâu?\nanswer: Gửi **văn phòng**.\ndate: 2026-11-10\narticles: [2026/11/13-tin-13]\ndocuments: [43-kh-bbt-2026]\n",
	"questions/hoi-khac.yml":
		"question: Hỏi điều khác?\nanswer: Xem bài.\ndate: 2026-11-10\narticles: [2026/11/12-tin-12]\n",
	"people/le-thi-hoa.yml": "name: Lê Thị Hòa\nposts:\n  - title: Chánh Văn phòng\n    unit: van-phong\n",
};

async function office(files: ContentFolder = {}, isBare = false) {
	const folder = new DeskFolder({ files: { ...officeContent, ...older, ...files }, isBare });
	const desk = await TestDesk.open(folder);
	await desk.desk.firstBuild;
	return { folder, desk, writer: await desk.signIn("An", grants("writer", "editor")), reader: desk.stranger };
}

async function preview(client: DeskClient, id: string, text: string, more: object = {}) {
	const { status, body } = await client.ask<PagePreview>("POST", `${entry(id)}/preview`, { text, ...more });
	expect(status).toBe(200);
	const page = body.address ? await (await client.fetch(body.address)).text() : "";
	return { ...body, page };
}

async function upload(client: DeskClient, name: string): Promise<UploadAnswer> {
	const response = await client.fetch(`/admin/api/uploads?name=${name}`, {
		method: "POST",
		body: new Uint8Array(await picture()),
		headers: { "Content-Type": "application/octet-stream" },
	});
	return (await response.json()) as UploadAnswer;
}

const withoutTitle = (html: string) =>
	html.replace('<meta name="robots" content="noindex"/>', "").replace("<title>Xem trước: ", "<title>");
/** The share card is made only by the build. */
const withoutShareCard = (html: string) =>
	html
		.replace(/<meta (?:property="og:image|name="twitter:image)[^>]*>/g, "")
		.replace(/"image":\{[^}]*\},/, "");

describe.each([false, true])("a preview (bare repository: %s)", (isBare) => {
	test("is byte for byte the page that the build makes, and lists the problems of the text", async () => {
		const { folder, writer } = await office({}, isBare);
		const text = String(officeContent[articlePath]);
		const shown = await preview(writer, articleId, text);
		expect(shown.problems).toEqual([]);
		const built = readFileSync(join(folder.directory, "site", "2026/11/20/hoi-nghi.html"), "utf8");
		expect(withoutShareCard(withoutTitle(shown.page)) === withoutShareCard(built)).toBe(true);
		expect(built).toContain("/2026/11/13/tin-13.html");

		const wrong = await preview(
			writer,
			articleId,
			text
				.replace("title: Hội nghị sơ kết quý III", "title: Hội")
				.replace("author: nguyen-van-an", "author: khong-ai")
				.replace("Đoạn hai.", "Xem [bài](/2026/11/13/tin-13.html) và [bài](/2026/11/13/khong-co.html)."),
		);
		expect(wrong.page).toMatch(/<h1[^>]*>Hội<\/h1>/);
		expect(wrong.problems.map(({ field }) => field)).toEqual(["author[0]", "title", "body"]);
		for (const { line, message } of wrong.problems) {
			expect(line).toBeGreaterThan(1);
			expect(message).toMatch(/[^\x20-\x7e]/);
		}
		expect(wrong.problems[2]?.message).toContain("khong-co");
	});
});

test("a record is the page that the build makes, byte by byte, and follows what is typed", async () => {
	const event = articleText(
		["title: Chuyện của sự kiện", "date: 2026-11-14T07:00:00+07:00", "event: mua-lu"],
		"Một.\n",
	);
	const { folder, writer } = await office({ "articles/2026/11/14-chuyen.md": event, ...records });
	for (const [file, page] of [
		["events/mua-lu.yml", "su-kien/mua-lu/index.html"],
		["official-documents/43-kh-bbt-2026.yml", "van-ban/43-kh-bbt-2026.html"],
		["schedules/2026-11-16.yml", "lich-cong-tac/2026-11-16.html"],
		["units/van-phong.yml", "to-chuc/van-phong.html"],
		["people/le-thi-hoa.yml", "to-chuc/van-phong.html"],
		["questions/gui-bai.yml", "hoi-dap/index.html"],
	] as const) {
		const [collection = "", id = ""] = file.replace(".yml", "").split("/");
		const ask = (text: string) =>
			writer.ask<PagePreview>("POST", `${entry(id, collection)}/preview`, { text });
		const { status, body } = await ask(String(records[file]));
		expect([file, status, body.problems]).toEqual([file, 200, []]);
		const shown = await (await writer.fetch(body.address ?? "")).text();
		const built = readFileSync(join(folder.directory, "site", page), "utf8");
		expect(withoutShareCard(withoutTitle(shown)), file).toBe(withoutShareCard(built));
		// From the first key on.
		const { status: first, body: begun } = await ask("{}\n");
		expect([file, first, begun.problems.length > 0]).toEqual([file, 200, true]);
		expect(begun.address === undefined, file).toBe(collection === "people");
	}
	const half = await writer.ask<PagePreview>(
		"POST",
		`${entry("44-kh-bbt-2026", "official-documents")}/preview`,
		{ text: "number: '44-KH/BBT'\nissuer: B\nfiles:\n  - title: Không có tệp\n" },
	);
	const page = await (await writer.fetch(half.body.address ?? "")).text();
	expect(page).toContain("44-KH/BBT");
	expect(half.body.problems.map(({ field }) => field)).toEqual(
		expect.arrayContaining(["kind", "date", "summary", "issuer", "files[0].file"]),
	);
});

test("a new article is previewed with a picture that was just uploaded, before anything is saved", async () => {
	const { writer, reader, desk } = await office();
	const sent = await upload(writer, "cho.jpg");
	const path = `articles/${draftId}/cho.jpg`;
	const text = articleText(
		["title: Bài mới", "date: 2026-11-22", "image:", "  src: 22-bai-moi/cho.jpg"],
		"![Chợ](22-bai-moi/cho.jpg)\n",
	);
	const shown = await preview(writer, draftId, text, { assets: [{ path, upload: sent.upload }] });
	expect(shown.page.split(sent.address).length - 1).toBeGreaterThanOrEqual(2);
	expect(shown.page).toContain("Chủ Nhật, 22/11/2026");
	expect(shown.page).toContain('<p class="article-page-date"><time datetime="2026-11-22">');
	// The picture is shown although its description is missing.
	expect(shown.problems.map(({ field }) => field)).toContain("image.alt");
	expect((await writer.fetch(sent.address)).headers.get("content-type")).toBe("image/jpeg");
	// Nobody else can see it, and it is not in the repository.
	const other = await desk.signIn("Binh", grants("publisher"));
	expect((await other.fetch(shown.address ?? "")).status).toBe(404);
	expect((await reader.fetch(shown.address ?? "")).status).toBe(303);
	for (const unfinished of ["---\n---\n", "", "Chưa có phần đầu."]) {
		const { page } = await preview(writer, "2026/11/22-bai-moi", unfinished);
		expect(page).toContain("<h1");
	}
});

test("a fixed page can be previewed too, with its warnings", async () => {
	const { writer } = await office();
	const { status, body } = await writer.ask<PagePreview>("POST", `${entry("gioi-thieu", "pages")}/preview`, {
		text: "---\ntitle: Giới thiệu cơ quan\n---\n\nLời **giới thiệu.**Tiếp theo.\n",
	});
	expect(status).toBe(200);
	expect(await (await writer.fetch(body.address ?? "")).text()).toContain("Giới thiệu cơ quan");
	expect(body.problems).toEqual([]);
	expect(body.warnings.map(({ line }) => line)).toEqual([5]);
	for (const wrong of ["authors", "settings"]) {
		const answer = await writer.ask("POST", `${entry("nguyen-van-an", wrong)}/preview`, {
			text: "name: x\n",
		});
		expect(answer.status).toBe(404);
	}
});

describe("a preview link for somebody without an account", () => {
	async function linked() {
		const opened = await office();
		const { writer } = opened;
		const sent = await upload(writer, "cho.jpg");
		const path = `articles/${draftId}/cho.jpg`;
		const text = articleText(
			["title: Bài trình lãnh đạo xem", "date: 2026-11-22T07:30:00+07:00"],
			"![Chợ](22-bai-moi/cho.jpg)\n",
		);
		const { body: saved } = await writer.ask<SaveAnswer>("PUT", entry(draftId), {
			text,
			base: null,
			assets: [{ path, upload: sent.upload }],
		});
		const { status, body } = await writer.ask<PreviewAnswer>("POST", `${entry(draftId)}/preview-links`, {});
		expect(status).toBe(200);
		return { ...opened, ...body, saved, text };
	}

	test("shows the current pending text with its pictures, and nothing else", async () => {
		const { reader, writer, address, until, saved, text, folder } = await linked();
		expect(until).toMatch(/^2026-11-29T/);
		expect(address).toMatch(/^\/xem-truoc\/[\w-]{43}\/$/);
		const response = await reader.fetch(address);
		const page = await response.text();
		expect(page).toContain("Bài trình lãnh đạo xem");
		for (const [name, value] of [
			["x-robots-tag", "noindex, nofollow, noarchive"],
			["referrer-policy", "no-referrer"],
			["cache-control", "no-store"],
		] as const)
			expect(response.headers.get(name)).toBe(value);
		const src = /<img[^>]* src="(\/xem-truoc\/[^"]+cho\.jpg)"/.exec(page)?.[1] ?? "";
		const image = await reader.fetch(src);
		expect(image.headers.get("content-type")).toBe("image/jpeg");
		expect((await sharp(Buffer.from(await image.arrayBuffer())).metadata()).width).toBe(640);
		for (const other of [`articles/${draftId}.md`, articlePath, "site.yml", "../data/preview-links.json"]) {
			expect((await reader.fetch(`${address}tep/${other}`)).status).toBe(404);
		}
		await writer.ask("PUT", entry(draftId), { text: text.replace("lãnh đạo", "ban"), base: saved.revision });
		expect(await (await reader.fetch(address)).text()).toContain("Bài trình ban xem");
		// The desk's data does not contain the link, so whoever reads it cannot open the page.
		const kept = readFileSync(join(folder.directory, "data", "preview-links.json"), "utf8");
		expect(kept).not.toContain(address.split("/")[2]);
		expect((await reader.fetch(address.replace(/.{5}\/$/, "AAAAA/"))).status).toBe(404);
	});

	test("expires after a week, or when somebody revokes it", async () => {
		const { reader, writer, address, folder } = await linked();
		const links = () => writer.ask<PreviewLinkList>("GET", `${entry(draftId)}/preview-links`);
		const { body } = await links();
		expect(body.links).toMatchObject([{ by: "An" }]);
		const second = await writer.ask<PreviewAnswer>("POST", `${entry(draftId)}/preview-links`, {});
		await writer.ask("DELETE", `${entry(draftId)}/preview-links/${body.links[0]?.name}`);
		const gone = await reader.fetch(address);
		expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining("không còn dùng được")]);
		expect((await reader.fetch(second.body.address)).status).toBe(200);
		folder.now += 7 * 24 * 60 * 60 * 1000;
		expect((await reader.fetch(second.body.address)).status).toBe(404);
		expect((await links()).body.links).toEqual([]);
	});

	test("cannot be made by somebody without rights to the text", async () => {
		const { desk } = await linked();
		const other = await desk.signIn("Em", [{ role: "writer", committees: ["ban-khac"] }]);
		expect((await other.ask("POST", `${entry(draftId)}/preview-links`, {})).status).toBe(403);
	});
});
