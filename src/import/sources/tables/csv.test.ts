import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SourceOptions } from "../../source.ts";
import { sampleOf } from "../sample.ts";
import { csv } from "./csv.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "csv-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function itemsOf(bytes: string | Buffer, options: SourceOptions = {}) {
	const path = join(directory, "bai.csv");
	await writeFile(path, bytes);
	const items = [];
	for await (const item of csv.open(path, options).articles()) items.push(item);
	return items;
}

const table =
	'Mã;Tiêu đề;Nội dung;Ngày đăng;Tác giả;Lượt xem\n1;Bài “một”;"Đoạn một; có dấu.\n\nĐoạn ""hai"".";05/03/2012;Lan;1.204\n2;Bài hai;Chữ;;;\n';
const first = {
	id: "1",
	title: "Bài “một”",
	body: { text: 'Đoạn một; có dấu.\n\nĐoạn "hai".' },
	date: "05/03/2012",
	authors: ["Lan"],
	views: 1204,
};

describe("csv", () => {
	test.each([
		{ name: "UTF-8", bytes: Buffer.from(table) },
		{ name: "UTF-8 with a mark", bytes: Buffer.from(`\uFEFF${table}`) },
		{ name: "a file of Excel that names its separator", bytes: Buffer.from(`\uFEFFsep=;\n${table}`) },
		{ name: "UTF-16", bytes: Buffer.from(`\uFEFF${table}`, "utf16le") },
		{ name: "UTF-16 that is compressed", bytes: gzipSync(Buffer.from(`\uFEFF${table}`, "utf16le")) },
		{ name: "a table below its own title", bytes: Buffer.from(`Danh sách bài, năm 2012\n;;;\n${table}`) },
		{
			name: "a header with line breaks",
			bytes: Buffer.from(table.replace("Ngày đăng", '"Ngày\nđăng"').replace("Mã;", '"Mã";')),
		},
		{ name: "UTF-16 without a mark", bytes: Buffer.from(table, "utf16le") },
		{
			name: "CRLF",
			bytes: Buffer.from(table.replace(/;1\.204\n|;\n|xem\n/g, (end) => end.replace("\n", "\r\n"))),
		},
	])("reads semicolons and columns in Vietnamese from $name", async ({ bytes }) => {
		expect(await itemsOf(bytes)).toMatchObject([first, { id: "2", title: "Bài hai", body: { text: "Chữ" } }]);
	});

	test.each([
		{ name: "its end", damaged: (bytes: Buffer) => bytes.subarray(0, bytes.length - 20) },
		{ name: "its beginning", damaged: (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 20, 60) },
	])("reports a compressed file that is broken at $name", async ({ damaged }) => {
		const rows = Array.from({ length: 20_000 }, (_, index) => `${index};Bài ${index};Chữ ${index * index}`);
		const bytes = gzipSync(["Mã;Tiêu đề;Nội dung", ...rows].join("\n"));
		await expect(itemsOf(damaged(bytes))).rejects.toThrow("bị hỏng");
	});

	test("reads windows-1258 as Excel saves it, in short cells too", async () => {
		const text =
			"Tiêu ðêÌ;Nôòi dung;Chuyên muòc\nHoòp dân ðêÒ baÌn viêòc laÌm ðýõÌng;Sáng nay, nhân dân xaÞ Tân Lâòp hoòp baÌn viêòc laÌm ðýõÌng.;Dân vâòn\n";
		expect(await itemsOf(Buffer.from(text, "latin1"))).toMatchObject([{ categories: ["Dân vận"] }]);
	});

	test("publishes only what the table says is published, and tells which columns are not used", async () => {
		const text = "Tiêu đề,Nội dung,Trạng thái,Ghi chú\nMột,Chữ,Đã đăng,gấp\nHai,Chữ,Chờ duyệt,\n";
		const [published, waiting] = await itemsOf(text);
		expect(published).not.toHaveProperty("isDraft");
		expect(published).toMatchObject({ unused: ["Ghi chú"] });
		expect(waiting).toMatchObject({ isDraft: true });
	});

	test("leaves out and reports cells without a column", async () => {
		expect(await itemsOf("title,body\nBài,chữ,thừa,nữa\nHai,chữ,,\n")).toMatchObject([
			{ title: "Bài", leftOut: ["thừa , nữa"], doubts: [{ detail: expect.stringContaining("nháy kép") }] },
			{ title: "Hai" },
		]);
	});

	test.each(["published_at", "Ngày xuất bản", "created_at", "datePublished"])(
		"takes the column %s for the date",
		async (name) => {
			expect(await itemsOf(`title,body,${name}\nBài,chữ,12/03/2019\n`)).toMatchObject([
				{ date: "12/03/2019" },
			]);
		},
	);

	test.each([",", "\t", "|"])("finds the delimiter %j", async (delimiter) => {
		const text = [
			["title", "body", "tags"],
			["Bài một", "<p>Chữ</p>", "xã; làng"],
		];
		expect(await itemsOf(text.map((row) => row.join(delimiter)).join("\n"))).toMatchObject([
			{ title: "Bài một", body: { html: "<p>Chữ</p>" }, tags: ["xã", "làng"] },
		]);
	});

	test("joins the tables of a folder by a mapping, and builds addresses", async () => {
		const folder = join(directory, "bang");
		await mkdir(folder);
		await writeFile(join(folder, "tin.csv"), "ma,ten,loai\n1,Bài một,9\n2,Bài hai,8\n");
		await writeFile(join(folder, "nd.csv"), "ma,chu\n2,Hai\n1,Một\n");
		await writeFile(join(folder, "loai.csv"), "ma,ten,duong\n9,Xã hội,xa hoi\n");
		const columns = join(directory, "cot.yml");
		await writeFile(
			columns,
			`articles: tin
tables:
  nd: { table: nd, key: ma, by: ma }
  loai: { table: loai, key: ma, by: loai }
title: ten
body: nd.chu
category: loai.ten
addresses: ["/{loai.duong}/{ma}.html"]
`,
		);
		const items = [];
		for await (const item of csv.open(folder, { columns }).articles()) items.push(item);
		expect(items).toMatchObject([
			{
				title: "Bài một",
				body: { text: "Một" },
				categories: ["Xã hội"],
				formerAddresses: ["/xa%20hoi/1.html"],
			},
			{ title: "Bài hai", body: { text: "Hai" }, categories: [], formerAddresses: [] },
		]);
	});

	test("reports a row without a title, and continues", async () => {
		expect(await itemsOf("title,body\n,x\nBài,chữ,thừa\n")).toMatchObject([
			{ position: 1, unreadable: "không có tiêu đề" },
			{ position: 2, title: "Bài" },
		]);
	});

	test("asks for a mapping if the column names are unknown", async () => {
		await expect(itemsOf("a,b\n1,2\n")).rejects.toThrow("--columns");
	});

	test("recognises tables by their columns", async () => {
		await writeFile(join(directory, "x.txt"), table);
		expect(csv.recognises(await sampleOf(join(directory, "x.txt")))).toBeGreaterThan(0.5);
		await writeFile(join(directory, "y.txt"), "Một dòng chữ, có phẩy.");
		expect(csv.recognises(await sampleOf(join(directory, "y.txt")))).toBe(0);
	});
});
