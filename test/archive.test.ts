/** The archive as a ZIP: its content, its links, and that its bytes depend only on the portal's content. */
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { join as joinPath } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { readManifest, scopeOfYear, verifyArchive } from "../src/archive/index.ts";
import type { ArchivePortalOptions } from "../src/build/archives/archive-portal.ts";
import { sha256 as digestOf } from "../src/disk/digest.ts";
import { asIsoDateTime, type IsoDay, type Slug } from "../src/model/ids.ts";
import { makeTestArchive } from "./support/archive.ts";
import { buildSite } from "./support/build-site.ts";
import { fixtureDirectory, PortalCopy, smallArticle, temporaryFolder } from "./support/fixture.ts";
import { filesInZip, unzip } from "./support/unzip.ts";

const pdf = "articles/2017/07/13-hoi-nghi-dan-van-kheo/bao-cao.pdf";

/** A portal, and a folder for its archives. */
class Archives {
	readonly portal = new PortalCopy();
	readonly folder = temporaryFolder();

	at(name: string): string {
		return join(this.folder, name);
	}

	async make(name: string, more: Partial<ArchivePortalOptions> = {}) {
		const { contentDirectory, cacheDirectory, now } = this.portal.options;
		const output = this.at(name);
		const scope = {};
		const result = await makeTestArchive({
			contentDirectory,
			cacheDirectory,
			now,
			scope,
			pictures: "scaled",
			output,
			...more,
		});
		return { ...result, output, files: await filesInZip(output) };
	}
}

function textIn(files: ReadonlyMap<string, Buffer>, path: string): string {
	return files.get(path)?.toString("utf8") ?? "";
}

