import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../../../test/support/zip-of.ts";
import type { ImportedArticle, SourceOptions, UnreadableItem } from "../source.ts";
import { SourceError } from "../source.ts";
import { openSource } from "./index.ts";
import { sampleOf } from "./sample.ts";
import { wacz, warc } from "./warc.ts";

const html = readFileSync("test/fixtures/import/pages/broadcaster.html");
const address = "http://dai.example/tin/so-ket.html";

interface TestResponse {
	readonly address?: string;
	readonly date?: string;
	readonly type?: string;
	readonly status?: string;
	readonly headers?: readonly string[];
	readonly body?: Buffer;
	readonly length?: number;
}

function recordOf({
	address: uri = address,
	date = "2024-01-02T00:00:00Z",
	type = "text/html; charset=utf-8",
	status = "200 OK",
	headers = [],
	body = html,
	length,
}: TestResponse = {}): Buffer {
	const head = [`HTTP/1.1 ${status}`, `Content-Type: ${type}`, ...headers, "", ""].join("\r\n");
	const content = Buffer.concat([Buffer.from(head), body]);
	return Buffer.concat([
		Buffer.from(
			`WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: ${date}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length ?? content.length}\r\n\r\n`,
		),
		content,
		Buffer.from("\r\n\r\n"),
	]);
}

const info = Buffer.from("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\na: b\n\r\n\r\n");
const picture = recordOf({
	address: "http://dai.example/tin/images/phat-bieu.jpg",
	type: "image/jpeg",
	body: Buffer.from("ảnh"),
});

function resourceOf(uri: string, type: string, body: Buffer): Buffer {
	const head = `WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2024-01-02T00:00:00Z\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`;
	return Buffer.concat([Buffer.from(head), body, Buffer.from("\r\n\r\n")]);
}

const resourcePicture = resourceOf(
	"http://dai.example/tin/images/phat-bieu.jpg",
	"image/jpeg",
	Buffer.from("ảnh"),
);

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "warc-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(bytes: Buffer, form = warc, options: SourceOptions = {}) {
	const path = join(directory, "x.warc");
	await writeFile(path, bytes);
	const items: (ImportedArticle | UnreadableItem)[] = [];
	for await (const item of form.open(path, options).articles()) if (!("record" in item)) items.push(item);
	return items;
}

const whole = Buffer.concat([info, recordOf(), picture]);

describe.each([
	{ name: "WARC", bytes: whole, form: warc },
	{
		name: "compressed WARC",
		bytes: Buffer.concat([info, recordOf(), picture].map((part) => gzipSync(part))),
		form: warc,
	},
	{
		name: "WACZ",
		bytes: zipOf([
			{ name: "archive/data.warc.gz", bytes: gzipSync(whole) },
			{ name: "datapackage.json", text: "{}" },
		]),
		form: wacz,
	},
	{
		name: "WACZ whose names say nothing of the compression",
		bytes: zipOf([
			{
				name: "archive/data.warc",
				bytes: Buffer.concat([info, recordOf(), picture].map((part) => gzipSync(part))),
			},
			{ name: "datapackage.json", text: "{}" },
		]),
		form: wacz,
	},
	{
		name: "WARC of resources without their answers",
		bytes: Buffer.concat([info, resourceOf(address, "text/html; charset=utf-8", html), resourcePicture]),
		form: warc,
	},
])("$name", ({ bytes, form }) => {
	test("is recognised by its content", async () => {
		const path = join(directory, "x");
		await writeFile(path, bytes);
		expect(form.recognises(await sampleOf(path))).toBeGreaterThan(0.8);
	});

	test("yields pages with their addresses and with the archive's pictures", async () => {
		const [article, ...others] = await read(bytes, form);
		expect(others).toEqual([]);
		expect(article).toMatchObject({
			id: address,
			title: "Sơ kết phong trào thi đua ở tỉnh",
			formerAddresses: [address],
		});
		const file = article && "files" in article ? article.files?.[0] : undefined;
		expect(Buffer.from((await file?.read?.()) ?? []).toString()).toBe("ảnh");
	});
});

