/** The whole index: writing it, searching it, and searching it with damaged files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FinderDocument, FinderLabel } from "../finder/document.ts";
import type { FinderAnswer, FinderQuery, ReadFile } from "../finder/finder.ts";
import { FinderError } from "../finder/finder.ts";
import { openFinder } from "../finder/open-finder.ts";
import { loadSecondLook } from "../finder/second-look.ts";
import { rewritings } from "../rewritings.ts";
import { writeIndex } from "./write-index.ts";

const scratch = mkdtempSync(join(tmpdir(), "finder-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function article(
	day: string,
	title: string,
	text: string,
	more: Partial<FinderDocument> = {},
): FinderDocument {
	const slug = title.replaceAll(" ", "-");
	return {
		address: `/${day.replaceAll("-", "/")}/${slug}.html`,
		title,
		date: `${day}T08:00:00+07:00`,
		lead: "",
		text,
		names: [],
		...more,
	};
}

const filler = [
	"Bà con trong thôn cùng nhau dọn dẹp đường làng.",
	"Lớp học buổi tối có thêm hai mươi học viên.",
	"Đội bóng của xã chiều nay đá giao hữu.",
	"Chợ phiên họp sớm hơn mọi khi vì trời nắng.",
	"Người già được khám mắt, phát thuốc tại trạm.",
];
const committee = { slug: "ban-dan-van", name: "Ban Dân vận" };
const dongNai = { slug: "dong-nai", name: "Đồng Nai" };

/** An invented archive of three segments. */
const articles: FinderDocument[] = [
	...Array.from({ length: 120 }, (_, number) => {
		const day = `20${10 + (number % 16)}-0${1 + (number % 9)}-1${number % 9}`;
		return article(
			day,
			`Chuyện thường ngày số ${number}`,
			`${filler[number % 5]} ${filler[(number + 2) % 5]}`,
		);
	}),
	article("2018-05-05", "Kho data của tỉnh", "Dữ liệu mở cho mọi người."),
	...["bộ", "bố", "bỏ", "bổ", "bơ", "bờ", "bó", "bồ"].map((word, number) =>
		article(`2018-06-1${number}`, `Chữ ${word}`, `Có ${word} và ${word}.`),
	),
	article("2018-07-01", "Chăn nuôi bò", "Đàn gia súc của thôn."),
	article("2019-05-05", "Đường làng nở hoa", "Con đường làng mới."),
	article("2019-05-06", "Dương lịch treo tường", "Quyển lịch dương làng nào cũng có."),
	article("2020-02-02", "Vườn cà phê trên đồi", "Trồng sầu riêng xen canh."),
	article("2020-02-03", "Nông sản tháng hai", "Giá cả ổn định.", {
		lead: "Trồng sầu riêng xen canh được mùa.",
	}),
	article("2020-02-04", "Trồng sầu riêng xen canh", "Bài viết về cây trồng."),
	article("2021-03-03", "Thăm chiến sĩ", "Riêng anh trồng cây, sầu đâu xen vào; canh chua nấu trong bếp."),
	article("2021-04-04", "Triển khai kế hoạch", "Theo Nghị định 15/2020/NĐ-CP và Kết luận 25-KL/TW."),
	article("2022-06-06", "Phiên họp tháng sáu", "Ủy ban nhân dân huyện bàn việc thu gom rác thải nhựa."),
	article("2022-07-07", "UBND thị trấn trả lời", "Về việc cấp nước sạch."),
	article("2023-08-08", "Gặp gỡ thầy thuốc", "Bác sĩ Lường Thị Khuyên kể chuyện nghề.", { committee }),
	article("2026-03-03", "Thuỷ lợi nội đồng", "Kỹ thuật tưới tiết kiệm.", { province: dongNai }),
	article("2026-11-02", "Hội thi cắm trại", "Ðoàn viên dựng lều bạt rất khéo.", {
		province: dongNai,
		committee,
	}),
	article("2026-11-20", "Lễ hội mừng lúa mới", "Cồng chiêng vang lên ở nhà rông."),
].sort((a, b) => (a.date < b.date ? -1 : 1));
const labels: FinderLabel[] = [
	{ kind: "tag", text: "Dân vận khéo", address: "/tu-khoa/dan-van-kheo/" },
	{ kind: "author", text: "Lường Thị Khuyên", address: "/tac-gia/luong-thi-khuyen/" },
];

