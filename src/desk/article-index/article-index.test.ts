import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { readSpellingGroups } from "../../search/finder/spelling-groups.ts";
import { readSought } from "../../search/lists/sought-text.ts";
import { rewritings } from "../../search/rewritings.ts";
import { slugify } from "../../text/index.ts";
import { ArticleIndex } from "./article-index.ts";
import type { EntryIndex, EntryStatus, IndexQuery } from "./entry-index.ts";
import { factsOf } from "./facts.ts";
import { readIndexFile, writeIndexFile } from "./index-file.ts";
import { SmallIndex } from "./small-index.ts";

const published: EntryStatus = { state: "published", isPublished: true };

interface Written {
	readonly title: string;
	readonly date?: string;
	readonly lead?: string;
	readonly tags?: readonly string[];
	readonly body?: string;
}

function add(index: EntryIndex, id: string, written: Written, status = published): void {
	const { title, date = "2026-11-20T08:00:00+07:00", lead = "Sapo", tags = [], body = "" } = written;
	const lines = [
		`title: ${JSON.stringify(title)}`,
		`date: ${date}`,
		"author: nguyen-van-an",
		"committee: ban-a",
	];
	const text = `---\n${lines.join("\n")}\nsummary: ${lead}\ntags: ${JSON.stringify(tags)}\n---\n${body}\n`;
	index.set(id, factsOf(`articles/${id}.md`, Buffer.from(text)), status);
}

const spellings = readSpellingGroups([...rewritings, ["XDĐ", "xây dựng Đảng"]]);

function ids(index: EntryIndex, { q = "", ...query }: Partial<IndexQuery> & { q?: string }): string[] {
	const sought = readSought(q, spellings);
	return index
		.find({ ...(!sought && { sort: "-date" }), limit: 50, sought, ...query })
		.entries.map(({ id }) => id);
}

const articles: readonly (readonly [string, Written])[] = [
	["2026/11/20-a", { title: "Hội nghị dân vận khéo năm 2026" }],
	["2026/11/20-b", { title: "Tổng kết phong trào", tags: ["Dân vận khéo"] }],
	["2026/11/20-c", { title: "Khéo tay hay làm", body: "Người dân vận động nhau làm đường, rất khéo." }],
	["2026/11/20-d", { title: "Mái ngói mới", lead: "Mai ngói ở bản Pa Lin" }],
	["2026/11/20-e", { title: "Hoi nghi khong dau", date: "2026-11-21T08:00:00+07:00" }],
];

function sample(): ArticleIndex {
	const index = new ArticleIndex();
	for (const [id, written] of articles) add(index, id, written);
	return index;
}

test("published articles of a later date count as scheduled", () => {
	const index = sample();
	const now = Date.parse("2026-11-21T00:00:00+07:00");
	expect(ids(index, { state: "scheduled", now })).toEqual(["2026/11/20-e"]);
	expect(ids(index, { state: "scheduled" })).toEqual([]);
});

describe("a search", () => {
	test.each([
		["dan van kheo", ["2026/11/20-a", "2026/11/20-b", "2026/11/20-c"]],
		["mai ngoi", ["2026/11/20-d"]],
		["MÁI NGÓI", ["2026/11/20-d"]],
		["hội nghị", ["2026/11/20-a", "2026/11/20-e"]],
		["hội ngh", ["2026/11/20-a", "2026/11/20-e"]],
		["pa lin", ["2026/11/20-d"]],
		["không có đâu", []],
		["", ["2026/11/20-e", "2026/11/20-d", "2026/11/20-c", "2026/11/20-b", "2026/11/20-a"]],
		["***", []],
	])("for “%s” ranks the best article first", (q, expected) => {
		expect(ids(sample(), { q })).toEqual(expected);
	});

	test("is sorted by what is asked for", () => {
		const sorts = (["-date", "date", "title"] as const).map((sort) => ids(sample(), { q: "khéo", sort }));
		const [a, b, c] = ["2026/11/20-a", "2026/11/20-b", "2026/11/20-c"];
		expect(sorts).toEqual([
			[c, b, a],
			[a, b, c],
			[a, c, b],
		]);
	});

	test("finds an article by its newest text only", () => {
		const index = sample();
		add(index, "2026/11/20-d", { title: "Cầu mới qua suối" });
		expect(ids(index, { q: "mai ngoi" })).toEqual([]);
		expect(ids(index, { q: "cau moi" })).toEqual(["2026/11/20-d"]);
		index.delete("2026/11/20-d");
		expect(ids(index, { q: "cau moi" })).toEqual([]);
		expect(index.size).toBe(4);
	});
});

