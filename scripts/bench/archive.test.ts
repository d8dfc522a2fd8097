import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPortal } from "../../src/content/index.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { archiveArticles, archiveNow, articleFile, changingArchive, makeArchive } from "./archive.ts";

const options = { articles: 200, seed: 7 };
const now = asIsoDateTime(archiveNow);
const work = mkdtempSync(join(tmpdir(), "archive-"));
const directory = join(work, "content");

function digestOf(folder: string): string {
	const digest = createHash("sha256");
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
		join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
	)) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		digest.update(file.slice(folder.length)).update(readFileSync(file));
	}
	return digest.digest("hex");
}

beforeAll(async () => {
	await makeArchive(directory, options);
});
afterAll(() => rmSync(work, { recursive: true }));

describe("makeArchive", () => {
	test("makes valid content of the requested size", async () => {
		const { portal, problems } = await readPortal({ directory, now });
		expect(problems).toEqual([]);
		expect(portal?.articles).toHaveLength(200);
		expect(portal?.authors.size).toBe(200);
		expect(portal?.committees.size).toBe(20);
		expect(portal?.tags.size).toBe(400);
	});

	test("spreads the articles over the years from 2008 to 2026, oldest first", () => {
		const dates = [...archiveArticles(options)].map(({ fields }) => fields.date);
		expect(dates).toEqual([...dates].sort());
		expect(new Set(dates.map((date) => date.slice(0, 4))).size).toBe(19);
		expect(dates.at(0)).toMatch(/^2008-01-01/);
		expect(dates.at(-1)).toMatch(/^2026-/);
	});

	test("gives each article a unique name, also with many on one day", () => {
		const ids = new Set<string>();
		let count = 0;
		const text = { title: "Bài cùng tên", summary: "Một.", body: "Nội dung." };
		for (const { id } of archiveArticles({ articles: 2_000_000, seed: 1, texts: [text, text, text] })) {
			ids.add(id);
			if (++count === 300) break;
		}
		expect(ids.size).toBe(300);
	});

	test("writes bodies of about 4 kB", () => {
		const sizes = [...archiveArticles(options)].map(({ body }) => Buffer.byteLength(body));
		expect(Math.min(...sizes)).toBeGreaterThan(3800);
		expect(Math.max(...sizes)).toBeLessThan(5500);
	});

	test("makes the same bytes for the same parameters, and different ones for another seed", async () => {
		const again = join(work, "again");
		await makeArchive(again, options);
		expect(digestOf(again)).toBe(digestOf(directory));
		await makeArchive(again, { ...options, seed: 8 });
		expect(digestOf(again)).not.toBe(digestOf(directory));
	});

	test("keeps an existing archive, and makes it again after an unfinished change", async () => {
		expect(await makeArchive(directory, options)).toEqual({ made: false });
		const broken = changingArchive(directory, options, async (changes) => {
			await changes.publish();
			throw new Error("killed");
		});
		await expect(broken).rejects.toThrow("killed");
		expect(await makeArchive(directory, options)).toEqual({ made: true });
	});

	test("uses given texts in turn, with different titles the second time", () => {
		const texts = [
			{ title: "Bài thứ nhất", summary: "Một.", body: "Nội dung một." },
			{ title: "Bài thứ hai", summary: "Hai.", body: "Nội dung hai." },
		];
		const titles = [...archiveArticles({ articles: 3, seed: 1, texts })].map(({ fields }) => fields.title);
		expect(titles).toEqual(["Bài thứ nhất", "Bài thứ hai", "Bài thứ nhất (kỳ 2)"]);
	});
});

describe("changingArchive", () => {
	test("adds the newest article, edits one in the middle, and restores everything", async () => {
		const before = digestOf(directory);
		await changingArchive(directory, options, async (changes) => {
			const published = [await changes.publish(), await changes.publish()];
			const edited = await changes.edit();
			const { portal, problems } = await readPortal({ directory, now });
			expect(problems).toEqual([]);
			expect(portal?.articles.slice(-2).map(({ id }) => id)).toEqual(published.map(({ id }) => id));
			expect(portal?.articles[100]?.title).toBe(edited.fields.title);
			expect(readFileSync(articleFile(directory, edited.id), "utf8")).toContain(edited.fields.title);
		});
		expect(digestOf(directory)).toBe(before);
	});
});
