/** What the pages of a small portal show. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../../test/support/content-folder.ts";
import { readPortal } from "../../content/index.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import { everyOutput, planPortal } from "./plan.ts";

const lines = (...text: readonly string[]) => `${text.join("\n")}\n`;

/** An article that is named by its number, at eight on its day. */
function article(path: string, ...fields: readonly string[]): [string, string] {
	const [, year, month, day, number] = /^(\d+)\/(\d+)\/(\d+)-(.+)$/.exec(path) ?? [];
	const text = articleText([
		`title: Bài ${number}`,
		`date: ${year}-${month}-${day}T08:00:00+07:00`,
		...fields,
	]);
	return [`articles/${path}.md`, text];
}

const page = (...fields: readonly string[]) => lines("---", ...fields, "---", "Nội dung.");

const withdrawn = ["withdrawn:", "  date: 2026-11-15T08:00:00+07:00", "  reason: Sai"];
const picture = ["image:", "  src: /media/anh.png", "  alt: Ảnh"];

const folder = {
	...soundFolder,
	"media/anh.png": readFileSync("test/fixtures/portal/media/banner.png"),
	"committees/ban-dan-van.yml": lines(
		"name: Ban Dân vận",
		"kind: mass-mobilisation",
		"level: province",
		"province: dong-nai",
		"formerNames:",
		"  - name: Ban Dân vận cũ",
		"    shortName: BDV",
		"    until: 2020-01-01",
	),
	"committees/ban-cu.yml": lines("name: Ban Cũ", "kind: other", "level: province", "successor: ban-dan-van"),
	"committees/ban-tre.yml": lines("name: Ban Trẻ", "kind: other", "level: province"),
	"authors/binh.yml": lines("name: Lê Bình", "photo: /media/anh.png"),
	"tags/dan-van.yml": lines("name: Dân vận", "synonyms: [Công tác dân vận]"),
	"events/hoi-thi.yml": lines("name: Hội thi", "image:", "  src: /media/anh.png", "  alt: Ảnh"),
	"events/hoi-trai.yml": lines("name: Hội trại", "since: 2026-10-01"),
	"events/hoi-sach.yml": lines("name: Hội sách", "since: 2026-11-01"),
	"units/ban.yml": lines("name: Lãnh đạo Ban", "order: 1"),
	"units/van-phong.yml": lines("name: Văn phòng", "order: 2"),
	"units/phong-tin.yml": lines("name: Phòng Tin", "parent: van-phong"),
	"units/phong-anh.yml": lines("name: Phòng Ảnh", "parent: van-phong"),
	"people/an.yml": lines(
		"name: Nguyễn Văn An",
		"posts:",
		"  - title: Trưởng Ban",
		"    unit: ban",
		"    from: 2024-01-01",
		"  - title: Chánh Văn phòng",
		"    unit: van-phong",
		"    until: 2023-12-31",
	),
	"people/binh.yml": lines(
		"name: Lê Bình",
		"portrait: /media/anh.png",
		"posts:",
		"  - title: Trưởng phòng",
		"    unit: phong-tin",
		"    order: 2",
		"  - title: Phó Trưởng Ban",
		"    unit: ban",
		"    order: 1",
		"  - title: Phó Chánh Văn phòng",
		"    unit: van-phong",
		"    from: 2026-12-01",
	),
	"people/cuc.yml": lines(
		"name: Trần Cúc",
		"posts:",
		"  - title: Phóng viên",
		"    unit: phong-tin",
		"    order: 1",
	),
	...Object.fromEntries(
		["09", "16", "23"].map((day) => [
			`schedules/2026-11-${day}.yml`,
			lines(`week: 2026-11-${day}`, "items:", `  - date: 2026-11-${day}`, `    what: Họp ngày ${day}`),
		]),
	),
	...Object.fromEntries(
		[
			[
				"1-kh-tu-2024",
				"number: 1-KH/TU",
				"date: 2024-03-01",
				"kind: plan",
				"expires: 2025-01-01",
				"subject: Tuyên giáo",
			],
			["2-qd-tu-2025", "number: 2-QĐ/TU", "date: 2025-03-01", "kind: decision"],
			["3-qd-tu-2026", "number: 3-QĐ/TU", "date: 2026-03-01", "kind: decision", "replaces: [2-qd-tu-2025]"],
			[
				"4-kh-tu-2026",
				"number: 4-KH/TU",
				"date: 2026-03-01",
				"kind: plan",
				"amends: [3-qd-tu-2026]",
				"effective: 2027-01-01",
			],
		].map(([id, ...fields]) => [
			`official-documents/${id}.yml`,
			lines(...fields, "summary: Công việc của năm", "issuer: Tỉnh ủy"),
		]),
	),
	"pages/about.md": page("title: About", "translationOf: lien-he"),
	"pages/lien-he.md": page("title: Liên hệ"),
	"pages/news.md": page("title: News", "translationOf: 2026/11/08-9"),
	...Object.fromEntries([
		article("2016/05/02-1", "committee: ban-cu", "province: binh-phuoc", "tags: [Dân vận]"),
		article("2025/12/30-2", "committee: ban-dan-van", "province: dong-nai", ...picture),
		article(
			"2026/10/05-3",
			"author: binh",
			"tags: [Dân vận]",
			"event: hoi-thi",
			"formerAddresses: [/cu/3.html, /index.php?id=3]",
		),
		article("2026/11/01-4", "committee: ban-dan-van", ...picture),
		article("2026/11/01-5", ...withdrawn),
		article("2026/11/01-6", "committee: ban-tre", "tags: [Dân vận]"),
		article("2026/11/03-7", ...withdrawn),
		article("2026/11/07-8", "committee: ban-dan-van", "featured: true", "expires: 2026-11-09T00:00:00+07:00"),
		article("2026/11/08-9", "committee: ban-dan-van", "featured: true", "related: [2026/11/01-6]"),
		article("2026/11/09-10", "author: [binh, nguyen-van-an]", "committee: ban-tre", "featured: true"),
		article("2026/11/10-11", "event: hoi-thi", "updated: 2026-11-12T08:00:00+07:00"),
		article("2026/11/11-12", "tags: [Dân vận]"),
		article("2026/11/12-13", "committee: ban-tre"),
	]),
};

