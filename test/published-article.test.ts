/** Checks the files that publishing one article writes against the table in docs/changes.md, row by row. */
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { strings } from "../src/build/strings.ts";
import { type Progress, silentProgress } from "../src/model/progress.ts";
import { openFinder } from "../src/search/finder/open-finder.ts";
import { loadSecondLook } from "../src/search/finder/second-look.ts";
import { fixtureDirectory, PortalCopy, smallArticle } from "./support/fixture.ts";

const article = "2026/11/20-tin-trua";

/** By row number: the addresses that the row means in this test, without digests. */
const expected: Readonly<Record<string, readonly string[]>> = {
	"1": [
		"/2026/11/20/tin-trua.html",
		"/anh/2026/11/20-tin-trua/anh-240.png",
		"/anh/2026/11/20-tin-trua/anh-240.webp",
		"/tep/2026/11/20-tin-trua/so-lieu.csv",
	],
	"2": ["/2026/11/20/sang-nay.html", "/2026/11/18/doi-ngay.html", "/2026/11/15/phong-su-anh.html"],
	"3": ["/2018/03/05/tin-ngan.html", "/api/2018/03.json", "/api/2018/03/05.json"],
	"4": ["/2026/11/20/", "/2026/11/", "/2026/", "/luu-tru/"],
	"5": ["/", "/404.html"],
	"6": [
		"/tin-moi/",
		"/tu-khoa/nong-thon-moi/",
		"/tu-khoa/dan-van-kheo/",
		"/tac-gia/ly-van-thu/",
		"/ban/ban-tuyen-giao-va-dan-van-dong-nai/",
		"/tinh/dong-nai/",
	],
	"7": ["/tin-moi/3.html", "/tu-khoa/nong-thon-moi/3.html"],
	"8": [
		"/",
		"/tu-khoa/nong-thon-moi/",
		"/tu-khoa/dan-van-kheo/",
		"/ban/ban-tuyen-giao-va-dan-van-dong-nai/",
		"/tinh/dong-nai/",
	].flatMap((landing) => [`${landing}atom.xml`, `${landing}feed.json`]),
	"9": ["/sitemap-2026-11.xml", "/sitemap.xml", "/sitemap-tin-moi.xml"],
	"10": ["/api/2026/11/20.json", "/api/2026/11.json", "/api/index.json", "/api/"],
	"11": ["/pagefind/2026-11/"],
	"12": ["/tim-kiem/chi-muc/2026-11/", "/tim-kiem/chi-muc/segments.json"],
	"13": ["/doc-ngoai-tuyen/2026-11.json", "/doc-ngoai-tuyen/2018-03.json"],
	"14": ["/manifest.json"],
};

/** The row numbers of the table, which are its first cells. */
function documentedRows(): string[] {
	const text = readFileSync("docs/changes.md", "utf8");
	const [, section = ""] = text.split("\n## A published article\n");
	const [table = ""] = section.split("\nWhere it begins something");
	return [...table.matchAll(/^\| (\d+) \|/gm)].map(([, number = ""]) => number);
}

test("the table in docs/changes.md has these rows", () => {
	expect(documentedRows()).toEqual(Object.keys(expected));
});

