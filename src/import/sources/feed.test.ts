import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportedArticle, SourceOptions, UnreadableItem } from "../source.ts";
import { feed } from "./feed.ts";

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "feed-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(text: string, options: SourceOptions = {}) {
	const path = join(directory, "feed.xml");
	await writeFile(path, text);
	const items: (ImportedArticle | UnreadableItem)[] = [];
	for await (const item of feed.open(path, options).articles()) if (!("record" in item)) items.push(item);
	return items;
}

const recognise = (text: string) =>
	feed.recognises({ path: "x.xml", isFolder: false, names: [], head: Buffer.from(text) });

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Trang</title>
<item><title>Mùa măng &amp; mùa ong</title><link>https://cu.example/1.html</link><guid>g1</guid><pubDate>Wed, 01 May 2019 08:02:03 +0700</pubDate><dc:creator>Lò Mai</dc:creator><category>Tin xã</category><description><![CDATA[<p>Măng đã mọc.</p>]]></description><content:encoded><![CDATA[<p>Măng đã mọc.</p><p>Ong đã về.</p><img src="https://cu.example/a.jpg?x=1&amp;y=2">]]></content:encoded><enclosure url="https://cu.example/b.mp3" type="audio/mpeg"/></item>
<item><title>Chỉ tóm tắt</title><description>&lt;b&gt;Ngắn&lt;/b&gt; thôi.</description><author>lan@cu.example (Lan)</author></item>
<item><title>Hỏng</b></item></channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Trang</title>
<entry><title type="html">Một &amp;amp; hai</title><link rel="self" href="https://cu.example/self"/><link href="https://cu.example/2"/><id>tag:1</id><published>2020-01-02T03:04:05Z</published><updated>2020-02-03T00:00:00Z</updated><author><name>Tô Lụa</name></author><category term="Thời sự"/><summary>Tóm tắt</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Chữ &lt;ba&gt;<br/>bốn</p></div></content></entry>
<entry><title>Chữ thuần</title><id>tag:2</id><updated>2020-02-03T00:00:00Z</updated><content type="text">a &lt; b</content></entry></feed>`;

describe("feed", () => {
	test("reads bare ampersands, and reports them", async () => {
		const text = `<rss version="2.0"><channel>