/** Addresses in an archive's pages that lead to no file or anchor in it, or that need a server. */
function brokenLinks(files: ReadonlyMap<string, Buffer>): string[] {
	const broken: string[] = [];
	const ids = new Map<string, Set<string>>();
	const idsIn = (path: string) => {
		const known =
			ids.get(path) ?? new Set([...textIn(files, path).matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id));
		ids.set(path, known);
		return known;
	};
	for (const [path, bytes] of files) {
		if (!path.endsWith(".html")) continue;
		for (const [, address = ""] of bytes.toString("utf8").matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
			if (/^(?:https?|mailto|tel):/.test(address)) continue;
			const [, file = "", , anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(address) ?? [];
			const target = file === "" ? path : joinPath(dirname(path), file);
			const isThere = !file.startsWith("/") && files.has(target);
			if (!isThere || (anchor && !idsIn(target).has(anchor))) broken.push(`${path}: ${address}`);
		}
	}
	return broken;
}

describe("an archive", () => {
	test("contains every article whole, and each link leads to an existing file and anchor", async () => {
		const archives = new Archives();
		const { files, articles } = await archives.make("kho.zip");
		expect(brokenLinks(files)).toEqual([]);
		expect(articles).toBe(12);
		const july = textIn(files, "tin/2017-07.html");
		expect(july).toMatch(/<article id="b13-[0-9a-z]+"/);
		expect(july).toContain("Dân vận khéo");
		for (const path of ["index.html", "muc-luc.html", "tim-kiem.html", "da-rut.html", "nam/2026.html"])
			expect([...files.keys()]).toContain(path);
		for (const [path, bytes] of files) {
			if (!path.endsWith(".html")) continue;
			const text = bytes.toString("utf8");
			expect(text).not.toMatch(/type="module"|\bfetch\(|localStorage|(?:href|src|action)="\//);
			const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
			expect(new Set(ids).size, path).toBe(ids.length);
		}
	});

	test("has file names that Windows and FAT accept below a reader's folder, and lists them with digests for standard tools", async () => {
		const archives = new Archives();
		const { portal } = archives;
		const long = "mot-ten-rat-dai-".repeat(7).slice(0, -1);
		const attachments = [
			"CON.pdf",
			"con.PDF",
			"nul .pdf",
			"Cái gì * thế <này> “a|b”.pdf",
			`${"Ủy ban ".repeat(16)}.pdf`,
			"báo cáo.. .pdf",
		];
		for (const name of attachments) portal.write(`articles/2025/08/20-tep-la/${name}`, `%PDF-1.4 ${name}`);
		const listed = attachments.map((name) => `{ title: Tệp, file: ${JSON.stringify(`20-tep-la/${name}`)} }`);
		const [path, text] = smallArticle("2025-08-20", "tep-la", "Bài kèm tệp có tên lạ");
		const more = `event: nul\ncommittee: aux\ntags: [CON, Con mèo]\nattachments: [${listed.join(", ")}]`;
		portal.write(path, text.replace("---\n", `---\n${more}\n`));
		portal.write("events/nul.yml", "name: Sự kiện\n");
		portal.write("committees/aux.yml", "name: Ban Một\nkind: front\nlevel: province\nprovince: dong-nai\n");
		for (const id of ["com1", long]) portal.write(`units/${id}.yml`, `name: Đơn vị ${id}\n`);
		for (const id of ["prn", `${long}-nua`]) portal.write(`pages/${id}.md`, "---\ntitle: Trang\n---\nChữ.\n");
		const { output, files } = await archives.make("kho.zip");
		expect(brokenLinks(files)).toEqual([]);
		expect([...files.keys()].filter((name) => name.startsWith("tep/")).length).toBeGreaterThan(5);
		const inFolder = new Map<string, number>();
		for (const name of files.keys()) {
			// `C:\Users\<20 characters>\Downloads\<60 characters>\` leaves 160 of 260 characters.
			expect(name.length).toBeLessThan(100);
			expect(name).toMatch(/^[\w./-]+$/);
			for (const part of name.split("/"))
				expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|^\.|[. ]$/i);
			inFolder.set(dirname(name), (inFolder.get(dirname(name)) ?? 0) + 1);
		}
		// The root of a FAT16 stick has 512 entries, of which a long name takes several.
		expect(inFolder.get(".")).toBeLessThan(100);
		const lowered = [...files.keys()].map((name) => name.toLowerCase());
		expect(new Set(lowered).size).toBe(lowered.length);
		expect(await verifyArchive(output)).toMatchObject({ missing: [], altered: [], extra: [] });
		expect(textIn(files, "SHA256SUMS")).toMatch(/^(?:[0-9a-f]{64} {2}[^\n]+\n)+$/);
		expect(textIn(files, "HUONG-DAN.txt")).toContain("\r\n");
	});

	test("has the same bytes in any time zone and whatever the times of its source files", async () => {
		const archives = new Archives();
		const zone = process.env.TZ;
		try {
			process.env.TZ = "Pacific/Auckland";
			await archives.make("mot.zip");
			process.env.TZ = "America/Los_Angeles";
			utimesSync(join(archives.portal.content, "articles/2018/03/05-tin-ngan.md"), 1, 1);
			await archives.make("hai.zip", { now: asIsoDateTime("2026-11-20T13:00:00+07:00") });
		} finally {
			process.env.TZ = zone;
			if (zone === undefined) delete process.env.TZ;
		}
		expect(readFileSync(archives.at("hai.zip")).equals(readFileSync(archives.at("mot.zip")))).toBe(true);
	});

	test("of a past year does not change when newer articles are published", async () => {
		const archives = new Archives();
		await archives.make("mot.zip", { scope: scopeOfYear("2025") });
		archives.portal.write(...smallArticle("2026-11-19", "tin-them", "Một tin thêm vào"));
		await archives.make("hai.zip", { scope: scopeOfYear("2025") });
		expect(readFileSync(archives.at("hai.zip")).equals(readFileSync(archives.at("mot.zip")))).toBe(true);
	});

	test("of a period marks links that lead out of it, with their address", async () => {
		const archives = new Archives();
		const [path, text] = smallArticle("2025-08-20", "dan-lai", "Bài dẫn lại bài cũ");
		archives.portal.write(
			path,
			`${text}\n[Bài năm 2018](/2018/03/05/tin-ngan.html) và [cùng năm](/2025/08/15/cau-ngoi.html).\n`,
		);
		const { files } = await archives.make("kho.zip", { scope: scopeOfYear("2025") });
		const month = textIn(files, "tin/2025-08.html");
		expect(month).toMatch(
			/<a href="https:\/\/[^"]+\/2018\/03\/05\/tin-ngan\.html" rel="external noopener">Bài năm 2018<\/a> <span class="outside">\(ngoài kho này: https:[^<]+\/2018\/03\/05\/tin-ngan\.html\)/,
		);
		expect(month).toMatch(/<a href="2025-08\.html#b15-[0-9a-z]+">cùng năm<\/a>/);
		expect(brokenLinks(files)).toEqual([]);
		expect([...files.keys()].some((name) => name.startsWith("tin/2018"))).toBe(false);
	});

	test("has the official documents of its period, the events of its articles, and the office as it was then", async () => {
		const archives = new Archives();
		const { portal } = archives;
		const [path, text] = smallArticle("2025-08-20", "mua-lu", "Bài của sự kiện");
		portal.write(path, text.replace("---\n", "---\nevent: mua-lu\n"));
		const document = (number: string, date: string, more = "") =>
			`number: ${number}\nkind: plan\ndate: ${date}\nsummary: Phòng, chống lũ\nissuer: Ban Biên tập\n${more}`;
		portal.write("media/ke-hoach.pdf", readFileSync(join(fixtureDirectory, pdf), "latin1"));
		portal.write(
			"official-documents/cu.yml",
			document("40-KH/BBT", "2025-09-01", "files:\n  - file: /media/ke-hoach.pdf\n"),
		);
		portal.write("official-documents/moi.yml", document("41-KH/BBT", "2026-02-03", "replaces: [cu]\n"));
		portal.write("events/mua-lu.yml", "name: Mùa lũ năm 2025\n");
		portal.write("events/khac.yml", "name: Sự kiện khác\n");
		portal.write("units/van-phong.yml", "name: Văn phòng\n");
		const person = (name: string, days: string) =>
			`name: ${name}\nposts:\n  - title: Chánh Văn phòng\n    unit: van-phong\n    ${days}\n`;
		portal.write("people/cu.yml", person("Lê Thị Hòa", "until: 2026-01-31"));
		portal.write("people/moi.yml", person("Trần Văn Bình", "from: 2026-02-01"));
		const { files } = await archives.make("kho.zip", { scope: scopeOfYear("2025") });
		expect(brokenLinks(files)).toEqual([]);
		const year = textIn(files, "van-ban/nam-2025.html");
		expect(year).toContain(
			'<article id="vb-cu" class="official-document-page"><header><h2>Kế hoạch số 40-KH/BBT',
		);
		// What replaced it later is outside, and says so.
		expect(year).toMatch(
			/Kế hoạch số 41-KH\/BBT<\/a> <span class="outside">\(ngoài kho này: [^<]+moi\.html\)/,
		);
		expect(year).not.toContain("van-ban/loai");
		const [, file = ""] = /href="\.\.\/(tep\/[^"]+\.pdf)" download/.exec(year) ?? [];
		expect(files.get(file)?.subarray(0, 5).toString()).toBe("%PDF-");
		expect([...files.keys()]).not.toContain("van-ban/nam-2026.html");
		expect(textIn(files, "su-kien/mua-lu.html")).toContain("Bài của sự kiện");
		expect(textIn(files, "tin/2025-08.html")).toContain('href="../su-kien/mua-lu.html"');
		expect([...files.keys()]).not.toContain("su-kien/khac.html");
		const unit = textIn(files, "to-chuc/van-phong.html");
		expect(unit).toContain("Lê Thị Hòa");
		expect(unit).not.toMatch(/Trần Văn Bình|Lịch sử đơn vị/);
		const later = await archives.make("sau.zip", {
			scope: scopeOfYear("2025"),
			now: asIsoDateTime("2027-03-01T08:00:00+07:00"),
		});
		expect(readFileSync(later.output).equals(readFileSync(archives.at("kho.zip")))).toBe(true);
		const ofOne = await archives.make("ban.zip", { scope: { committee: "ban-dan-van-binh-phuoc" as Slug } });
		expect([...ofOne.files.keys()].filter((name) => name.startsWith("van-ban"))).toEqual([]);
	});

	test("has what readers wrote about an article", async () => {
		const archives = new Archives();
		archives.portal.write(
			"comments/2018/03/05-tin-ngan.yml",
			"comments:\n" +
				"  - id: abcdefghij01\n    date: 2018-03-06T08:00:00+07:00\n    name: Đoàn Thị Đào\n    text: Tin rất vui\n" +
				"  - id: abcdefghij02\n    date: 2018-03-07T08:00:00+07:00\n    name: Bùi Văn Tám\n    text: Đúng <b>vậy</b>\n",
		);
		const { files } = await archives.make("kho.zip");
		const [, comments = ""] =
			/<section class="discussion">(.*?)<\/section>/s.exec(textIn(files, "tin/2018-03.html")) ?? [];
		expect(comments.match(/<b>[^<]+<\/b>|<p class="discussion-text">[^/]+/g)).toEqual([
			"<b>Bùi Văn Tám</b>",
			'<p class="discussion-text">Đúng &lt;b&gt;vậy&lt;',
			"<b>Đoàn Thị Đào</b>",
			'<p class="discussion-text">Tin rất vui<',
		]);
		expect(comments).not.toMatch(/<button|<form/);
	});

	test("and a book have the official documents of a large year by month, titled so", async () => {
		const archives = new Archives();
		for (let number = 1; number <= 201; number++)
			archives.portal.write(
				`official-documents/so-${number}.yml`,
				`number: ${number}-CV/BBT\nkind: plan\ndate: 2025-${number % 2 === 0 ? "03" : "12"}-05\nsummary: Việc số ${number}\nissuer: Ban Biên tập\n`,
			);
		const scope = scopeOfYear("2025");
		const { files } = await archives.make("kho.zip", { scope });
		const book = await archives.make("sach.epub", { scope, form: "epub" });
		for (const [month, name] of [
			["2025-03", "Văn bản tháng 3/2025"],
			["2025-12", "Văn bản tháng 12/2025"],
		] as const) {
			const page = textIn(files, `van-ban/nam-${month}.html`);
			expect(page).toContain(`<title>${name} – `);
			expect(page).toContain(`<h1>${name}</h1>`);
			expect(textIn(book.files, `sach/van-ban/nam-${month}.xhtml`)).toContain(`<h1>${name}</h1>`);
			expect(textIn(book.files, "sach/muc-luc.xhtml")).toContain(`>${name}</a>`);
		}
		expect(brokenLinks(files)).toEqual([]);
	});

	test("of a committee or a province contains only its articles", async () => {
		const archives = new Archives();
		const one = await archives.make("ban.zip", { scope: { committee: "ban-dan-van-binh-phuoc" as Slug } });
		expect(one.articles).toBeGreaterThan(0);
		expect(one.articles).toBeLessThan(12);
		expect(brokenLinks(one.files)).toEqual([]);
		// Bình Phước was merged into Đồng Nai.
		const province = await archives.make("tinh.zip", { scope: { province: "dong-nai" as Slug } });
		const former = await archives.make("tinh-cu.zip", { scope: { province: "binh-phuoc" as Slug } });
		expect(province.articles).toBeGreaterThan(former.articles);
		await expect(archives.make("khong.zip", { scope: scopeOfYear("1999") })).rejects.toThrow(
			"Không có bài nào",
		);
	});

	test("without pictures says so in place of each", async () => {
		const archives = new Archives();
		const { files } = await archives.make("kho.zip", { pictures: "none" });
		expect([...files.keys()].filter((name) => name.startsWith("anh/"))).toEqual([]);
		expect(textIn(files, "tin/2017-07.html")).toContain('class="no-picture">[Ảnh không kèm theo kho này');
		expect(brokenLinks(files)).toEqual([]);
	});

	test("splits a large month by days, and can cover a single day", async () => {
		const archives = new Archives();
		for (let number = 0; number < 201; number++) {
			const day = String(1 + (number % 28)).padStart(2, "0");
			archives.portal.write(...smallArticle(`2024-05-${day}`, `tin-${number}`, `Tin nhỏ số ${number}`));
		}
		const { files } = await archives.make("kho.zip", { scope: scopeOfYear("2024") });
		expect(brokenLinks(files)).toEqual([]);
		expect([...files.keys()].filter((name) => name.startsWith("tin/2024-05-"))).toHaveLength(28);
		expect(textIn(files, "tin/2024-05.html")).toMatch(/href="2024-05-03\.html#b03-[0-9a-z]+"/);
		expect(textIn(files, "kho/chi-muc.js")).toContain('"monthsByDay":["2024-05"]');
		const day = "2024-05-03" as IsoDay;
		const ofDay = await archives.make("ngay.zip", { scope: { from: day, to: day }, pictures: "none" });
		expect(textIn(ofDay.files, "index.html")).toContain("<h1>Thứ Sáu, 03/05/2024</h1>");
	});
});