test("a new article changes the files in the table, and no others", async () => {
	const portal = new PortalCopy();
	for (let number = 1; number <= 42; number++) {
		const day = new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
		const [file, text] = smallArticle(day, `so-${number}`, `Bài số ${number}`);
		portal.write(file, text.replace("author: ly-van-thu", "author: chua-viet-bai\ntags: [Nông thôn mới]"));
	}
	portal.edit(
		"articles/2018/03/05-tin-ngan.md",
		"author: ly-van-thu",
		`author: ly-van-thu\nrelated: [${article}]`,
	);
	const [file, text] = smallArticle("2026-11-20", "tin-trua", "Tin buổi trưa", "11:00");
	const fields = [
		"draft: true",
		"tags: [Nông thôn mới, Dân vận khéo]",
		"province: dong-nai",
		"committee: ban-tuyen-giao-va-dan-van-dong-nai",
		"image: { src: 20-tin-trua/anh.png, alt: Bông lúa }",
		"attachments: [{ file: 20-tin-trua/so-lieu.csv, title: Số liệu }]",
		"author:",
	];
	portal.write(file, text.replace("author:", fields.join("\n")));
	portal.write(`articles/${article}/so-lieu.csv`, "1,2\n");
	mkdirSync(join(portal.content, "articles", article), { recursive: true });
	cpSync(
		join(fixtureDirectory, "articles/2026/11/02-gia-lua/lua.png"),
		join(portal.content, "articles", article, "anh.png"),
	);
	const options = { ...portal.options, search: true };
	await buildPortal(options);
	const manifest = readFileSync(join(portal.output, "manifest.json"), "utf8");

	portal.edit(file, "draft: true\n", "");
	const { report, problems } = await buildPortal(options);
	expect(problems).toEqual([]);
	const written = [...(report?.added ?? []), ...(report?.changed ?? [])].map((address) =>
		address
			.replace(/\.[0-9a-f]{8}(?=[-.])/, "")
			.replace(/^(\/(?:pagefind|tim-kiem\/chi-muc)\/[^/]+\/).*/, "$1"),
	);
	expect(readFileSync(join(portal.output, "manifest.json"), "utf8")).not.toBe(manifest);
	expect([...new Set([...written, "/manifest.json"])].sort()).toEqual(Object.values(expected).flat().sort());
	expect(report?.removed.filter((address) => !address.startsWith("/pagefind/2026-11/"))).toEqual([]);

	// A reader's comment changes only the article's page, its API document, its search entries and the month's page list.
	const id = "a".repeat(12);
	portal.write(
		`comments/${article}.yml`,
		`comments:\n  - id: ${id}\n    date: 2026-11-20T12:00:00+07:00\n    name: Trần Thị Bưởi\n    text: Mong có đê quai vạc.\n`,
	);
	const commented = (await buildPortal(options)).report;
	const touched = [...(commented?.added ?? []), ...(commented?.changed ?? [])].map((address) =>
		address.replace(/^(\/(?:pagefind|tim-kiem\/chi-muc)\/[^/]+\/).*/, "$1"),
	);
	expect([...new Set(touched)].sort()).toEqual([
		"/2026/11/20/tin-trua.html",
		"/api/2026/11/20.json",
		"/doc-ngoai-tuyen/2026-11.json",
		"/pagefind/2026-11/",
		"/tim-kiem/chi-muc/2026-11/",
	]);
	const { articles } = JSON.parse(readFileSync(join(portal.output, "api/2026/11/20.json"), "utf8"));
	expect(articles.flatMap((each: { readerComments?: object[] }) => each.readerComments ?? [])).toEqual([
		{ id, date: "2026-11-20T12:00:00+07:00", name: "Trần Thị Bưởi", text: "Mong có đê quai vạc." },
	]);
	const read = async (path: string) => readFileSync(join(portal.output, "tim-kiem/chi-muc", path));
	const { find } = openFinder({ loadSecondLook, read });
	const foundFor = async (text: string) =>
		(await find({ text, filters: {}, byDate: false, page: 1 })).hits.map(({ address }) => address);
	expect(await foundFor("đê quai vạc")).toEqual(["/2026/11/20/tin-trua.html"]);
});

test("an edit of an old article renders only the pages that it changes, and no other page of later months", async () => {
	const portal = new PortalCopy();
	const old = smallArticle("2026-03-10", "cu", "Tin đã cũ");
	portal.write(...old);
	for (let number = 1; number <= 40; number++) {
		const day = new Date(Date.UTC(2026, 3, number)).toISOString().slice(0, 10);
		portal.write(...smallArticle(day, `so-${number}`, `Bài số ${number}`));
	}
	await buildPortal(portal.options);
	portal.edit(old[0], "Nội dung của", "Nội dung đã sửa của");
	let rendered = 0;
	const progress: Progress = {
		...silentProgress,
		start(label, total) {
			if (label === strings.rendering) rendered += total;
		},
	};
	const { report } = await buildPortal({ ...portal.options, progress });
	expect(report?.changed).toContain("/2026/03/10/cu.html");
	expect(rendered).toBeLessThan(10);
});