describe("people's habits find the same", () => {
	const titles = {
		people: "Ủy ban nhân dân xã họp phiên cuối năm",
		shortPeople: "UBND phường tiếp công dân",
		front: "Ủy ban Mặt trận Tổ quốc thăm hộ nghèo",
		central: "Học tập văn bản của Trung ương",
		shortCentral: "Đoàn công tác Ban Dân vận T.Ư",
		conclusion: "Thực hiện Kết luận số 24-KL/TW",
		directive: "Chỉ thị 43-CT/TW tới từng chi bộ",
		disease: "Tiêm phòng Covid-19",
		skilful: "Mô hình dân vận khéo",
		line: "Đường dây nóng 0912 345 678",
		landline: "Trực ban (0260) 3.862.111",
		building: "Chuyên mục xây dựng Đảng",
		thousands: "Hỗ trợ 4.200 hộ",
	} as const;
	const indexes = [new ArticleIndex(), new SmallIndex()] as const;
	for (const index of indexes) {
		for (const [id, title] of Object.entries(titles)) add(index, id, { title, lead: "" });
	}

	test.each<[readonly string[], readonly (keyof typeof titles)[]]>([
		[
			["UBND", "ubnd", "U.B.N.D", "ủy ban nhân dân", "uỷ ban nhân dân", "uy ban nhan dan"],
			["people", "shortPeople"],
		],
		[["UBMTTQ", "ủy ban mttq", "Ủy ban Mặt trận Tổ quốc"], ["front"]],
		[
			["TW", "T.Ư", "TƯ", "trung ương", "trung uong"],
			["central", "conclusion", "directive", "shortCentral"],
		],
		[["43ct/tw", "chỉ thị 43", "43-CT/TƯ", "ct 43"], ["directive"]],
		[["kết luận 24", "24kl/tw", "KL 24", "kết luận số 24"], ["conclusion"]],
		[["covid19", "COVID-19", "covid 19", "covid"], ["disease"]],
		[["danvankheo", "#dânvậnkhéo", "daan vaajn kheos", "dan van khe", "dânvậnkhéo "], ["skilful"]],
		[["0912345678", "0912 345 678", "0912.345.678", "+84 912345678", "0912 345"], ["line"]],
		[["02603862111", "0260 3862 111", "0260.3862.111"], ["landline"]],
		[["XDĐ", "xdd", "xây dựng đảng"], ["building"]],
		[["4200", "4.200"], ["thousands"]],
	])("%j", (queries, expected) => {
		for (const index of indexes)
			for (const q of queries) expect([q, ids(index, { q }).sort()]).toEqual([q, expected]);
	});

	test("a spelling side by side in the title comes before its words apart", () => {
		const index = new ArticleIndex();
		add(index, "apart", {
			title: "Dân góp ý, ban quản lý nhân đó ủy thác",
			date: "2026-11-21T08:00:00+07:00",
		});
		add(index, "beside", { title: "Phiên họp Ủy ban nhân dân" });
		add(index, "other", { title: "Ủy thác, ban, nhân danh, TWitter" });
		expect(ids(index, { q: "trung ương" })).toEqual(ids(index, { q: "TW" }));
		for (const q of ["ubnd", "ủy ban nhân dân"]) expect(ids(index, { q })).toEqual(["beside", "apart"]);
	});
});

test("knows which articles refer to a file or an article", () => {
	const index = sample();
	const body = "Xem [bài](/2026/11/20/a.html) và ![ảnh](/media/bia.jpg) cùng ![ảnh](20-f/x.png).";
	add(index, "2026/11/20-f", { title: "Bài dẫn", body });
	expect(index.referring("2026/11/20-a")).toEqual(["2026/11/20-f"]);
	expect(index.referring("media/bia.jpg")).toEqual(["2026/11/20-f"]);
	expect(index.referring("articles/2026/11/20-f/x.png")).toEqual(["2026/11/20-f"]);
});

