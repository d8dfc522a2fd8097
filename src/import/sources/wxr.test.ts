import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markdownOfHtml } from "../markdown-of-html.ts";
import type { ImportedArticle, SourceOptions, UnreadableItem } from "../source.ts";
import { SourceError } from "../source.ts";
import { sampleOf } from "./sample.ts";
import { wxr } from "./wxr.ts";

const fixture = "test/fixtures/import/wordpress/export.xml";

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "wxr-"));
	await mkdir(join(directory, "uploads/2019/05"), { recursive: true });
	await writeFile(join(directory, "uploads/2019/05/cho.jpg"), "chợ");
});
afterAll(() => rm(directory, { recursive: true }));

async function read(path = fixture, options: SourceOptions = {}) {
	const items: (ImportedArticle | UnreadableItem)[] = [];
	for await (const item of wxr.open(path, options).articles()) if (!("record" in item)) items.push(item);
	return items;
}

async function readText(text: string) {
	const path = join(directory, "x.xml");
	await writeFile(path, `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${text}</channel></rss>`);
	return read(path);
}

const post = (content: string) =>
	`<item><title>Một bài</title><wp:post_id>1</wp:post_id><content:encoded><![CDATA[${content}]]></content:encoded></item>`;

describe("wxr", () => {
	test("recognises WordPress's exports and nothing else", async () => {
		expect(wxr.recognises(await sampleOf(fixture))).toBe(1);
		const others = {
			path: "x",
			isFolder: false,
			names: [],
			head: Buffer.from('<rss version="2.0"><channel>'),
		};
		expect(wxr.recognises(others)).toBe(0);
	});

	test("reads every field of a post", async () => {
		const [first] = await read();
		expect(first).toMatchObject({
			position: 1,
			id: "12",
			title: "Chợ phiên mở lại",
			slug: "cho-phien-mo-lai",
			lead: "Chợ phiên Tân Lập đông vui trở lại.",
			date: "2019-05-01T01:02:03Z",
			updated: "2019-05-02T01:00:00Z",
			authors: ["Lò Mai"],
			formerAddresses: ["https://tanlap.example/2019/05/cho-phien-mo-lai/", "/?p=12"],
			categories: ["Tin xã"],
			tags: ["chợ phiên"],
			views: 1204,
			unused: ["mau_nen", "wp:comment"],
			doubts: [
				{ detail: expect.stringContaining("[chart]"), confidence: 0.3 },
				{ detail: expect.stringContaining("99"), confidence: 0.3 },
			],
		});
	});

	test("converts captions, galleries and the old editor's paragraphs", async () => {
		const [first] = await read();
		if (!first || !("body" in first) || !("html" in first.body)) throw new Error("no HTML");
		expect(markdownOfHtml(first.body.html).split("\n\n")).toEqual([
			"Sau hai năm, chợ phiên họp lại với hơn hai trăm gian hàng.",
			'![Chợ](https://tanlap.example/wp-content/uploads/2019/05/cho-640x427.jpg "Gian hàng rau của xóm Bàng")',
			"Bà con bán rau, măng,\\\nmật ong và vải dệt tay.",
			"## Hàng quê",
			"- Rau: 40 gian\n- Vải: 25 gian",
			'![Gian hàng rau](https://tanlap.example/wp-content/uploads/2019/05/cho.jpg "Gian hàng rau")',
			'![Vải trên sào](https://tanlap.example/wp-content/uploads/2019/05/vai.jpg "Vải dệt tay")',
			'\\[chart type="pie"\\]',
			"Xem [nội quy chợ](https://tanlap.example/wp-content/uploads/2019/05/noi-quy.pdf) \\[bản cũ\\].",
		]);
	});

	test("finds pictures in the folder of media, also larger originals, and the leading one", async () => {
		const [first] = await read(fixture, { media: directory });
		const files = first && "files" in first ? (first.files ?? []) : [];
		expect(
			files.map(({ reference, isLead, caption }) => ({ name: reference.split("/").at(-1), isLead, caption })),
		).toEqual([
			{ name: "cho-640x427.jpg", isLead: undefined, caption: "Gian hàng rau của xóm Bàng" },
			{ name: "cho.jpg", isLead: undefined, caption: "Gian hàng rau" },
			{ name: "vai.jpg", isLead: true, caption: "Vải dệt tay" },
			{ name: "noi-quy.pdf", isLead: undefined, caption: undefined },
		]);
		expect(Buffer.from((await files[0]?.read?.()) ?? []).toString()).toBe("chợ");
		expect(files[2]?.read).toBeUndefined();
	});

	test("keeps drafts as drafts, with the site's local time and without its administrator as author", async () => {
		const draft = (await read())[1];
		expect(draft).toMatchObject({ id: "15", isDraft: true, date: "2019-06-01 10:00:00" });
		expect(draft).not.toHaveProperty("authors");
		expect(draft).not.toHaveProperty("categories");
	});

	test("explains why an item that had a page is not an article", async () => {
		expect((await read()).slice(2)).toEqual([
			{ position: 3, unreadable: expect.stringContaining("không phải XML hợp lệ") },
			{ position: 4, id: "2", unreadable: expect.stringContaining("trang cố định") },
			{ position: 5, id: "3", unreadable: expect.stringContaining("thùng rác") },
		]);
	});

	test("imports private posts as drafts and reports it", async () => {
		const text = post("Chữ.").replace("<wp:post_id>", "<wp:post_password>x</wp:post_password><wp:post_id>");
		expect(await readText(text)).toMatchObject([{ isDraft: true, doubts: [{ confidence: 0.5 }] }]);
	});

	test("skips a post with extreme nesting and continues", async () => {
		expect(await readText(post("<div>".repeat(100_000)) + post("<p>Chữ.</p>"))).toMatchObject([
			{ position: 1, unreadable: expect.stringContaining("lớp") },
			{ position: 2, title: "Một bài" },
		]);
	});

	test("reads old captions, players and links to audio", async () => {
		const [read] = await readText(
			post(
				'[caption caption="Chú thích cũ"]<img src="/a.jpg">[/caption]\n\n[embed]https://youtu.be/abcdefghijk[/embed]\n\n[audio mp3="/b.mp3"][/audio]',
			),
		);
		expect(read).toMatchObject({
			body: {
				html: expect.stringMatching(
					/<figcaption>Chú thích cũ<\/figcaption>[\s\S]*youtu\.be\/abcdefghijk<\/a>[\s\S]*href="\/b\.mp3"/,
				),
			},
		});
	});

	test("reads the footnotes that the block editor keeps apart", async () => {
		const note = JSON.stringify([{ id: "x", content: "Theo <em>kết luận</em>." }]);
		const meta = `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${note}]]></wp:meta_value></wp:postmeta>`;
		const [read] = await readText(post("<p>Chữ.</p>").replace("<wp:post_id>", `${meta}<wp:post_id>`));
		expect(read).toMatchObject({
			body: { html: expect.stringContaining("<p>(1) Theo <em>kết luận</em>.</p>") },
		});
	});

	test("reports a missing file", async () => {
		await expect(read(join(directory, "vắng.xml"))).rejects.toThrow(SourceError);
	});
});