/** What the file at each address shows: what has a title, by that. */
async function shownPages(): Promise<ReadonlyMap<string, unknown>> {
	const directory = writeContentFolder(folder);
	const { portal, problems } = await readPortal({
		directory,
		now: asIsoDateTime("2026-11-20T12:00:00+07:00"),
	});
	expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
	if (!portal) throw new Error("no portal");
	const share = (src: string) => ({ src: asUrlPath(src), width: 1200, height: 630 });
	const prepared = { src: asUrlPath("/anh/1.png"), width: 600, height: 400, variants: [] };
	const files = {
		pictures: new Map([["media/anh.png", prepared]]),
		attachments: new Map(),
		shareCards: new Map([
			["", share("/anh/the.png")],
			["ban-tre", share("/anh/tre.png")],
		]),
	};
	const outputs = everyOutput(planPortal(portal, files, { search: true }));
	return new Map(outputs.map(({ address, view }) => [address, wordsOf(view())]));
}

/**
 * Articles, links and official documents by their titles, pictures by their addresses; without digests of bodies, and
 * without days and months that have no articles.
 */
function wordsOf(value: unknown): unknown {
	if (Array.isArray(value))
		return value.map(wordsOf).filter((each) => (each as { count?: number }).count !== 0);
	if (value === null || typeof value !== "object") return value;
	const { title, label, number, src, body, ...others } = value as Readonly<Record<string, unknown>>;
	const name = title ?? label ?? number;
	if ("address" in others && name !== undefined && !("people" in others)) return name;
	if ("variants" in others) return src;
	const fields = { ...value, ...(body !== undefined && { body: "…" }) };
	return Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, wordsOf(each)]));
}

test("each page shows what belongs there", async () => {
	// One line for each page. Compare whatever differs with the portal above.
	const pages = JSON.parse(readFileSync("test/fixtures/small-portal-pages.json", "utf8"));
	const shown = await shownPages();
	expect(Object.fromEntries(Object.keys(pages).map((address) => [address, shown.get(address)]))).toEqual(
		pages,
	);
});