describe("a copy", () => {
	test("with a missing, changed or additional file is recognised as damaged", async () => {
		const archives = new Archives();
		const { output } = await archives.make("kho.zip");
		const copy = archives.at("kho");
		await unzip(output, copy);
		expect(await verifyArchive(copy)).toMatchObject({ missing: [], altered: [], extra: [] });
		writeFileSync(join(copy, "index.html"), "khác");
		rmSync(join(copy, "muc-luc.html"));
		writeFileSync(join(copy, "la.txt"), "");
		expect(await verifyArchive(copy)).toMatchObject({
			missing: ["muc-luc.html"],
			altered: ["index.html"],
			extra: ["la.txt"],
		});
		const bytes = readFileSync(output);
		bytes.fill(0, 4000, 4050);
		writeFileSync(archives.at("hong.zip"), bytes);
		const { altered } = await verifyArchive(archives.at("hong.zip"));
		expect(altered.length).toBeGreaterThan(0);
		await expect(verifyArchive(archives.portal.content)).rejects.toThrow("không phải là kho tin");
	});
});

describe("a site whose settings offer archives", () => {
	const page = ({ portal }: Archives, address: string) => readFileSync(join(portal.output, address), "utf8");
	const offered = (archives: Archives) =>
		(
			JSON.parse(page(archives, "luu-tru/kho.json")) as {
				archives: { year: string; address: string; size: number; sha256: string; edition: number }[];
			}
		).archives;

	test("offers past years with size, digest and edition, changes no article for that, and makes an archive again only when its content has changed", async () => {
		const archives = new Archives();
		const { portal } = archives;
		await buildSite(portal.options);
		const article = () => statSync(join(portal.output, "2018/03/05/tin-ngan.html")).ino;
		const written = article();
		expect(page(archives, "luu-tru/index.html")).not.toContain("Tải cả kho tin về máy");
		expect(existsSync(join(portal.output, "luu-tru/kho.json"))).toBe(false);

		portal.write(
			"site.yml",
			`${readFileSync(join(portal.content, "site.yml"), "utf8")}\narchives:\n  years: true\n`,
		);
		await buildSite(portal.options);
		const before = offered(archives);
		expect(before.map(({ year }) => year)).toEqual(["2025", "2019", "2018", "2017"]);
		const contents = page(archives, "luu-tru/index.html");
		for (const { address, size, sha256 } of before) {
			const bytes = readFileSync(join(portal.output, address));
			expect(bytes.length).toBe(size);
			expect(digestOf(bytes)).toBe(sha256);
			expect(contents).toContain(`class="archive-page-offer" href="${address}" download`);
			expect(contents).toContain(sha256);
		}
		expect(contents).toContain("Tải cả kho tin về máy");
		expect(page(archives, "index.html")).toContain("Tải cả kho tin về máy");
		expect(article()).toBe(written);
		const [first] = before;
		const zip = await filesInZip(join(portal.output, first?.address ?? ""));
		expect(textIn(zip, "index.html")).toContain("Năm 2025");
		expect(textIn(zip, "index.html")).not.toContain("Tải cả kho tin về máy");

		portal.write(...smallArticle("2026-11-19", "tin-them", "Một tin thêm vào"));
		await buildSite(portal.options);
		expect(offered(archives)).toEqual(before);

		portal.edit("articles/2018/03/05-tin-ngan.md", "\n---\n", "\nupdated: 2026-11-20T07:00:00+07:00\n---\n");
		await buildSite(portal.options);
		const after = offered(archives);
		const of2018 = (all: typeof before) => all.find(({ year }) => year === "2018");
		expect(of2018(after)?.edition).toBe((of2018(before)?.edition ?? 0) + 1);
		expect(after.filter(({ year }) => year !== "2018")).toEqual(before.filter(({ year }) => year !== "2018"));
	});
});

