import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSource } from "../index.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "json-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function itemsOf(value: unknown) {
	const path = join(directory, "bai.json");
	await writeFile(path, typeof value === "string" || Buffer.isBuffer(value) ? value : JSON.stringify(value));
	const items = [];
	for await (const item of (await openSource(path, {})).articles()) items.push(item);
	return items;
}

const post = {
	id: "p7",
	uuid: "u",
	title: "Bài bảy",
	slug: "bai-bay",
	mobiledoc: "{}",
	html: "<p>Chữ</p>",
	plaintext: "Chữ thuần",
	type: "post",
	status: "published",
	published_at: "2019-03-02T00:30:00.000Z",
};
const ghostData = {
	posts: [
		post,
		{ ...post, id: "p8", title: "Bài tám", status: "draft", html: null },
		{ ...post, id: "p9", type: "page" },
	],
	posts_authors: [
		{ post_id: "p7", author_id: "1" },
		{ post_id: "p7", author_id: "2" },
	],
	posts_tags: [{ post_id: "p7", tag_id: "9" }],
	tags: [{ id: "9", name: "Tin xã" }],
	users: [
		{ id: "1", name: "Lò Mai" },
		{ id: "2", name: "Vàng Sử" },
	],
};

describe("json", () => {
	test.each([
		{ form: "in a database", value: { db: [{ meta: {}, data: ghostData }] } },
		{ form: "alone", value: { meta: {}, data: ghostData } },
		{ form: "compressed", value: gzipSync(JSON.stringify({ db: [{ data: ghostData }] })) },
	])("reads an export of Ghost $form", async ({ value }) => {
		expect(await itemsOf(value)).toMatchObject([
			{
				id: "p7",
				title: "Bài bảy",
				body: { html: "<p>Chữ</p>" },
				date: "2019-03-02T00:30:00.000Z",
				authors: ["Lò Mai", "Vàng Sử"],
				tags: ["Tin xã"],
				formerAddresses: ["/bai-bay/"],
			},
			{ title: "Bài tám", body: { html: "<p>Chữ thuần</p>" }, isDraft: true },
			{ id: "p9", unreadable: expect.stringContaining("“page”") },
		]);
	});

	test("reads JSON Feed with its attachments", async () => {
		const items = [
			{
				id: "1",
				url: "https://cu.example/1.html?id=1",
				title: "Bài một",
				content_html: "<p>Chữ</p>",
				content_text: "Chữ",
				date_published: "2019-03-02T07:30:00+07:00",
				authors: [{ name: "Lò Mai" }],
				tags: ["xã", "bản"],
				attachments: [{ url: "https://cu.example/a.mp3", title: "Nghe" }],
			},
		];
		expect(await itemsOf({ version: "https://jsonfeed.org/version/1.1", items })).toMatchObject([
			{
				title: "Bài một",
				body: { html: '<p>Chữ</p><p><a href="https://cu.example/a.mp3">Nghe</a></p>' },
				authors: ["Lò Mai"],
				tags: ["xã", "bản"],
				formerAddresses: ["https://cu.example/1.html?id=1"],
			},
		]);
	});

	const article = { title: "Bài một", content: ["Một", "Hai"], author: { id: 1, name: "Lò Mai" } };
	const read = { title: "Bài một", body: { text: "Một\n\nHai" }, authors: ["Lò Mai"] };
	test.each([
		{ form: "a list", value: [article] },
		{ form: "a list within objects", value: { status: "ok", data: { total: 1, articles: [article] } } },
		{ form: "an object by ids", value: { tin: { a1: article } } },
		{ form: "one article on several lines", value: JSON.stringify(article, null, 1) },
		{ form: "Strapi's attributes", value: { data: [{ id: 1, attributes: article }] } },
		{
			form: "phpMyAdmin's tables",
			value: [{ type: "header" }, { type: "table", name: "tin", data: [article] }],
		},
		{ form: "UTF-16", value: Buffer.from(`\uFEFF${JSON.stringify([article])}`, "utf16le") },
	])("reads $form", async ({ value }) => {
		expect(await itemsOf(value)).toMatchObject([read]);
	});

	test("reads the answer of WordPress's REST API", async () => {
		const answer = {
			id: 7,
			date: "2019-03-02T07:30:00",
			date_gmt: "2019-03-02T00:30:00",
			slug: "bai",
			status: "publish",
			type: "post",
			link: "https://cu.example/bai/",
			title: { rendered: "B&agrave;i một" },
			content: { rendered: "<p>Chữ</p>" },
			excerpt: { rendered: "<p>Sapo</p>" },
		};
		expect(await itemsOf([answer])).toMatchObject([
			{
				title: "Bài một",
				lead: "Sapo",
				body: { html: "<p>Chữ</p>" },
				formerAddresses: ["https://cu.example/bai/"],
			},
		]);
	});

	test.each([
		{ name: "a cut file", value: '[{"title": "Bài', problem: "cắt giữa chừng" },
		{ name: "no list", value: { name: "x", scripts: { a: "b" } }, problem: "danh sách bài" },
		{ name: "an empty list", value: [], problem: "danh sách bài" },
		{ name: "other columns", value: [{ ma: 1 }, { ma: 2 }], problem: "--columns" },
		{ name: "deep objects", value: `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`, problem: "bai.json" },
	])("refuses $name with a remedy", async ({ value, problem }) => {
		await expect(itemsOf(value)).rejects.toThrow(problem);
	});
});
