import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sampleOf } from "../sample.ts";
import { markdownFolder } from "./markdown-folder.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "markdown-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function itemsOf(files: Readonly<Record<string, string | Buffer>>) {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(directory, name)), { recursive: true });
		await writeFile(join(directory, name), content);
	}
	const items = [];
	for await (const item of markdownFolder.open(directory, {}).articles()) items.push(item);
	return items;
}

async function pictureOf(item: Awaited<ReturnType<typeof itemsOf>>[number] | undefined, place: number) {
	const file = item && "files" in item ? item.files?.[place] : undefined;
	return Buffer.from((await file?.read?.()) ?? "").toString();
}

describe("markdownFolder", () => {
	test("reads Hugo: TOML, page bundles, static pictures, figures, permalinks", async () => {
		const items = await itemsOf({
			"hugo.toml": '[permalinks]\ntin = "/:year/:month/:slug/"\n',
			"content/_index.md": "---\ntitle: Trang chủ\n---\n",
			"content/tin/cau-moi/index.md": `+++
title = "Cầu mới ở xã Đông"
date = 2019-02-13T08:00:00+07:00
author = "Lan"
tags = ["cầu", "đường"]
categories = ["Tin xã"]
description = "Sapo"
image = "dau.jpg"
aliases = ["/cu/cau.html"]
+++
Đoạn một.

{{< figure src="/anh/a.jpg" caption="Cầu mới" alt="Cầu" >}}

![Ảnh](b.jpg "Người dân")

{{< youtube aqz-KE-bpKQ >}} {{< la "x" >}}
`,
			"content/tin/cau-moi/b.jpg": "b",
			"content/tin/cau-moi/dau.jpg": "đầu",
			"static/anh/a.jpg": "a",
			"content/trang/hai.md": '{\n"title": "Bài hai",\n"draft": true\n}\nChữ <b>đậm</b>.',
		});
		expect(items).toMatchObject([
			{
				position: 1,
				id: "content/tin/cau-moi/index.md",
				title: "Cầu mới ở xã Đông",
				slug: "cau-moi",
				lead: "Sapo",
				authors: ["Lan"],
				tags: ["cầu", "đường"],
				categories: ["Tin xã"],
				formerAddresses: ["/2019/02/cau-moi/", "/cu/cau.html"],
				files: [{ reference: "dau.jpg", isLead: true }, { reference: "/anh/a.jpg" }, { reference: "b.jpg" }],
				doubts: [{ detail: expect.stringContaining("la") }],
			},
			{
				title: "Bài hai",
				isDraft: true,
				body: { html: "<p>Chữ <b>đậm</b>.</p>\n" },
				formerAddresses: ["/trang/hai/"],
			},
		]);
		const [cau] = items;
		expect(cau && "body" in cau && cau.body).toMatchObject({
			html: expect.stringMatching(
				/<p>Đoạn một\.<\/p>\s*<figure><img src="\/anh\/a\.jpg" alt="Cầu"><figcaption>Cầu mới<\/figcaption><\/figure>[\s\S]*<figcaption>Người dân<[\s\S]*youtube\.com\/embed\/aqz-KE-bpKQ/,
			),
		});
		expect(cau && "date" in cau && cau.date).toContain("2019-02-13");
		expect(await Promise.all([0, 1, 2].map((place) => pictureOf(cau, place)))).toEqual(["đầu", "a", "b"]);
	});

	test("reads Jekyll: dates in names, drafts, permalinks, liquid", async () => {
		const items = await itemsOf({
			"_config.yml": "permalink: pretty\n",
			"about.md": "---\ntitle: Giới thiệu\n---\nChữ",
			"_drafts/nhap.md": "---\ntitle: Bài nháp\n---\nChữ",
			"_posts/2018-03-04-le-hoi.md":
				'---\ntitle: "Lễ hội: đông vui"\ncategories: [Văn hóa]\nredirect_from: /cu/1\n---\nChữ ![x]({{ site.baseurl }}/anh/a.jpg) {% include figure.html src="anh/b.jpg" caption="Hội" %}\n',
			"anh/a.jpg": "a",
			"anh/b.jpg": "b",
		});
		expect(items).toMatchObject([
			{ title: "Bài nháp", isDraft: true },
			{
				title: "Lễ hội: đông vui",
				date: "2018-03-04",
				slug: "le-hoi",
				formerAddresses: ["/van-hoa/2018/03/04/le-hoi/", "/cu/1"],
				files: [{ reference: "/anh/a.jpg" }, { reference: "anh/b.jpg" }],
			},
		]);
		expect([await pictureOf(items[1], 0), await pictureOf(items[1], 1)]).toEqual(["a", "b"]);
	});

	test("reads Hexo: asset folders and permalinks", async () => {
		const items = await itemsOf({
			"_config.yml": "title: x\n",
			"source/_posts/mua-lua.md":
				"---\ntitle: Mùa lúa\ndate: 2020-05-06 07:08:09\n---\nMột\n<!-- more -->\n{% asset_img lua.jpg Lúa chín %}",
			"source/_posts/mua-lua/lua.jpg": "lúa",
		});
		expect(items).toMatchObject([
			{ title: "Mùa lúa", date: "2020-05-06 07:08:09", formerAddresses: ["/2020/05/06/mua-lua/"] },
		]);
		expect(await pictureOf(items[0], 0)).toBe("lúa");
	});

	test("reads a plain folder, titles from headings", async () => {
		expect(
			await itemsOf({ "a.md": "# Bài một\n\nChữ", "b.md": "Chỉ chữ", "README.md": "# Đọc" }),
		).toMatchObject([
			{ title: "Bài một", body: { html: "<p>Chữ</p>\n" } },
			{ id: "b.md", unreadable: expect.stringContaining("title") },
		]);
	});

	test("reports unreadable front matter and files that are too large, and continues", async () => {
		expect(
			await itemsOf({
				"a.md": "---\ntitle: [\n---\nx",
				"b.md": "---\ntitle: x\nkhông đóng",
				"c.md": `---\ntitle: To\n---\n${"x".repeat(5_000_001)}`,
				"d.md": Buffer.from([0x23, 0x20, 0x41, 0xff, 0x0a, 0x78]),
				"e.md": `---\ntitle: Sâu\n---\n${"> ".repeat(5_000)}chữ`,
			}),
		).toMatchObject([
			{ unreadable: expect.stringContaining("khai báo") },
			{ unreadable: expect.stringContaining("khai báo") },
			{ unreadable: expect.stringContaining("lớn hơn") },
			{ position: 4 },
			{ title: "Sâu" },
		]);
	});

	test("rejects aliases that expand exponentially, with a reason in Vietnamese", async () => {
		const list = (at: number) =>
			`a${at}: &a${at} [${Array(9)
				.fill(at === 0 ? "x" : `*a${at - 1}`)
				.join(", ")}]`;
		const matter = Array.from({ length: 9 }, (_, at) => list(at)).join("\n");
		const items = await itemsOf({
			"hugo.toml": "",
			"content/a.md": `---\ntitle: Một\n${matter}\ntags: *a8\n---\nA\n`,
			"content/b.md": '---\ntitle: "Hai\n---\nB\n',
		});
		expect(items).toMatchObject([
			{ unreadable: expect.stringContaining("dấu & và *") },
			{ unreadable: expect.stringContaining("ngoặc kép") },
		]);
	});

	test("never reads a picture outside the folder", async () => {
		await writeFile(`${directory}-ngoai`, "bí mật");
		await symlink(`${directory}-ngoai`, join(directory, "lien-ket.jpg"));
		const items = await itemsOf({
			"a.md": `---\ntitle: Bài\n---\n![a](../${directory.split("/").at(-1)}-ngoai) ![b](lien-ket.jpg) ![c](khong-co.jpg)`,
		});
		for (const place of [0, 1]) await expect(pictureOf(items[0], place)).rejects.toThrow("ngoài");
		await expect(pictureOf(items[0], 2)).rejects.toThrow("không tìm thấy");
		await rm(`${directory}-ngoai`);
	});

	test("recognises such folders by their file names", async () => {
		await itemsOf({ "hugo.toml": "", "content/a.md": "---\ntitle: A\n---\n" });
		expect(markdownFolder.recognises(await sampleOf(directory))).toBeGreaterThan(0.8);
		await itemsOf({ "x/a.html": "", "x/b.html": "" });
		expect(markdownFolder.recognises(await sampleOf(join(directory, "x")))).toBe(0);
	});
});