describe("warc", () => {
	test.each([
		{ name: "gzip", headers: ["Content-Encoding: gzip"], body: gzipSync(html) },
		{ name: "Brotli", headers: ["Content-Encoding: br"], body: brotliCompressSync(html) },
		{ name: "a header that lies about gzip", headers: ["Content-Encoding: gzip"], body: html },
		{
			name: "chunks",
			headers: ["Transfer-Encoding: chunked"],
			body: Buffer.concat([
				Buffer.from("a\r\n"),
				html.subarray(0, 10),
				Buffer.from(`\r\n${(html.length - 10).toString(16)};x=1\r\n`),
				html.subarray(10),
				Buffer.from("\r\n0\r\n\r\n"),
			]),
		},
		{ name: "chunks that were undone", headers: ["Transfer-Encoding: chunked"], body: html },
	])("undoes $name", async ({ headers, body }) => {
		expect(await read(recordOf({ headers, body }))).toMatchObject([
			{ title: "Sơ kết phong trào thi đua ở tỉnh" },
		]);
	});

	test("uses only the latest capture of an address that is a page, wherever it is in the archive", async () => {
		const later = Buffer.from(html.toString().replaceAll("Sơ kết phong trào", "Tổng kết phong trào"));
		const bytes = Buffer.concat([
			recordOf({ date: "2025-01-02T00:00:00Z", body: later }),
			recordOf(),
			recordOf({ date: "2025-03-02T00:00:00Z", status: "404 Not Found" }),
			recordOf({ address: "http://dai.example/x.css", type: "text/css", body: Buffer.from("p{}") }),
		]);
		expect(await read(bytes)).toMatchObject([{ title: "Tổng kết phong trào thi đua ở tỉnh" }]);
	});

	test("reads a file up to a broken record and reports the place", async () => {
		expect(
			await read(Buffer.concat([info, recordOf(), recordOf({ address: `${address}?2` }).subarray(0, 500)])),
		).toMatchObject([
			{ position: 1, title: expect.any(String) },
			{ position: 2, id: "x.warc", unreadable: expect.stringContaining("sau bản ghi 2") },
		]);
	});

	test.each([
		{ name: "plain", pack: (bytes: Buffer) => bytes },
		{ name: "compressed", pack: (bytes: Buffer) => gzipSync(bytes) },
	])("rejects an ARC archive and names its format, $name", async ({ pack }) => {
		const bytes = pack(
			Buffer.from(
				"filedesc://cu.arc 0.0.0.0 20070102030405 text/plain 70\n1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n\nhttp://dai.example/ 10.0.0.1 20070102030405 text/html 40\nHTTP/1.0 200 OK\n\n<html><body>Tin</body></html>\n",
			),
		);
		const path = join(directory, "cu.arc");
		await writeFile(path, bytes);
		const source = await openSource(path, {});
		await expect(async () => {
			for await (const _ of source.articles());
		}).rejects.toThrow("kho lưu ARC kiểu cũ");
	});

	test("rejects a file that is not an archive, and a missing one", async () => {
		await expect(read(Buffer.from("không phải"))).rejects.toThrow(SourceError);
		await expect(read(recordOf({ length: 10 ** 14 }))).rejects.toThrow("không phải tệp WARC");
		await expect(async () => {
			for await (const _ of warc.open(join(directory, "vắng.warc"), {}).articles());
		}).rejects.toThrow("Không tìm thấy");
	});

	test("rejects a compression bomb and continues with the next page", async () => {
		const bomb = gzipSync(Buffer.alloc(140_000_000));
		const bytes = Buffer.concat([
			recordOf({ address: "http://dai.example/bom.html", headers: ["Content-Encoding: gzip"], body: bomb }),
			recordOf(),
		]);
		expect(await read(bytes)).toMatchObject([
			{ id: "http://dai.example/bom.html", unreadable: expect.stringContaining("không giải được") },
			{ id: address },
		]);
	});

	test("tells of pages that were only visited again", async () => {
		const again = (uri: string) =>
			Buffer.from(
				`WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: ${uri}\r\nContent-Length: 2\r\n\r\nab\r\n\r\n`,
			);
		const missing = "http://dai.example/tin/2.html";
		const bytes = Buffer.concat([
			recordOf(),
			again(address),
			again(missing),
			again("http://dai.example/a.css"),
		]);
		expect(await read(bytes)).toMatchObject([
			{ id: address },
			{ unreadable: expect.stringContaining(`1 trang chỉ có bản ghi “revisit”`) },
		]);
	});

	test("reports a WACZ without archives", async () => {
		await expect(read(zipOf([{ name: "a.txt", text: "x" }]), wacz)).rejects.toThrow("không có tệp WARC");
	});
});
