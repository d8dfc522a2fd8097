import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ImportedArticle, SourceOptions, UnreadableItem } from "../source.ts";
import { SourceError } from "../source.ts";
import { sampleOf } from "./sample.ts";
import { addressOf, savedPages } from "./saved-pages.ts";

const fixtures = "test/fixtures/import/pages";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "saved-pages-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function put(files: Readonly<Record<string, string | Buffer>>) {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(directory, name)), { recursive: true });
		await writeFile(join(directory, name), text);
	}
}

async function read(path = directory, options: SourceOptions = {}) {
	const items: (ImportedArticle | UnreadableItem)[] = [];
	for await (const item of savedPages.open(path, options).articles())
		if (!("record" in item)) items.push(item);
	return items;
}

const page = (title: string, more = "") =>
	`<html><head><title>${title} - Trang tin</title></head><body><h1>${title}</h1>${more}<div class="entry-content"><p>Đoạn thứ nhất của bài viết này đủ dài để không ai cho là một lời báo ngắn.</p><p>Đoạn thứ hai cũng vậy, với <img src="images/hop.jpg"> một bức ảnh ở giữa hai chữ.</p></div></body></html>`;

describe("savedPages", () => {
	test("recognises pages and folders of pages", async () => {
		expect(savedPages.recognises(await sampleOf(`${fixtures}/dnn-committee.html`))).toBeGreaterThan(0.8);
		expect(savedPages.recognises(await sampleOf(fixtures))).toBeGreaterThan(0.5);
		await put({ "a.md": "x", "b.md": "y", "c.html": "z" });
		expect(savedPages.recognises(await sampleOf(directory))).toBe(0);
	});

	test("reads every page of a folder in the order of their paths", async () => {
		await cp(fixtures, directory, { recursive: true });
		expect((await read()).map((item) => ("title" in item ? item.id : item))).toEqual([
			"broadcaster.html",
			"dnn-committee.html",
			"joomla.html",
			"newspaper.html",
			"nukeviet-district.html",
			"sharepoint-province.html",
			"tcvn3.html",
			"windows-1258.html",
			"wordpress.html",
		]);
	});

	test("finds pictures by the paths in pages, and never outside the folder", async () => {
		await put({
			"cu.example/tin/1.html": page("Họp ở Tân Lập"),
			"cu.example/tin/images/hop.jpg": "ảnh",
			"cu.example/tin/2.html": page("Họp ở Nà Hin").replace(
				"images/hop.jpg",
				"../../../../../../etc/hostname",
			),
		});
		const [first, second] = await read();
		expect(first).toMatchObject({ formerAddresses: ["https://cu.example/tin/1.html"] });
		const file = first && "files" in first ? first.files?.[0] : undefined;
		expect(Buffer.from((await file?.read?.()) ?? []).toString()).toBe("ảnh");
		expect(second && "files" in second ? second.files?.[0]?.read : "none").toBeUndefined();
	});

	test("reads addresses and dates from the crawler's sitemap", async () => {
		await put({
			"tin/hop.html": page("Họp ở Tân Lập"),
			"sitemap.xml": `<urlset><url><loc>https://cu.example/tin/hop</loc><lastmod>2019-05-01</lastmod></url></urlset>`,
		});
		expect(await read()).toMatchObject([
			{ date: "2019-05-01", formerAddresses: ["https://cu.example/tin/hop"], doubts: [{ confidence: 0.4 }] },
		]);
	});

	test.each(["base64", "quoted-printable"])(
		"reads a page that was saved as one file, in %s",
		async (encoding) => {
			const html = Buffer.from(page("Họp ở Tân Lập").replace("images/hop.jpg", "cid:hop@x"));
			const written =
				encoding === "base64"
					? html.toString("base64").replace(/.{76}/g, "$&\r\n")
					: html
							.toString("latin1")
							.replace(/[^\x20-<>-~]/g, (byte) => `=${byte.charCodeAt(0).toString(16)}=\r\n`);
			const part = (head: string, content: string) => `--BIEN\r\n${head}\r\n\r\n${content}\r\n`;
			const mail = [
				'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="BIEN"\r\n\r\n',
				part(
					`Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://cu.example/tin/1.html`,
					written,
				),
				part(
					"Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <hop@x>",
					btoa("anh"),
				),
				"--BIEN--\r\n",
			].join("");
			await put({ "bai.mht": mail });
			expect(savedPages.recognises(await sampleOf(join(directory, "bai.mht")))).toBeGreaterThan(0.8);
			const [read1] = await read(join(directory, "bai.mht"));
			expect(read1).toMatchObject({
				title: "Họp ở Tân Lập",
				formerAddresses: ["https://cu.example/tin/1.html"],
				body: { html: expect.stringContaining("Đoạn thứ hai cũng vậy") },
			});
			const file = read1 && "files" in read1 ? read1.files?.[0] : undefined;
			expect(Buffer.from((await file?.read?.()) ?? []).toString()).toBe("anh");
		},
	);

	const asPart = (head: string, content: string) => `--BIEN\r\n${head}\r\n\r\n${content}\r\n`;
	const related =
		'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="BIEN"\r\n\r\n';
	const htmlHead = 'Content-Type: text/html; charset="utf-8"';
	const withSigns = (signs: string) =>
		page("Họp ở Tân Lập").replace("</p>", `${signs} và một câu nữa, để đoạn này dài như các đoạn khác.</p>`);
	test.each([
		{
			name: "whose text has the boundary's signs",
			mail: `${related}${asPart(htmlHead, withSigns(" --BIEN"))}--BIEN--`,
		},
		{
			name: "with a line that only begins like the boundary",
			mail: `${related}${asPart(htmlHead, withSigns("\r\n--BIENBAN"))}--BIEN--`,
		},
		{
			name: "within another part",
			mail: `${related}${asPart(
				'Content-Type: multipart/alternative; boundary="TRONG"',
				`--TRONG\r\nContent-Type: text/plain\r\n\r\nChữ\r\n--TRONG\r\n${htmlHead}\r\n\r\n${page("Họp ở Tân Lập")}\r\n--TRONG--`,
			)}--BIEN--`,
		},
		{
			name: "without parts",
			mail: `From: <Saved>\nMIME-Version: 1.0\n${htmlHead}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(page("Họp ở Tân Lập")).toString("base64")}`,
		},
		{
			name: "by a mail program",
			mail: `To: a@example.vn\r\n${related}${asPart(htmlHead, page("Họp ở Tân Lập"))}--BIEN--`,
			recognised: 0.2,
		},
		{ name: "whose end is missing", mail: `${related}${asPart(htmlHead, page("Họp ở Tân Lập"))}` },
	])("reads a page saved as one file $name", async ({ mail, recognised = 0.9 }) => {
		await put({ "bai.mht": mail });
		expect(savedPages.recognises(await sampleOf(join(directory, "bai.mht")))).toBeCloseTo(recognised);
		expect(await read(join(directory, "bai.mht"))).toMatchObject([
			{ title: "Họp ở Tân Lập", body: { html: expect.stringContaining("Đoạn thứ hai cũng vậy") } },
		]);
	});

	test("reads pages that are compressed with gzip, whatever their names", async () => {
		const compressed = gzipSync(page("Họp ở Tân Lập"));
		await writeFile(join(directory, "1.html"), compressed);
		await writeFile(join(directory, "2.html.gz"), compressed);
		await writeFile(join(directory, "3.html"), compressed.subarray(0, 50));
		expect(await read(directory)).toMatchObject([
			{ id: "1.html", title: "Họp ở Tân Lập" },
			{ id: "2.html.gz", title: "Họp ở Tân Lập" },
			{ id: "3.html", unreadable: expect.stringContaining("gzip bị hỏng") },
		]);
	});

	test("reads one page that a browser saved with its pictures", async () => {
		await put({
			"bai.html": page("Họp ở Tân Lập").replace("images/hop.jpg", "bai_files/hop.jpg"),
			"bai_files/hop.jpg": "ảnh",
			"khac.html": page("Bài khác"),
		});
		const items = await read(join(directory, "bai.html"));
		expect(items).toMatchObject([{ id: "bai.html", title: "Họp ở Tân Lập" }]);
		const [item] = items;
		expect(item && "files" in item ? await item.files?.[0]?.read?.() : undefined).toEqual(Buffer.from("ảnh"));
	});

	test("follows a profile, and skips addresses that are not articles", async () => {
		await put({
			"tin/1.html": page("Họp ở Tân Lập"),
			"gioi-thieu.html": page("Giới thiệu chung"),
			"profile.yml": "addresses: /tin/\ntitle: h1\nbody: .entry-content\n",
		});
		expect(await read(directory, { profile: join(directory, "profile.yml") })).toMatchObject([
			{ id: "tin/1.html" },
		]);
	});

	test("reports an unreadable page and continues", async () => {
		await put({
			"a.html": "<div>".repeat(100_000),
			"b.html": Buffer.alloc(33_000_000, "a"),
			"c.html": Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe, 0x00, 0xc3]),
			"d.html": page("Họp ở Tân Lập"),
			"e.html": "",
			khong: "không phải trang",
		});
		expect(await read()).toMatchObject([
			{ id: "a.html", unreadable: expect.stringContaining("lớp") },
			{ id: "b.html", unreadable: expect.stringContaining("giới hạn") },
			{ id: "c.html", unreadable: expect.any(String) },
			{ id: "d.html", title: "Họp ở Tân Lập" },
			{ id: "e.html", unreadable: expect.stringContaining("không có chữ") },
		]);
	});

	test("reports a missing source", async () => {
		await expect(read(join(directory, "vắng"))).rejects.toThrow(SourceError);
	});
});

test.each([
	{ name: "cu.example/tin/index.html", address: "https://cu.example/tin/" },
	{
		name: "www.cu.example/Default.aspx@tabid=12&id=3",
		address: "https://www.cu.example/Default.aspx?tabid=12&id=3",
	},
	{ name: "cu.example/xem.php?id=3.html", address: "https://cu.example/xem.php?id=3" },
	{ name: "tin/bài một.html", address: "/tin/b%C3%A0i%20m%E1%BB%99t.html" },
	{ name: "trang.html", address: "/trang.html" },
])("addressOf maps $name to $address", ({ name, address }) => {
	expect(addressOf(name)).toBe(address);
});
