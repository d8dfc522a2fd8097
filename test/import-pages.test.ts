/** Pages as plain text, imported into the articles that a careful person would type from them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocument, readPortal } from "../src/content/index.ts";
import { toTcvn3 } from "../src/import/encodings/tcvn3.ts";
import { escapeParagraph } from "../src/import/escape-markdown.ts";
import { importArticles, openSource } from "../src/import/index.ts";
import type { ReportEntry } from "../src/import/report.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { silentProgress } from "../src/model/progress.ts";

/** What of a page becomes what, by line numbers, so that a real page's text stays where it is. */
interface Expectation {
	readonly title: number;
	readonly date: string;
	readonly lead?: number;
	/** The mark of its source at the head of the lead. */
	readonly mark?: string;
	/** Paragraphs and captions in order; a caption of two lines names both, a list its stories. */
	readonly body: readonly (
		| {
				readonly p: number;
				readonly without?: number;
				readonly from?: string;
				readonly mended?: readonly [string, string];
		  }
		| { readonly caption: readonly number[]; readonly until?: string }
		| { readonly list: readonly (readonly number[])[] }
	)[];
	readonly author: number;
	/** What parts the name from the organisation. */
	readonly parted?: readonly [string, string];
	readonly keywords?: number;
	readonly views?: string;
	/** Lines of furniture. */
	readonly leftOut: readonly number[];
	readonly province?: string;
}

const fixtures = "test/fixtures/import/text";
const own: Readonly<Record<string, Expectation>> = {
	"ban-dan-van.txt": {
		title: 3,
		date: "2018-07-12T00:00:00+07:00",
		lead: 5,
		body: [{ p: 7, without: 5 }, { caption: [9] }, { p: 11 }, { caption: [13] }, { p: 15 }],
		author: 17,
		leftOut: [19],
	},
	"bao-tinh.txt": {
		title: 1,
		date: "2020-07-14T14:01:00+07:00",
		lead: 8,
		mark: "(BĐVA)- ",
		body: [
			{ caption: [12] },
			{ p: 14 },
			{ p: 16 },
			{ caption: [20] },
			{ p: 22 },
			{
				list: [
					[24, 25],
					[27, 28],
					[30, 31],
				],
			},
		],
		author: 34,
		keywords: 10,
		leftOut: [38, 39],
		province: "bac-giang",
	},
	"cong-huyen.txt": {
		title: 5,
		date: "2021-09-11T00:00:00+07:00",
		body: [{ p: 8 }, { p: 12 }, { p: 14 }],
		author: 16,
		parted: [" (", ")"],
		leftOut: [1, 3, 17, 18, 19, 20, 21],
	},
	"dai-tinh.txt": {
		title: 1,
		date: "2020-06-30T16:45:14+07:00",
		views: "1328",
		lead: 6,
		body: [
			{ p: 8 },
			{ p: 10 },
			{ caption: [12], until: "Phát biểu kết luận," },
			{ p: 12, from: "Phát biểu kết luận," },
			{ p: 14 },
		],
		author: 16,
		parted: [" (", ")"],
		leftOut: [18, 20, 22, 23],
	},
	"cong-tinh.txt": {
		title: 2,
		date: "2024-04-14T00:00:00+07:00",
		body: [
			{ caption: [4] },
			{ p: 6 },
			{ p: 8 },
			{ p: 10, mended: [";v", "; v"] },
			{ caption: [13, 14] },
			{ p: 16 },
			{ caption: [19, 20] },
			{ p: 22 },
		],
		author: 24,
		parted: [", ", ""],
		leftOut: [30, 32, 34],
		province: "binh-phuoc",
	},
};

