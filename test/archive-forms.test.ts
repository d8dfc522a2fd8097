/**
 * The archive as an EPUB and as a ZIM file for Kiwix, checked with the formats' own validators and with Kiwix's search.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { installDebianPackage } from "../scripts/install-debian-package.ts";
import { scopeOfYear } from "../src/archive/index.ts";
import type { ArchivePortalOptions } from "../src/build/archives/archive-portal.ts";
import { readPortal } from "../src/content/index.ts";
import { isWithdrawn } from "../src/model/article.ts";
import { fold } from "../src/text/index.ts";
import { makeTestArchive } from "./support/archive.ts";
import { commonCache, fixtureDirectory, fixtureNow, temporaryFolder } from "./support/fixture.ts";
import { needProgram } from "./support/needed-program.ts";
import { sampleNow } from "./support/sample.ts";
import { filesInZip } from "./support/unzip.ts";

/** Makes an archive, by default of the sample portal. */
async function make(name: string, more: Partial<ArchivePortalOptions>) {
	const output = join(temporaryFolder(), name);
	const result = await makeTestArchive({
		contentDirectory: "content",
		cacheDirectory: commonCache(),
		now: sampleNow,
		scope: {},
		pictures: "scaled",
		output,
		...more,
	});
	return { ...result, output };
}

/** The title of an article of the sample. */
const commented = "Ngày 20/11 ở điểm trường cuối dốc";
const comment = { name: "Đoàn Đức Đặng", text: "Quả địa cầu bằng đường phên" };

/** A copy of the sample, with its official documents, events, office and questions, and a comment on an article. */
function commentedSample(): string {
	const directory = join(temporaryFolder(), "content");
	cpSync("content", directory, { recursive: true });
	mkdirSync(join(directory, "comments/2026/11"), { recursive: true });
	writeFileSync(
		join(directory, "comments/2026/11/20-thay-giao-ban-cuoi-doc.yml"),
		`comments:\n  - id: abcdefghij01\n    date: 2026-11-21T08:00:00+07:00\n    name: ${comment.name}\n    text: ${comment.text}\n`,
	);
	return directory;
}

