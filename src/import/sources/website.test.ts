import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportedArticle, UnreadableItem } from "../source.ts";
import { SourceError } from "../source.ts";
import { website } from "./website.ts";

const origin = "https://cu.example";
const page = readFileSync("test/fixtures/import/pages/broadcaster.html", "utf8");
const pages: Readonly<Record<string, string>> = {
	"/sitemap.xml": `<sitemapindex><sitemap><loc>${origin}/tin.xml</loc></sitemap><sitemap><loc>${origin}/vang.xml</loc></sitemap></sitemapindex>`,
	"/tin.xml": `<urlset><url><loc>${origin}/tin/1.html</loc><lastmod>2020-06-30</lastmod></url><url><loc>${origin}/tin/2.html</loc></url><url><loc>${origin}/tin/1.html</loc></url></urlset>`,
	"/vang.xml": "",
	"/vong.xml": `<sitemapindex><sitemap><loc>${origin}/vong.xml</loc></sitemap></sitemapindex>`,
	"/tin/1.html": page,
	"/tin/images/phat-bieu.jpg": "ảnh",
};

const fetch = async (address: string) => {
	const text = pages[address.replace(origin, "")];
	if (text === undefined) throw new SourceError(`404 ${address}`);
	return Buffer.from(text);
};

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "website-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(path: string, options = { fetch }) {
	const items: (ImportedArticle | UnreadableItem)[] = [];
	for await (const item of website.open(path, options).articles()) if (!("record" in item)) items.push(item);
	return items;
}

describe("website", () => {
	test("recognises addresses and lists of addresses", () => {
		const sample = { path: "x.txt", isFolder: false, names: [], head: Buffer.alloc(0) };
		expect(website.recognises({ ...sample, path: "https://cu.example/" })).toBe(1);
		expect(
			website.recognises({ ...sample, head: Buffer.from("# tin\nhttps://cu.example/1\nhttps://cu") }),
		).toBe(0.9);
		expect(website.recognises({ ...sample, head: Buffer.from("Xem https://cu.example/1\nvà nữa") })).toBe(0);
	});

	test("requests nothing without permission", async () => {
		await expect(read(`${origin}/`, {} as { fetch: typeof fetch })).rejects.toThrow("--fetch");
	});

	test.each(["/", "/sitemap.xml"])(
		"reads the pages in the sitemap of %s, each once, and continues after missing ones",
		async (path) => {
			const items = await read(origin + path);
			expect(items).toMatchObject([
				{ position: 1, id: `${origin}/tin/1.html`, title: "Sơ kết phong trào thi đua ở tỉnh" },
				{ position: 2, id: `${origin}/tin/2.html`, unreadable: expect.stringContaining("404") },
			]);
			const [first] = items;
			const bytes = first && "files" in first ? await first.files?.[0]?.read?.() : undefined;
			expect(Buffer.from(bytes ?? []).toString()).toBe("ảnh");
		},
	);

	test("reads one page, and the pages of a list", async () => {
		expect(await read(`${origin}/tin/1.html`)).toHaveLength(1);
		await writeFile(join(directory, "list.txt"), `# bài\r\n${origin}/tin/1.html\r\n${origin}/tin/1.html\r\n`);
		expect(await read(join(directory, "list.txt"))).toHaveLength(1);
	});

	test("does not loop if sitemaps refer to each other", async () => {
		expect(await read(`${origin}/vong.xml`)).toEqual([]);
	});
});