test("sorts by the Vietnamese alphabet", () => {
	const index = new ArticleIndex();
	for (const title of ["Đường về bản", "Em bé vùng cao", "Ân tình", "Dòng sông quê", "An cư"]) {
		add(index, slugify(title), { title });
	}
	const titles = index.find({ sort: "title", limit: 10 }).entries.map(({ facts }) => facts.title);
	expect(titles).toEqual(["An cư", "Ân tình", "Dòng sông quê", "Đường về bản", "Em bé vùng cao"]);
});

test("continues after the last entry of a page while entries are added and removed", () => {
	const index = new ArticleIndex();
	for (let at = 10; at < 40; at++)
		add(index, `bai-${at}`, { title: "Bài", date: `2026-10-${at - 9}T08:00:00+07:00` });
	const first = index.find({ sort: "-date", limit: 10 });
	add(index, "moi", { title: "Mới" });
	index.delete("bai-35");
	const second = index.find({ sort: "-date", limit: 10, cursor: first.cursor ?? "" });
	expect(second.entries[0]?.id).toBe("bai-29");
	expect(index.find({ sort: "-date", limit: 10, cursor: "vô nghĩa" }).entries).toHaveLength(10);
});

test("answers like a scan of all entries, whatever was changed in any order", () => {
	const words = fc.constantFrom("hội", "hoi", "nghị", "dân", "vận", "đường", "mới", "Huế");
	const article = fc.record({
		title: fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(" ")),
		date: fc
			.integer({ min: 1, max: 28 })
			.map((day) => `2026-0${1 + (day % 9)}-${String(day).padStart(2, "0")}T08:00:00+07:00`),
		tags: fc.array(words, { maxLength: 2 }),
	});
	const status = fc.constantFrom<EntryStatus>(published, {
		state: "review",
		isPublished: false,
		owner: "an",
	});
	const step = fc.tuple(fc.nat(30), fc.option(article), status);
	const queries: Partial<IndexQuery>[] = [
		{},
		{ state: "pending" },
		{ state: "published", author: "nguyen-van-an" },
		{ owner: "an", committee: "ban-a" },
		{ tag: "hoi" },
		{ year: "2026-03" },
		{ year: "2025" },
		{ province: "hue" },
	];
	fc.assert(
		fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
			const fast = new ArticleIndex();
			const plain = new SmallIndex();
			for (const [number, written, state] of steps) {
				const id = `bai-${number}`;
				for (const index of [fast, plain]) {
					if (written) add(index, id, written, state);
					else index.delete(id);
				}
			}
			const again = new ArticleIndex(fast.parts);
			for (const query of queries) {
				const wanted = ids(plain, { ...query, limit: 100 }).sort();
				expect(ids(fast, { ...query, limit: 100 }).sort()).toEqual(wanted);
				expect(ids(again, { ...query, limit: 100 }).sort()).toEqual(wanted);
			}
			expect(new Map([...again.tags()].sort())).toEqual(new Map([...plain.tags()].sort()));
		}),
		{ numRuns: 30 },
	);
});

describe("the file of an index", () => {
	function file(): string {
		const directory = mkdtempSync(join(tmpdir(), "index-"));
		onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
		return join(directory, "articles");
	}

	test("restores the index with its derived data", async () => {
		const path = file();
		await writeIndexFile(path, "commit", sample().parts);
		const read = await readIndexFile(path);
		expect(read?.stamp).toBe("commit");
		expect(ids(new ArticleIndex(read?.parts), { q: "dan van kheo" })).toHaveLength(3);
	});

	test("is ignored if it was truncated or changed", async () => {
		const path = file();
		await writeIndexFile(path, "commit", sample().parts);
		truncateSync(path, 3000);
		expect(await readIndexFile(path)).toBeUndefined();
		writeFileSync(path, "x");
		expect(await readIndexFile(path)).toBeUndefined();
		expect(await readIndexFile(`${path}-none`)).toBeUndefined();
	});
});
