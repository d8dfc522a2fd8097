import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jsonLinesSource } from "./json-lines.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "json-lines-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function drain(path: string) {
	const items = [];
	for await (const item of jsonLinesSource(path).articles()) items.push(item);
	return items;
}

async function read(bytes: string | Buffer) {
	const path = join(directory, "nguồn.jsonl");
	await writeFile(path, bytes);
	return drain(path);
}

const whole = {
	id: "a:1",
	title: "Tiêu đề",
	summary: "Sapo",
	body: "Một.\n\nHai.",
	date: "2021-01-02",
	author: "Lan;Huệ",
	source: "Báo A",
	category: "Thời sự",
	tags: ["một", "hai"],
	url: "https://example.vn/1",
	captions: ["Chú thích"],
	image: "https://example.vn/a.jpg",
	images: ["https://example.vn/a.jpg", "https://example.vn/b.jpg"],
	views: "1.204",
	dataset: "x",
};

describe("jsonLinesSource", () => {
	test("leaves out fields that a line lacks", async () => {
		const [article = {}] = await read(JSON.stringify({ title: "Tiêu đề", body: "Một." }));
		expect(Object.values(article)).not.toContain(undefined);
		for (const name of ["id", "lead", "date", "source", "link"]) expect(article).not.toHaveProperty(name);
	});

	test("reads every field", async () => {
		expect(await read(JSON.stringify(whole))).toEqual([
			{
				position: 1,
				id: "a:1",
				title: "Tiêu đề",
				lead: "Sapo",
				body: { text: "Một.\n\nHai." },
				date: "2021-01-02",
				authors: ["Lan", "Huệ"],
				views: 1204,
				source: "Báo A",
				categories: ["Thời sự"],
				tags: ["một", "hai"],
				link: "https://example.vn/1",
				captions: ["Chú thích"],
				files: [{ reference: "https://example.vn/a.jpg" }, { reference: "https://example.vn/b.jpg" }],
				unused: ["dataset"],
			},
		]);
	});

	test("reads a compressed file like a plain one", async () => {
		const line = `${JSON.stringify(whole)}\n`;
		expect(await read(gzipSync(line.repeat(3)))).toEqual(await read(line.repeat(3)));
	});

	test("accepts numbers, lists, null and missing fields", async () => {
		expect(
			await read('{"id":7,"title":"T","body":["Một.","Hai."],"author":["Lan",null],"tags":"một"}'),
		).toEqual([
			{
				position: 1,
				id: "7",
				title: "T",
				body: { text: "Một.\n\nHai." },
				authors: ["Lan"],
				tags: ["một"],
				categories: [],
				captions: [],
				files: [],
				unused: [],
			},
		]);
	});

	test("continues after lines that are not articles, and counts every line", async () => {
		const items = await read('\uFEFF{"title":"T1"}\r\n\r\n{broken\r\n[1]\r\n{"title":"T5"}');
		expect(items).toMatchObject([
			{ position: 1, title: "T1" },
			{ position: 3, unreadable: "không phải JSON hợp lệ" },
			{ position: 4, unreadable: "không phải một đối tượng JSON" },
			{ position: 5, title: "T5" },
		]);
	});

	test("finds no article in an empty file", async () => {
		expect(await read("")).toEqual([]);
	});

	test("reports a missing file, a folder, and a truncated archive", async () => {
		await expect(drain(join(directory, "x.jsonl"))).rejects.toThrow("Không tìm thấy tệp");
		await expect(drain(directory)).rejects.toThrow("là thư mục");
		const archive = gzipSync(`${JSON.stringify(whole)}\n`.repeat(2000));
		await expect(read(archive.subarray(0, archive.length - 20))).rejects.toThrow("bị hỏng");
	});
});