// Real pages for local tests only; nothing of them may be copied into the project.
const seeds = "../shared/seeds";
const real: Readonly<Record<string, Expectation>> = {
	"000_": {
		title: 3,
		date: "2017-07-13T00:00:00+07:00",
		lead: 5,
		body: [{ p: 7, without: 5 }, { caption: [9] }, { p: 11 }, { caption: [13] }, { p: 15 }],
		author: 17,
		leftOut: [19],
	},
	"001_": {
		title: 1,
		date: "2020-07-14T14:01:00+07:00",
		lead: 8,
		mark: "(BGĐT)- ",
		body: [
			{ caption: [12] },
			...[14, 16, 18, 20, 22].map((p) => ({ p })),
			{ caption: [26] },
			...[28, 30, 32, 34, 36, 38].map((p) => ({ p })),
			{
				list: [
					[40, 41],
					[43, 44],
					[46, 47],
					[49, 50],
				],
			},
		],
		author: 53,
		keywords: 10,
		leftOut: [57, 58],
		province: "bac-giang",
	},
	"002_": {
		title: 5,
		date: "2021-09-11T00:00:00+07:00",
		body: [8, 12, 14, 16, 18, 20].map((p) => ({ p })),
		author: 22,
		parted: [" (", ")"],
		leftOut: [1, 3, 23, 24, 25, 26, 27],
	},
	"003_": {
		title: 1,
		date: "2020-06-30T16:45:14+07:00",
		views: "328",
		lead: 6,
		body: [
			{ p: 8 },
			{ p: 10 },
			{ p: 12 },
			{ caption: [14], until: "Phát biểu" },
			{ p: 14, from: "Phát biểu" },
			{ p: 16 },
		],
		author: 18,
		parted: [" (", ")"],
		leftOut: [20, 22, 24, 25],
	},
	"004_": {
		title: 2,
		date: "2024-04-14T00:00:00+07:00",
		body: [
			{ caption: [4] },
			{ p: 6 },
			{ p: 8 },
			{ p: 10 },
			{ p: 12 },
			{ p: 14, mended: [";v", "; v"] },
			{ caption: [17, 18] },
			{ p: 20 },
			{ p: 22 },
			{ caption: [25, 26] },
			{ p: 28 },
			{ p: 30 },
		],
		author: 32,
		parted: [", ", ""],
		leftOut: [48, 50, 52],
		province: "binh-phuoc",
	},
};

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "import-pages-"));
});
afterAll(() => rm(directory, { recursive: true }));

let runs = 0;

/** Imports a page from a file of those bytes into a portal of its own. */
async function importPage(bytes: string | Uint8Array) {
	runs += 1;
	const page = join(directory, `${runs}.txt`);
	const content = join(directory, `${runs}`);
	await writeFile(page, bytes);
	const entries: ReportEntry[] = [];
	await importArticles([await openSource(page, {})], {
		directory: content,
		progress: silentProgress,
		sink: { add: async (entry) => void entries.push(entry) },
	});
	const { portal, problems } = await readPortal({
		directory: content,
		now: asIsoDateTime("2026-11-22T00:00:00+07:00"),
	});
	expect(problems).toEqual([]);
	const [article] = portal?.articles ?? [];
	if (!article) throw new Error("no article");
	const { document } = readDocument(article.file, readFileSync(join(content, article.file)));
	const author = portal?.authors.get(article.author[0] ?? ("" as never));
	const notes = entries.flatMap((entry) => entry.notes);
	return { article, author, body: document?.body.trim() ?? "", notes };
}

/** The lines of a page, trimmed and in NFC, counted from one. */
function linesOf(text: string): (number: number) => string {
	const lines = text.normalize("NFC").split("\n");
	return (number) => (lines[number - 1] ?? "").replace(/\s+/g, " ").trim();
}

function expectedBody({ body, lead, mark = "" }: Expectation, line: (number: number) => string): string {
	return body
		.map((part) => {
			if ("list" in part)
				return part.list
					.map((story) => `- ${story.map(line).map(escapeParagraph).join("\\\n  ")}`)
					.join("\n");
			if ("caption" in part) {
				const text = part.caption.map(line).join(" ");
				return `*${escapeParagraph(part.until === undefined ? text : text.slice(0, text.indexOf(part.until)))}*`;
			}
			const text = part.mended ? line(part.p).replace(...part.mended) : line(part.p);
			if (part.from !== undefined) return escapeParagraph(text.slice(text.indexOf(part.from)));
			const cut = part.without === undefined ? 0 : line(lead ?? 0).length - mark.length;
			return escapeParagraph(text.slice(cut).trim());
		})
		.join("\n\n");
}

type Imported = Awaited<ReturnType<typeof importPage>>;