async function write(documents: readonly FinderDocument[], name: string): Promise<string> {
	const directory = join(scratch, name);
	const newest = documents.at(-1)?.date ?? "";
	const of = (covers: (date: string) => boolean) => documents.filter(({ date }) => covers(date));
	await writeIndex(of, newest, directory, rewritings, labels);
	return directory;
}

function filesOf(directory: string): Map<string, Buffer> {
	const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
	return new Map(
		entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name))
			.map((file) => [file.slice(directory.length + 1), readFileSync(file)] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

let files: Map<string, Buffer>;
beforeAll(async () => {
	files = filesOf(await write(articles, "index"));
});

function readFrom(source: ReadonlyMap<string, Uint8Array>): ReadFile {
	return async (path) => {
		const bytes = source.get(path);
		if (!bytes) throw new Error(`No ${path}`);
		return bytes;
	};
}

async function ask(text: string, more: Partial<FinderQuery> = {}): Promise<FinderAnswer> {
	const finder = openFinder({ loadSecondLook, read: readFrom(files) });
	const answer = await finder.find({ text, filters: {}, byDate: false, page: 1, ...more });
	expect(answer.failures).toBe(0);
	return answer;
}

async function titles(text: string, more: Partial<FinderQuery> = {}): Promise<string[]> {
	return (await ask(text, more)).hits.map(({ title }) => title);
}

describe("finding", () => {
	test.each([
		["lễ hội mừng lúa", "Lễ hội mừng lúa mới"],
		["le hoi mung lua", "Lễ hội mừng lúa mới"],
		["LỄ HỘI MỪNG LÚA", "Lễ hội mừng lúa mới"],
		["lễ hội mừng lúa".normalize("NFD"), "Lễ hội mừng lúa mới"],
		["thủy lợi", "Thuỷ lợi nội đồng"],
		["kĩ thuật tưới", "Thuỷ lợi nội đồng"],
		["đoàn viên dựng lều", "Hội thi cắm trại"],
		["15/2020/NĐ-CP", "Triển khai kế hoạch"],
		["25-kl/tw", "Triển khai kế hoạch"],
		["kết luận 25", "Triển khai kế hoạch"],
		["leex hooji muwngf", "Lễ hội mừng lúa mới"],
		["le64 ho6i5 mu7ng2", "Lễ hội mừng lúa mới"],
		["khuyên lường thị", "Gặp gỡ thầy thuốc"],
		["UBND huyện bàn việc", "Phiên họp tháng sáu"],
		["ủy ban nhân dân thị trấn", "UBND thị trấn trả lời"],
		["nhà rông", "Lễ hội mừng lúa mới"],
		["khuyên", "Gặp gỡ thầy thuốc"],
	])("%s ranks the right article first", async (text, title) => {
		expect((await titles(text))[0]).toBe(title);
	});

	test("ranks titles above leads, leads above bodies, and the whole phrase above scattered words", async () => {
		expect((await titles("trồng sầu riêng xen canh")).slice(0, 3)).toEqual([
			"Trồng sầu riêng xen canh",
			"Nông sản tháng hai",
			"Vườn cà phê trên đồi",
		]);
	});

	test("ranks exact accents above others, and does not require accents", async () => {
		expect((await titles("đường làng"))[0]).toBe("Đường làng nở hoa");
		expect((await titles("dương làng"))[0]).toBe("Dương lịch treo tường");
		expect((await ask("duong lang")).total).toBe((await ask("đường làng")).total);
	});

	test("finds a misspelt word and says how it was corrected", async () => {
		const { hits, suggestion } = await ask("dọn dẹpp đường làng");
		expect(hits[0]?.title).toMatch("Chuyện thường ngày");
		expect(suggestion?.text).toBe("dọn dẹp đường làng");
		expect(suggestion?.count).toBeGreaterThan(10);
	});

	test("treats the last word as incomplete until a space follows it", async () => {
		expect((await titles("đá giao h"))[0]).toMatch("Chuyện thường ngày");
	});

	test("takes a word literally if the archive has it, even if it could be Telex", async () => {
		const answer = await ask("data");
		expect(answer.understoodAs).toBeUndefined();
		expect(answer.hits[0]?.title).toBe("Kho data của tỉnh");
		expect((await ask("“leex hooji”")).understoodAs).toBeUndefined();
	});

	test("finds only the exact word for a single word with accents, however many others share its letters", async () => {
		for (const word of ["bò", "bộ", "bố", "bỏ", "bổ", "bơ", "bờ", "bó", "bồ"]) {
			const { hits, total } = await ask(word);
			expect([hits[0]?.title, total], word).toEqual([word === "bò" ? "Chăn nuôi bò" : `Chữ ${word}`, 1]);
		}
		expect((await ask("bo")).total).toBeGreaterThanOrEqual(9);
	});

	test("says how it read Telex keys", async () => {
		expect((await ask("leex hooji")).understoodAs).toBe("lễ hội");
	});

	test("filters by year, province and committee", async () => {
		expect(await titles("hội", { filters: { year: "2026" } })).toEqual([
			"Lễ hội mừng lúa mới",
			"Hội thi cắm trại",
		]);
		expect(await titles("tưới tiết kiệm", { filters: { province: "dong-nai" } })).toEqual([
			"Thuỷ lợi nội đồng",
		]);
		expect(await titles("hội thi", { filters: { province: "dong-nai", committee: "ban-dan-van" } })).toEqual([
			"Hội thi cắm trại",
		]);
		expect(await titles("tưới tiết kiệm", { filters: { province: "hue" } })).toEqual([]);
	});

	test("sorts by date and pages through results", async () => {
		const first = await ask("chuyện thường ngày", { byDate: true });
		const dates = first.hits.map(({ date }) => date);
		expect(dates).toEqual([...dates].sort().reverse());
		const second = await ask("chuyện thường ngày", { byDate: true, page: 2 });
		expect(second.hits).toHaveLength(10);
		expect(second.hits[0]?.date.localeCompare(dates.at(-1) ?? "")).toBeLessThanOrEqual(0);
		expect(first.total).toBe(120);
	});

	test("marks found words as they are written in the article", async () => {
		const [hit] = (await ask("hoi thi cam trai")).hits;
		const { start = 0, end } = hit?.marks.title[0] ?? {};
		expect(hit?.title.slice(start, end)).toBe("Hội thi cắm trại");
	});

	test("shows the given documents", async () => {
		const [hit] = (await ask("hội thi cắm trại")).hits;
		expect(hit).toMatchObject({
			address: "/2026/11/02/Hội-thi-cắm-trại.html",
			title: "Hội thi cắm trại",
			date: "2026-11-02T08:00:00+07:00",
			lead: "",
			province: "Đồng Nai",
			committee: "Ban Dân vận",
		});
	});

	test.each(["", "   ", "…", "🙂"])("finds nothing for %j", async (text) => {
		expect(await titles(text)).toEqual([]);
	});

	test("suggests labels by the beginning of a word, and articles", async () => {
		const { suggest } = openFinder({ loadSecondLook, read: readFrom(files) });
		expect(await suggest("khuy")).toContainEqual({
			kind: "author",
			text: "Lường Thị Khuyên",
			address: "/tac-gia/luong-thi-khuyen/",
		});
		expect((await suggest("Dan va")).map(({ text }) => text)).toContain("Dân vận khéo");
		expect((await suggest("lễ hội mừ")).map(({ text }) => text)).toContain("Lễ hội mừng lúa mới");
		expect(await suggest(" ")).toEqual([]);
	});
});

describe("the index", () => {
	test("has the same bytes for the same articles", async () => {
		expect(filesOf(await write(articles, "again"))).toEqual(files);
	});

	test("changes in few files when an article is added", async () => {
		const more = article("2026-11-21", "Tin mới nhất", "Một bài viết vừa đăng về mùa gặt trên cánh đồng.");
		const after = filesOf(await write([...articles, more], "added"));
		const changed = [...after].filter(([path, bytes]) => files.get(path)?.equals(bytes) !== true);
		expect(changed.length).toBeLessThan(20);
		expect(changed.every(([path]) => path.startsWith("2026-11/") || path === "segments.json")).toBe(true);
		expect([...files.keys()].filter((path) => !after.has(path))).toEqual([]);
	});

	test("gives the same results however many articles its newest month has", async () => {
		const month = Array.from({ length: 70 }, (_, number) =>
			article("2026-11-05", `Tin vắn số ${number}`, `Từ khóa riêng thứ ${"abcdefghij"[number % 10]} ở đây.`),
		);
		for (const count of [1, 15, 17, 40, 70]) {
			const source = filesOf(await write(month.slice(0, count), `month-${count}`));
			const { find } = openFinder({ loadSecondLook, read: readFrom(source) });
			const { total, failures } = await find({ text: "từ khóa riêng", filters: {}, byDate: false, page: 1 });
			expect({ total, failures }).toEqual({ total: count, failures: 0 });
		}
	});
});

describe("damaged files", () => {
	const query: FinderQuery = { text: "trồng sầu riêng xen canh", filters: {}, byDate: false, page: 1 };

	test("are recognised, whatever the damage", async () => {
		const whole = (await ask(query.text)).hits.map(({ address }) => address);
		const paths = [...files.keys()].filter((path) => path !== "segments.json");
		const damage = fc.record({
			at: fc.nat(),
			bit: fc.nat(7),
			cut: fc.boolean(),
			paths: fc.subarray(paths, { minLength: 1 }),
		});
		await fc.assert(
			fc.asyncProperty(damage, async ({ at, bit, cut, paths: damaged }) => {
				const source = new Map<string, Uint8Array>(files);
				for (const path of damaged) {
					const bytes = Uint8Array.from(files.get(path) ?? []);
					const place = at % bytes.length;
					if (!cut) bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
					source.set(path, cut ? bytes.subarray(0, place) : bytes);
				}
				const { find } = openFinder({ loadSecondLook, read: readFrom(source) });
				const { hits, failures } = await find(query);
				const known = new Set(articles.map(({ address }) => address));
				expect(hits.every(({ address }) => known.has(address))).toBe(true);
				if (failures === 0) expect(hits.map(({ address }) => address)).toEqual(whole);
			}),
			{ numRuns: 60 },
		);
	});

	test("in another's place are recognised", async () => {
		const source = new Map<string, Uint8Array>(files);
		const pairs = [...files.keys()].filter((path) => path.startsWith("closed/pair/"));
		for (const [index, path] of pairs.entries())
			source.set(path, files.get(pairs[(index + 1) % pairs.length] ?? "") ?? Buffer.alloc(0));
		const { find } = openFinder({ loadSecondLook, read: readFrom(source) });
		expect((await find(query)).failures).toBeGreaterThan(0);
	});

	test("of a former state of the index are requested again without the HTTP cache", async () => {
		const former = filesOf(await write(articles.slice(1), "former"));
		const fresh: string[] = [];
		const read: ReadFile = async (path, _, isFresh) => {
			if (isFresh) fresh.push(path);
			const bytes = (isFresh || path === "segments.json" ? files : former).get(path) ?? files.get(path);
			if (!bytes) throw new Error(path);
			return bytes;
		};
		const { find } = openFinder({ loadSecondLook, read });
		const answer = await find(query);
		expect(answer.failures).toBe(0);
		expect(answer.hits[0]?.title).toBe("Trồng sầu riêng xen canh");
		expect(fresh.length).toBeGreaterThan(0);
	});

	test("end the search with a message if the list of segments is unreadable", async () => {
		const list = files.get("segments.json")?.toString() ?? "";
		for (const broken of [
			"",
			"{}",
			"[1]",
			list.slice(0, -9),
			list.replace('"documents":1', '"documents":2'),
		]) {
			const source = new Map<string, Uint8Array>(files).set("segments.json", Buffer.from(broken));
			const { find } = openFinder({ loadSecondLook, read: readFrom(source) });
			await expect(find(query)).rejects.toThrow(FinderError);
		}
	});

	test("do not prevent results from the other files", async () => {
		const read: ReadFile = async (path) => {
			if (path.startsWith("closed/")) throw new Error("offline");
			return readFrom(files)(path);
		};
		const { find } = openFinder({ loadSecondLook, read });
		const { hits, failures } = await find({ ...query, text: "lễ hội mừng lúa mới" });
		expect(hits[0]?.title).toBe("Lễ hội mừng lúa mới");
		expect(failures).toBeGreaterThan(0);
	});

	test("an aborted search ends with its signal's reason", async () => {
		const { find } = openFinder({ loadSecondLook, read: readFrom(files) });
		const reason = new Error("typed on");
		await expect(find(query, AbortSignal.abort(reason))).rejects.toBe(reason);
	});

	test("an aborted search does not affect another that waits for the same files", async () => {
		const read: ReadFile = (path, signal) =>
			new Promise((resolve, reject) => {
				signal?.addEventListener("abort", () => reject(signal.reason));
				setTimeout(() => readFrom(files)(path).then(resolve, reject), 5);
			});
		const { find } = openFinder({ loadSecondLook, read });
		const typing = new AbortController();
		const first = find(query, typing.signal).catch(() => "given up");
		const second = find(query);
		setTimeout(() => typing.abort(), 8);
		expect((await second).failures).toBe(0);
		expect(await first).toBe("given up");
	});
});