describe("a book", () => {
	/** Where Debian's package installs epubcheck. */
	const checker = "/usr/bin/epubcheck";
	/** For a program of seconds: to optimise what is compiled takes more than half of its time. */
	const java = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

	beforeAll(() => {
		needProgram("java", "-version", "default-jre-headless");
		if (!existsSync(checker) && !installDebianPackage("epubcheck"))
			throw new Error("Tests need EPUBCheck. Install it (Debian: apt install epubcheck).");
	});

	test.each([
		[
			"the fixture, which has every edge",
			() => ({ contentDirectory: fixtureDirectory, now: fixtureNow }),
			undefined,
		],
		[
			"a year of the sample with a comment",
			() => ({ contentDirectory: commentedSample(), scope: scopeOfYear("2026") }),
			comment.text,
		],
		["a year without pictures", () => ({ scope: scopeOfYear("2026"), pictures: "none" as const }), undefined],
	])("of %s passes EPUBCheck", async (_, more, said) => {
		const { output } = await make("sach.epub", { ...more(), form: "epub" });
		if (said !== undefined)
			expect((await filesInZip(output)).get("sach/tin/2026-11.xhtml")?.toString("utf8")).toContain(said);
		const { stdout, stderr, status } = spawnSync("java", [...java, "-jar", checker, output], {
			encoding: "utf8",
		});
		expect(`${stdout}${stderr}`).toContain("0 errors / 0 warnings");
		expect(status).toBe(0);
	});

	test("stores its media type first and uncompressed, contains and lists every article whole, and has the same bytes every time", async () => {
		const scope = scopeOfYear("2026");
		const { output, articles } = await make("sach.epub", { scope, form: "epub" });
		const bytes = readFileSync(output);
		expect(bytes.toString("latin1", 30, 58)).toBe("mimetypeapplication/epub+zip");
		const files = await filesInZip(output);
		const chapters = [...files].filter(([name]) => name.startsWith("sach/tin/"));
		const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;
		const whole = chapters.reduce((sum, [, text]) => sum + count(/<article /g, text.toString("utf8")), 0);
		expect(whole).toBe(articles);
		const contents = files.get("sach/muc-luc.xhtml")?.toString("utf8") ?? "";
		expect(count(/href="tin\/[^"]+#/g, contents)).toBe(articles);
		const again = await make("lai.epub", { scope, form: "epub" });
		expect(readFileSync(again.output).equals(bytes)).toBe(true);
	});
});

describe("a file for Kiwix", () => {
	beforeAll(() => {
		needProgram("zimwriterfs", "--version", "zim-tools");
		needProgram("kiwix-search", "--version", "kiwix-tools");
	});

	/**
	 * As libzim asks since 8.2.1: accents off, đ as it is. Debian 12 has 8.1.1, which asks as readers type, and indexes
	 * without accents.
	 */
	const withStroke = (text: string) =>
		text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();

	/** Whether the installed one asks so itself. */
	const removesAccents = () => {
		const told = execFileSync("zimsearch", ["--version"], { encoding: "utf8" });
		const [major = 0, minor = 0, patch = 0] = (/libzim (\d+)\.(\d+)\.(\d+)/.exec(told) ?? [])
			.slice(1)
			.map(Number);
		return major > 8 || (major === 8 && (minor > 2 || (minor === 2 && patch >= 1)));
	};

	test("with records and comments passes zimcheck, finds 50 articles in any spelling, and suggests their titles", async () => {
		const { output } = await make("tin.zim", { contentDirectory: commentedSample(), form: "zim" });
		const checked = spawnSync("zimcheck", [output], { encoding: "utf8" });
		expect(checked.stdout + checked.stderr).toContain("Overall Test Status: Pass");
		const paths = execFileSync("zimdump", ["list", output], { encoding: "utf8" }).split("\n");
		expect(paths).toEqual(
			expect.arrayContaining([
				"van-ban/nam-2026.html",
				"van-ban/12-qd-bbt-2026.html",
				"su-kien/ngay-hoi-dai-doan-ket-2026.html",
				"to-chuc/ban-bien-tap.html",
				"hoi-dap.html",
			]),
		);
		expect(paths.filter((path) => path.includes("lich"))).toEqual([]);
		// What readers wrote is found, their names are not.
		const found = (words: string) => execFileSync("zimsearch", [output, words], { encoding: "utf8" });
		expect(found(fold(comment.text))).toContain(commented);
		expect(found(fold(comment.name))).not.toContain(commented);
		const { portal } = await readPortal({ directory: "content", now: sampleNow });
		const articles = (portal?.articles ?? [])
			.filter((article) => !isWithdrawn(article, sampleNow))
			.slice(0, 50);
		expect(articles).toHaveLength(50);
		const missed: string[] = [];
		const ask = (program: string, words: readonly string[], title: string) => {
			if (!execFileSync(program, words, { encoding: "utf8" }).includes(title)) missed.push(words.join(" "));
		};
		const asked = removesAccents() ? String : withStroke;
		const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
		for (const { title } of articles) {
			for (const spelt of [fold(title), asked(title)]) ask("zimsearch", [output, wordsOf(spelt)], title);
			// As while somebody types: the last word is incomplete. A suggestion may be the beginning of a title.
			const beginning = title.split(" ").slice(0, 6).join(" ");
			for (const spelt of [title, fold(title)])
				ask("kiwix-search", ["--suggestion", output, wordsOf(spelt).slice(0, 24).trim()], beginning);
		}
		expect(missed).toEqual([]);
	});

	test("says how to install the program if it is missing", async () => {
		const path = process.env.PATH;
		try {
			process.env.PATH = temporaryFolder();
			await expect(make("tin.zim", { form: "zim" })).rejects.toMatchObject({
				message: expect.stringContaining("zimwriterfs"),
				remedy: expect.stringContaining("zim-tools"),
			});
		} finally {
			process.env.PATH = path;
		}
	});
});