function expectArticle(
	{ article, author, body, notes }: Imported,
	expected: Expectation,
	line: (number: number) => string,
): void {
	const { parted, mark } = expected;
	const byLine = line(expected.author);
	const [open = "", close = ""] = parted ?? [];
	const at = parted ? byLine.indexOf(open) : byLine.length;
	expect(article.title).toBe(line(expected.title));
	expect(article.date).toBe(expected.date);
	expect(article.summary).toBe(
		expected.lead === undefined ? undefined : line(expected.lead).slice(mark?.length ?? 0),
	);
	expect(article.source?.name).toBe(mark?.replace(/[^\p{L}]/gu, ""));
	expect(author?.name).toBe(byLine.slice(0, at));
	expect(author?.organisation).toBe(
		parted ? byLine.slice(at + open.length, byLine.length - close.length) : undefined,
	);
	const keywords = expected.keywords === undefined ? [] : line(expected.keywords).split(";");
	expect(article.tags).toEqual(keywords.map((keyword) => keyword.trim()));
	expect(article.province).toBe(expected.province);
	expect(body).toBe(expectedBody(expected, line));
	const furniture = notes.find(({ kind }) => kind === "furniture")?.detail.split(" | ") ?? [];
	expect(furniture).toEqual(expected.leftOut.map(line));
	expect(notes.find(({ kind }) => kind === "views")?.detail).toBe(expected.views);
}

describe("a page of text", () => {
	test.each(Object.entries(own))(
		"becomes the article that a careful person would type: %s",
		async (name, expected) => {
			const text = readFileSync(join(fixtures, name), "utf8");
			expectArticle(await importPage(text), expected, linesOf(text));
		},
	);

	test.each(Object.entries(own))(
		"does so with other line ends and in another Unicode form: %s",
		async (name, expected) => {
			const text = readFileSync(join(fixtures, name), "utf8");
			expectArticle(
				await importPage(text.normalize("NFD").replaceAll("\n", "\r\n")),
				expected,
				linesOf(text),
			);
		},
	);

	test("does so from TCVN3, but for capitals that it does not have", async () => {
		const text = readFileSync(join(fixtures, "cong-huyen.txt"), "utf8");
		const { body, author } = await importPage(Buffer.from(toTcvn3(text), "latin1"));
		const expected = expectedBody(own["cong-huyen.txt"] as Expectation, linesOf(text));
		expect(body.toLowerCase()).toBe(expected.toLowerCase());
		expect(author?.name).toBe("Tô Văn Chèo");
	});

	const layout = readFileSync(join(fixtures, "cong-tinh.txt"), "utf8");
	const dateOf = async (line: string) =>
		(await importPage(layout.replace("Chủ Nhật, 14/4/2024", line))).article.date;

	test.each([
		["Thứ 5 Ngày 12/07/2018", "2018-07-12T00:00:00+07:00"],
		["Cập nhật: 14:01 | 14/07/2020", "2020-07-14T14:01:00+07:00"],
		["Ngày cập nhật 11/09/2021", "2021-09-11T00:00:00+07:00"],
		["Thứ 3, 30.06.2020 | 16:45:14", "2020-06-30T16:45:14+07:00"],
		["Đăng lúc 7 giờ 05, ngày 2 tháng 3 năm 2022", "2022-03-02T07:05:00+07:00"],
	])("is dated by “%s”", async (line, moment) => {
		expect(await dateOf(line)).toBe(moment);
	});

	test("with a weekday that contradicts its date leaves a doubt", async () => {
		const { notes } = await importPage(layout.replace("Chủ Nhật", "Thứ Hai"));
		expect(notes).toContainEqual(expect.objectContaining({ kind: "wrongWeekday" }));
	});

	test("without an author is nobody's, and loses nothing else", async () => {
		const text = layout.replace(/^Hà Thị Nắng.*$/m, "");
		const { author, body } = await importPage(text);
		expect(author?.name).toBe("Khuyết danh");
		expect(body).toBe(expectedBody(own["cong-tinh.txt"] as Expectation, linesOf(layout)));
	});

	test("without a lead has none, and with three captions all of them", async () => {
		const text = readFileSync(join(fixtures, "ban-dan-van.txt"), "utf8").replace(
			/^Sáng ngày 11[^\n]*\n\n/m,
			"",
		);
		const { article, body } = await importPage(
			text.replace("Văn phòng –", "Các đại biểu xem sổ việc dân\n\nVăn phòng –"),
		);
		expect(article.summary).toBeUndefined();
		expect(body.match(/^\*.+\*$/gm)).toHaveLength(3);
	});
});

const suite = existsSync(seeds) ? describe : describe.skip;

suite(`a real page of text (skipped where ${seeds} is absent)`, () => {
	test.each(Object.entries(real))(
		"becomes the article that a careful person would type: %s",
		async (prefix, expected) => {
			const name = readdirSync(seeds).find((each) => each.startsWith(prefix)) ?? "";
			const text = readFileSync(join(seeds, name), "utf8");
			expectArticle(await importPage(text), expected, linesOf(text));
		},
	);
});
