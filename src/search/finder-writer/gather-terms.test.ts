/** Which files of an index the finder reads for a query, and the results that it gets from these few files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FinderDocument } from "../finder/document.ts";
import type { FinderAnswer, FinderFilters } from "../finder/finder.ts";
import { openFinder } from "../finder/open-finder.ts";
import { loadSecondLook } from "../finder/second-look.ts";
import { writeIndex } from "./write-index.ts";

const directory = mkdtempSync(join(tmpdir(), "finder-gather-"));
afterAll(() => rmSync(directory, { recursive: true }));

function article(
	day: string,
	title: string,
	text: string,
	more: Partial<FinderDocument> = {},
): FinderDocument {
	const address = `/${day.replaceAll("-", "/")}/${title.replaceAll(" ", "-")}.html`;
	return { address, title, date: `${day}T08:00:00+07:00`, lead: "", text, names: [], ...more };
}

const longTitle = "Bà con thôn Đoài góp công sửa lại con đường qua cánh đồng trước mùa mưa lũ";
/** An invented archive of three segments, most of which are closed. */
const articles = [
	article("2012-04-01", longTitle, "Ai có cuốc mang cuốc, ai có xẻng mang xẻng."),
	article("2012-05-01", "Vườn điều Bù Đăng", "Mùa này được giá.", {
		province: { slug: "binh-phuoc", name: "Bình Phước" },
		laterProvinces: ["dong-nai"],
	}),
	article("2012-05-02", "Vườn điều Xuân Lộc", "Mùa này được giá.", {
		province: { slug: "dong-nai", name: "Đồng Nai" },
	}),
	article("2013-04-01", "Chuyện nhà nông", "Máy cày Kubota nằm nghỉ; trâu lại ra đồng."),
	...Array.from({ length: 60 }, (_, number) =>
		article(`20${14 + (number % 12)}-05-1${number % 9}`, `Sổ tay số ${number}`, "Lúa chín vàng cánh đồng."),
	),
	article("2026-03-03", "Mùa nước nổi", "Lúa chín vàng cánh đồng xã bên."),
	article("2026-11-11", "Giữ rừng đầu nguồn", "Tổ tuần tra đi bộ ba ngày."),
].sort((a, b) => (a.date < b.date ? -1 : 1));

let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
	await writeIndex((covers) => articles.filter(({ date }) => covers(date)), "2026-11", directory, [], []);
	const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
	files = new Map(
		entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name))
			.map((file) => [file.slice(directory.length + 1), readFileSync(file)]),
	);
});

interface Asked {
	readonly titles: readonly string[];
	readonly answer: FinderAnswer;
	/** Paths of the buckets that were read. */
	readonly buckets: readonly string[];
}

async function ask(text: string, filters: FinderFilters = {}): Promise<Asked> {
	const paths: string[] = [];
	const finder = openFinder({
		loadSecondLook,
		async read(path) {
			paths.push(path);
			return files.get(path) ?? new Uint8Array();
		},
	});
	const answer = await finder.find({ text, filters, byDate: false, page: 1 });
	expect(answer.failures).toBe(0);
	const buckets = paths.filter((path) => /\/(?:single|pair|filter|main|tail)\//.test(path));
	return { answer, buckets, titles: answer.hits.map(({ title }) => title) };
}

describe("the files that are read", () => {
	test("a title in the index needs six files of the largest segment, and three pairs of the others", async () => {
		const { titles, buckets } = await ask(longTitle);
		expect(titles[0]).toBe(longTitle);
		const of = (folder: string) => buckets.filter((path) => path.startsWith(folder)).length;
		expect(of("closed/")).toBeLessThanOrEqual(6);
		expect(of("2026/")).toBeLessThanOrEqual(3);
		expect(of("2026-11/")).toBeLessThanOrEqual(6);
	});

	test("a smaller segment is searched completely if it has the rarest pair", async () => {
		const { titles } = await ask("lúa chín vàng cánh đồng xã bên");
		expect(titles[0]).toBe("Mùa nước nổi");
	});

	test("words that only the smallest segment has are found", async () => {
		expect((await ask("tổ tuần tra đi bộ")).titles[0]).toBe("Giữ rừng đầu nguồn");
	});

	test("a year leaves out segments without it", async () => {
		const { titles, buckets } = await ask("giữ rừng đầu nguồn", { year: "2026" });
		expect(titles).toEqual(["Giữ rừng đầu nguồn"]);
		expect(buckets.filter((path) => path.startsWith("closed/"))).toEqual([]);
	});
});

describe("the results", () => {
	test("a province's filter also finds the articles of its predecessors, whose own filters find only theirs", async () => {
		const found = async (province: string) => [...(await ask("vườn điều", { province })).titles].sort();
		expect(await found("dong-nai")).toEqual(["Vườn điều Bù Đăng", "Vườn điều Xuân Lộc"]);
		expect(await found("binh-phuoc")).toEqual(["Vườn điều Bù Đăng"]);
	});

	test("a foreign word is found even if the other words never occur with it", async () => {
		const { titles } = await ask("thử máy Kubota trên ruộng bậc thang vùng cao");
		expect(titles[0]).toBe("Chuyện nhà nông");
	});

	test("if nothing matches the whole query, a page of the nearest results is listed", async () => {
		const { answer } = await ask("cánh đồng vàng hoa cải");
		expect(answer.hits).toHaveLength(10);
	});
});