<item><title>Chợ Tết & hội xuân &amp; trò chơi</title><link>https://cu.example/xem?a=1&b=2</link><enclosure url="https://cu.example/c.mp3?w=9&h=0"/><description><![CDATA[<p>Chợ họp từ sáng & chiều.</p>]]></description></item>
<item><title>Không có dấu</title><description>Chợ phiên.</description></item></channel></rss>`;
		expect(await read(text)).toMatchObject([
			{
				title: "Chợ Tết & hội xuân & trò chơi",
				formerAddresses: ["https://cu.example/xem?a=1&b=2"],
				files: [{ reference: "https://cu.example/c.mp3?w=9&h=0" }],
				body: { html: "<p>Chợ họp từ sáng & chiều.</p>" },
				repaired: [expect.stringContaining("3 chỗ")],
			},
			{ title: "Không có dấu" },
		]);
		expect((await read(text))[1]).not.toHaveProperty("repaired");
	});

	test("names the newspaper that an item was taken from", async () => {
		const text = `<rss version="2.0"><channel><item><title>Chợ Tết</title><source url="https://bao.example/rss">Báo Bản</source><description>Chợ họp.</description></item></channel></rss>`;
		expect(await read(text)).toMatchObject([{ title: "Chợ Tết", source: "Báo Bản" }]);
	});

	test("ignores placeholder dates", async () => {
		const item =
			"<item><title>Bài cũ</title><pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate><dc:date>2016-04-05</dc:date></item>";
		expect(await read(`<rss version="2.0"><channel>${item}</channel></rss>`)).toMatchObject([
			{ date: "2016-04-05" },
		]);
	});

	test("recognises RSS and Atom by their root elements", () => {
		expect(recognise(rss)).toBeGreaterThan(0.8);
		expect(recognise(atom)).toBeGreaterThan(0.8);
		expect(recognise("<rss><channel>")).toBeGreaterThan(0.8);
		expect(recognise('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">')).toBeGreaterThan(0.8);
		expect(recognise("<html><body>")).toBe(0);
	});

	test("reads RSS: the full text if there is one, with the summary as lead", async () => {
		expect(await read(rss)).toEqual([
			{
				position: 1,
				id: "g1",
				title: "Mùa măng & mùa ong",
				lead: "Măng đã mọc.",
				body: { html: expect.stringContaining("<p>Ong đã về.</p>") },
				date: "Wed, 01 May 2019 08:02:03 +0700",
				authors: ["Lò Mai"],
				formerAddresses: ["https://cu.example/1.html"],
				categories: ["Tin xã"],
				files: [{ reference: "https://cu.example/b.mp3" }, { reference: "https://cu.example/a.jpg?x=1&y=2" }],
			},
			{
				position: 2,
				title: "Chỉ tóm tắt",
				body: { html: "<b>Ngắn</b> thôi." },
				authors: ["Lan"],
				doubts: [{ detail: expect.stringContaining("tóm tắt"), confidence: 0.4 }],
			},
			{ position: 3, unreadable: expect.stringContaining("không phải XML") },
		]);
	});

	test("reads Atom: text, HTML and XHTML, as each element declares", async () => {
		expect(await read(atom)).toEqual([
			{
				position: 1,
				id: "tag:1",
				title: "Một &amp; hai",
				lead: "Tóm tắt",
				body: { html: "<div><p>Chữ &lt;ba&gt;<br>bốn</p></div>" },
				date: "2020-01-02T03:04:05Z",
				updated: "2020-02-03T00:00:00Z",
				authors: ["Tô Lụa"],
				formerAddresses: ["https://cu.example/2"],
				categories: ["Thời sự"],
			},
			expect.objectContaining({ title: "Chữ thuần", body: { html: "a &lt; b" } }),
		]);
	});

	test("reads Atom with a prefix, and the texts that .NET adds to RSS", async () => {
		const prefixed = atom.replace(/<(\/?)(\w)/g, "<$1atom:$2").replaceAll("atom:div", "div");
		expect(await read(prefixed)).toMatchObject([
			{ id: "tag:1", lead: "Tóm tắt", authors: ["Tô Lụa"] },
			{ title: "Chữ thuần", body: { html: "a &lt; b" } },
		]);
		const item =
			"<item><title>Bài của cổng</title><description>Tóm tắt</description><a10:content type='html'>&lt;p>Toàn văn&lt;/p></a10:content></item>";
		expect(await read(`<rss>${item}</rss>`)).toMatchObject([
			{ lead: "Tóm tắt", body: { html: "<p>Toàn văn</p>" } },
		]);
	});

	test("takes the pictures of a summary too", async () => {
		const item =
			'<item><title>Bài có ảnh</title><description>&lt;img src="/a.jpg"> Sapo</description><content:encoded>&lt;p>Bài&lt;/p></content:encoded></item>';
		expect(await read(`<rss>${item}</rss>`)).toMatchObject([
			{ lead: "Sapo", files: [{ reference: "/a.jpg" }] },
		]);
	});

	const kind = (term: string) =>
		`<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${term}"/>`;
	test.each([
		[
			"a post, without its kind as a section",
			`${kind("post")}<category term="Tin xã"/>`,
			{ categories: ["Tin xã"] },
		],
		["a draft", `${kind("post")}<app:control><app:draft>yes</app:draft></app:control>`, { isDraft: true }],
		["a comment", kind("comment"), { unreadable: expect.stringContaining("ý kiến bạn đọc") }],
		["a page", kind("page"), { unreadable: expect.stringContaining("trang cố định") }],
		["a setting", kind("settings"), undefined],
		["a template", kind("template"), undefined],
		[
			"a post of the newer form, with its address",
			"<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><blogger:filename>/2019/03/a.html</blogger:filename>",
			{ formerAddresses: ["/2019/03/a.html"] },
		],
		[
			"a draft of the newer form",
			"<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>",
			{ isDraft: true },
		],
		[
			"what was deleted",
			"<blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>",
			{ unreadable: expect.stringContaining("thùng rác") },
		],
		[
			"a comment of the newer form",
			"<blogger:type>COMMENT</blogger:type>",
			{ unreadable: expect.any(String) },
		],
	])("tells the kinds in a Blogger export: %s", async (_, elements, expected) => {
		const entry = `<entry><id>tag:1</id><title>Một bài</title><content type="html">&lt;p>Chữ&lt;/p></content>${elements}</entry>`;
		const items = await read(`<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`);
		expect(items).toMatchObject(expected ? [expected] : []);
		expect(items).toHaveLength(expected ? 1 : 0);
	});

	test("fetches pictures only if that is allowed", async () => {
		const asked: string[] = [];
		const fetch = async (address: string) => {
			asked.push(address);
			return new Uint8Array([1]);
		};
		const [first] = await read(rss, { fetch });
		expect(asked).toEqual([]);
		if (first && "files" in first) await first.files?.[1]?.read?.();
		expect(asked).toEqual(["https://cu.example/a.jpg?x=1&y=2"]);
	});

	test("skips an entry with extreme nesting", async () => {
		const text = `<rss version="2.0"><item><title>Sâu quá</title><description><![CDATA[${"<i>".repeat(100_000)}]]></description></item><item><title>Bình thường</title><description>x</description></item></rss>`;
		expect(await read(text)).toMatchObject([
			{ unreadable: expect.stringContaining("lớp") },
			{ title: "Bình thường" },
		]);
	});
});