describe("a later edition", () => {
	/** Withdraws an article that has a picture and an attachment of its own. */
	function withdraw({ portal }: Archives): void {
		portal.edit(
			"articles/2017/07/13-hoi-nghi-dan-van-kheo.md",
			"\ntitle:",
			"\nwithdrawn:\n  date: 2026-11-20T09:00:00+07:00\n  reason: Theo yêu cầu của người trong ảnh\ntitle:",
		);
	}

	test("has a greater number and lists withdrawn articles, without a substitute for them", async () => {
		const archives = new Archives();
		const first = await archives.make("mot.zip");
		withdraw(archives);
		const second = await archives.make("hai.zip");
		expect(second.edition).toBeGreaterThan(first.edition);
		expect(textIn(second.files, "da-rut.html")).toContain("Theo yêu cầu của người trong ảnh");
		const folder = archives.at("kho");
		await unzip(first.output, folder);
		await unzip(second.output, folder);
		const manifest = await readManifest(folder, { scope: {}, pictures: "scaled" });
		expect(manifest.withdrawn.map(({ address }) => address)).toContain(
			"/2017/07/13/hoi-nghi-dan-van-kheo.html",
		);
		const of2017 = [...first.files].filter(
			([name, bytes]) => /^(?:anh|tep)\//.test(name) && bytes.length > 0,
		);
		const gone = of2017.filter(([name]) => readFileSync(join(folder, name)).length === 0);
		expect(gone.length).toBeGreaterThan(2);
		expect(readFileSync(join(folder, "tin/2017-07.html"), "utf8")).not.toContain("<article");
		expect(await verifyArchive(folder)).toMatchObject({ missing: [], altered: [], extra: [] });
	});

	test("can be an update with only the changed files, which turns the older edition into the newer one", async () => {
		const archives = new Archives();
		const first = await archives.make("mot.zip");
		const former = await readManifest(first.output, { scope: {}, pictures: "scaled" });
		withdraw(archives);
		archives.portal.remove("articles/2025/08/15-cau-ngoi.md");
		const update = await archives.make("cap-nhat.zip", { former, onlyChanges: true });
		const whole = await archives.make("hai.zip", { former });
		expect(update.written).toBeLessThan(whole.written / 1.5);
		expect(update.edition).toBeGreaterThan(first.edition);
		expect(await verifyArchive(update.output)).toMatchObject({ missing: [], altered: [], extra: [] });
		const folder = archives.at("kho");
		await unzip(first.output, folder);
		await unzip(update.output, folder);
		expect(await verifyArchive(folder)).toMatchObject({ missing: [], altered: [], extra: [] });
		for (const [name, bytes] of whole.files)
			expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true);
		expect(readFileSync(join(folder, "tin/2025-08.html"), "utf8")).toContain("đã được gỡ khỏi kho");
	});

	test("has the same number if nothing changed, and a greater one even for a correction that no field records", async () => {
		const archives = new Archives();
		const first = await archives.make("kho.zip");
		const wanted = { scope: {}, pictures: "scaled" } as const;
		const again = await archives.make("kho.zip", { former: await readManifest(first.output, wanted) });
		expect(again.sha256).toBe(first.sha256);
		archives.portal.edit("articles/2018/03/05-tin-ngan.md", "\n---\n", "\n---\nThêm một câu. ");
		const third = await archives.make("kho.zip", { former: await readManifest(first.output, wanted) });
		expect(third.edition).toBe(first.edition + 1);
	});
});
