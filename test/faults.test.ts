/**
 * Faults that a build must survive, with real processes. After each one the published site is complete, and the next
 * build gives the same bytes as a clean one. `TINTINH_SLOW=1` adds the tests that take minutes.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { archiveNow, makeArchive } from "../scripts/bench/archive.ts";
import { buildPortal } from "../src/build/build.ts";
import type { BuildOptions } from "../src/build/build-options.ts";
import { verifySite } from "../src/deploy/verify-site.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { type Progress, silentProgress } from "../src/model/progress.ts";
import { RunningCommand, tintinh } from "./support/command.ts";
import { PortalCopy, shareCache, smallArticle, temporaryFolder } from "./support/fixture.ts";
import { differences, readTree } from "./support/site-tree.ts";

const isSlow = process.env.TINTINH_SLOW === "1";
const isRoot = process.getuid?.() === 0;
const timeout = isSlow ? 1_800_000 : 180_000;

/** Starts a build as a process. */
function startBuild({ contentDirectory, outputDirectory, cacheDirectory, now, search }: BuildOptions) {
	const folders = ["--content", contentDirectory, "--output", outputDirectory, "--cache", cacheDirectory];
	return new RunningCommand(tintinh, ["build", ...folders, "--now", now, ...(search ? [] : ["--no-search"])]);
}

async function build(options: BuildOptions): Promise<void> {
	const { problems } = await buildPortal(options);
	expect(problems).toEqual([]);
}

const cleanSites = mkdtempSync(join(tmpdir(), "tintinh-clean-"));
afterAll(() => rmSync(cleanSites, { recursive: true, force: true }));

/** Builds a site from scratch, once for all tests that need one of the same content. */
async function cleanBuild(options: BuildOptions): Promise<string> {
	const { contentDirectory, now, search } = options;
	const content = JSON.stringify([...readTree(contentDirectory), now, search]);
	const folder = join(cleanSites, createHash("sha256").update(content).digest("hex"));
	const outputDirectory = join(folder, "site");
	if (existsSync(outputDirectory)) return outputDirectory;
	shareCache(join(folder, "cache"));
	await build({ ...options, outputDirectory, cacheDirectory: join(folder, "cache") });
	return outputDirectory;
}

async function expectWhole(directory: string): Promise<void> {
	const { missing, altered, extra } = await verifySite({ directory });
	expect({ missing, altered, extra }).toEqual({ missing: [], altered: [], extra: [] });
}

/** Checks that the site is complete now, and after the next build the same as a clean build's. */
async function expectRecovery(options: BuildOptions, clean?: string): Promise<void> {
	await expectWhole(options.outputDirectory);
	await build(options);
	await expectWhole(options.outputDirectory);
	expect(differences(clean ?? (await cleanBuild(options)), options.outputDirectory)).toEqual([]);
}

/** Changes every page. */
function renameSite(portal: PortalCopy, from: string, to: string): void {
	portal.edit("site.yml", `name: ${from}`, `name: ${to}`);
}

describe("a killed build", () => {
	test.each(isSlow ? [false, true] : [false])(
		"leaves the site complete, with search: %s",
		{ timeout },
		async (search) => {
			const portal = new PortalCopy();
			const options = { ...portal.options, search };
			await build(options);
			const names = ["Tin Mẫu & Bạn", "Tin Mẫu Mới"] as const;
			renameSite(portal, names[0], names[1]);
			const began = Date.now();
			expect((await startBuild(options).finish()).code).toBe(0);
			const whole = Date.now() - began;
			const clean = [await cleanBuild(options)];
			renameSite(portal, names[1], names[0]);
			clean.unshift(await cleanBuild(options));
			let survivors = 0;
			const moments = isSlow
				? Array.from({ length: 40 }, (_, at) => 0.3 + (at * 0.7) / 40)
				: [0.5, 0.7, 0.8, 0.9, 0.97];
			for (const [at, part] of moments.entries()) {
				const running = startBuild(options);
				await wait(whole * part);
				if (!running.child.kill("SIGKILL")) survivors += 1;
				await running.finish();
				await expectWhole(options.outputDirectory);
				await build(options);
				expect(differences(clean[at % 2] ?? "", options.outputDirectory)).toEqual([]);
				renameSite(portal, names[at % 2] ?? "", names[(at + 1) % 2] ?? "");
			}
			expect(survivors).toBeLessThan(moments.length);
		},
	);
});

describe("two builds at once", () => {
	test("do not disturb each other", { timeout }, async () => {
		const portal = new PortalCopy();
		await build(portal.options);
		renameSite(portal, "Tin Mẫu & Bạn", "Tin Mẫu Mới");
		const ended = await Promise.all(
			[startBuild(portal.options), startBuild(portal.options)].map((running) => running.finish()),
		);
		expect(ended.map(({ code }) => code)).toContain(0);
		for (const { code, error } of ended) {
			if (code !== 0) expect(error).toContain("Một lệnh dựng khác đang chạy");
		}
		await expectRecovery(portal.options);
	});
});

/** Ways in which a file of the cache may be damaged. */
const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
	["truncated", (bytes) => bytes.subarray(0, bytes.length >> 1)],
	["empty", () => Buffer.alloc(0)],
	["garbage", (bytes) => Buffer.from(bytes.map((byte, at) => (byte * 31 + at * 17) & 0xff))],
	["edited by hand", editedByHand],
];

/** Changes every tenth digit from the middle on. */
function editedByHand(bytes: Buffer): Buffer {
	const edited = Buffer.from(bytes);
	let digits = 0;
	for (let at = edited.length >> 1; at < edited.length; at++) {
		const byte = edited[at] ?? 0;
		if (byte < 0x30 || byte > 0x39 || digits++ % 10 !== 0) continue;
		edited[at] = byte === 0x39 ? 0x30 : byte + 1;
	}
	return edited;
}

const triedDamages = isSlow ? damages : damages.filter((_, at) => at % 3 === 0);

describe.each(triedDamages)("a cache that is %s", (_, damage) => {
	/** Damages the files of a cache whose path matches. */
	function damageFiles(cache: string, pattern: RegExp): void {
		const files = readdirSync(cache, { recursive: true, encoding: "utf8" })
			.map((name) => join(cache, name))
			.filter((file) => pattern.test(file.slice(cache.length)) && statSync(file).isFile());
		expect(files.length).toBeGreaterThan(0);
		for (const file of files) writeFileSync(file, damage(readFileSync(file)));
	}

	test("costs time and nothing else", { timeout }, async () => {
		const portal = new PortalCopy();
		const cacheDirectory = join(dirname(portal.output), "own-cache");
		const options = { ...portal.options, cacheDirectory, search: true };
		await build(options);
		damageFiles(cacheDirectory, /^\/(?:documents-.*|plan-.*)|\/stamps-/);
		portal.edit("articles/2018/03/05-tin-ngan.md", "Một câu.", "Một câu khác.");
		const clean = await cleanBuild(options);
		await expectRecovery(options, clean);
		const folders = ["images", "share-cards", "finder", "pagefind"].map(
			(name) => new RegExp(`^/${name}/(?!.*digests\\.json$)`),
		);
		for (const patterns of [[/\/(?:picture|digests)\.json$/], folders]) {
			for (const pattern of patterns) damageFiles(cacheDirectory, pattern);
			for (const name of readdirSync(dirname(portal.output))) {
				if (/^\.?site/.test(name)) rmSync(join(dirname(portal.output), name), { recursive: true });
			}
			await build(options);
			await expectRecovery(options, clean);
		}
	});
});

/** Replaces the digest of one file. */
function withWrongDigest(manifest: Buffer): Buffer {
	return Buffer.from(manifest.toString().replace(/"sha256":"[^"]+"/, `"sha256":"${"0".repeat(64)}"`));
}

describe.each([...triedDamages, ["wrong about a file", withWrongDigest] as const])(
	"a manifest that is %s",
	(_, damage) => {
		test("costs time and nothing else", { timeout }, async () => {
			const portal = new PortalCopy();
			await build(portal.options);
			const manifest = join(portal.output, "manifest.json");
			writeFileSync(manifest, damage(readFileSync(manifest)));
			portal.edit("articles/2018/03/05-tin-ngan.md", "Một câu.", "Một câu khác.");
			await build(portal.options);
			await expectWhole(portal.output);
			expect(differences(await cleanBuild(portal.options), portal.output)).toEqual([]);
		});
	},
);

/** Mounts a small disk, which is removed after the test. Undefined if this machine does not allow it. */
function mountDisk(size: string): string | undefined {
	if (!isRoot || process.platform !== "linux") return undefined;
	const directory = temporaryFolder();
	if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", directory]).status !== 0)
		return undefined;
	onTestFinished(() => {
		spawnSync("umount", [directory]);
	});
	return directory;
}

describe("a disk", () => {
	test("that is full fails the build and not the site", { timeout }, async ({ skip }) => {
		const disk = mountDisk("64m") ?? skip("mounting a small disk needs root and Linux");
		const portal = new PortalCopy();
		const names = ["Tin Mẫu & Bạn", "Tin Mẫu Mới"] as const;
		const clean = [await cleanBuild(portal.options)];
		renameSite(portal, ...names);
		clean.unshift(await cleanBuild(portal.options));
		renameSite(portal, names[1], names[0]);
		for (const folder of ["output", "cache"] as const) {
			const options = {
				...portal.options,
				outputDirectory: join(disk, "site"),
				...(folder === "cache" ? { cacheDirectory: join(disk, "cache") } : {}),
			};
			mkdirSync(join(disk, "cache"), { recursive: true });
			if (folder === "cache" && !existsSync(join(disk, "cache", "images")))
				shareCache(options.cacheDirectory);
			await build(options);
			for (const [at, left] of [0, 64, 600].entries()) {
				renameSite(portal, names[at % 2] ?? "", names[(at + 1) % 2] ?? "");
				fill(join(disk, "full"), left * 1024);
				if (at === 0) {
					const { code, error } = await startBuild(options).finish();
					expect(code, error).toBe(1);
				} else await expect(build(options)).rejects.toMatchObject({ code: "ENOSPC" });
				await expectWhole(options.outputDirectory);
				rmSync(join(disk, "full"));
				await expectRecovery(options, clean[at % 2]);
			}
			renameSite(portal, names[1], names[0]);
		}
	});

	/** Fills the disk up to `left` bytes. */
	function fill(file: string, left: number): void {
		const block = Buffer.alloc(16 * 1024);
		let size = 0;
		try {
			for (;;) {
				writeFileSync(file, block, { flag: "a" });
				size += block.length;
			}
		} catch {
			spawnSync("truncate", ["-s", String(Math.max(0, size - left)), file]);
		}
	}

	test("that is read-only fails the build and not the site", { timeout }, async ({ skip }) => {
		const portal = new PortalCopy();
		const disk = isRoot ? (mountDisk("64m") ?? skip("mounting needs Linux")) : temporaryFolder();
		const options = { ...portal.options, outputDirectory: join(disk, "site") };
		const forbid = (isForbidden: boolean) => {
			if (isRoot) spawnSync("mount", ["-o", `remount,${isForbidden ? "ro" : "rw"}`, disk]);
			else chmodSync(disk, isForbidden ? 0o555 : 0o755);
		};
		await build(options);
		renameSite(portal, "Tin Mẫu & Bạn", "Tin Mẫu Mới");
		forbid(true);
		const { code, error } = await startBuild(options).finish();
		expect(code, error).toBe(1);
		await expectWhole(options.outputDirectory);
		forbid(false);
		await expectRecovery(options);
	});
});

describe("content that changes during a build", () => {
	test.each([
		// The file has not been read yet, so it counts as absent.
		{ step: "Đọc nội dung", search: false, file: "articles/2026/11/20-sang-nay.md", succeeds: true },
		{ step: "Chuẩn bị ảnh", search: false, file: "articles/2026/11/02-gia-lua/lua.png" },
		{ step: "Lập chỉ mục tìm bài", search: true, file: "articles/2026/11/20-sang-nay.md" },
		{ step: "Lập chỉ mục kho lưu trữ", search: true, file: "articles/2026/11/20-sang-nay.md" },
		{ step: "Dựng trang", search: false, file: "articles/2026/11/20-sang-nay.md" },
	])(
		"as $file vanishes at “$step” leaves the site whole",
		{ timeout },
		async ({ step, search, file, succeeds = false }) => {
			const portal = new PortalCopy();
			const options = { ...portal.options, search };
			await build(options);
			renameSite(portal, "Tin Mẫu & Bạn", "Tin Mẫu Mới");
			portal.edit("articles/2026/11/20-sang-nay.md", "Chợ họp sớm.", "Chợ họp muộn.");
			const text = readFileSync(join(portal.content, file));
			const progress: Progress = {
				...silentProgress,
				start(label) {
					if (label === step) portal.remove(file);
				},
				beside: () => progress,
			};
			const ended = await buildPortal({ ...options, progress }).catch((error: unknown) => ({ error }));
			expect("error" in ended || ended.problems.length > 0).toBe(!succeeds);
			await expectWhole(options.outputDirectory);
			if (file.endsWith(".png")) writeFileSync(join(portal.content, file), text);
			await expectRecovery(options);
		},
	);
});

describe("time", () => {
	test("that was set back changes only which articles are published", { timeout }, async () => {
		const portal = new PortalCopy();
		await build(portal.options);
		const options = { ...portal.options, now: asIsoDateTime("2026-11-01T08:00:00+07:00") };
		const file = "articles/2018/03/05-tin-ngan.md";
		portal.edit(file, "Một câu.", "Hai câu.");
		utimesSync(join(portal.content, file), 1_000_000_000, 1_000_000_000);
		await expectRecovery(options);
		await expectRecovery(portal.options);
	});
});

describe("many files", () => {
	test("in one folder can be built", { timeout }, async () => {
		const portal = new PortalCopy();
		const folder = join(portal.content, "articles/2026/11/20-sang-nay");
		mkdirSync(folder, { recursive: true });
		for (let number = 0; number < 20_000; number++) writeFileSync(join(folder, `tep-${number}.txt`), "");
		await build(portal.options);
		portal.edit("articles/2018/03/05-tin-ngan.md", "Một câu.", "Hai câu.");
		await expectRecovery(portal.options);
	});
});

if (isSlow)
	describe("very many files", () => {
		test("of one day can be built", { timeout }, async () => {
			const portal = new PortalCopy();
			for (let number = 0; number < 20_000; number++)
				portal.write(...smallArticle("2026-11-19", `so-${number}`, `Bài số ${number}`));
			await build(portal.options);
			portal.edit("articles/2026/11/19-so-10000.md", "Bài số 10000", "Bài đã sửa");
			await expectRecovery(portal.options);
		});

		test("give the same site when added step by step as all at once", { timeout }, async () => {
			const portal = new PortalCopy();
			const contentDirectory = join(temporaryFolder(), "content");
			await makeArchive(contentDirectory, { articles: 10_000, seed: 1 });
			const options = { ...portal.options, contentDirectory, now: asIsoDateTime(archiveNow), search: true };
			await build(options);
			const articles = readdirSync(contentDirectory, { recursive: true, encoding: "utf8" })
				.filter((name) => name.startsWith("articles/") && name.endsWith(".md"))
				.map((name) => join(contentDirectory, name))
				.sort();
			const middle = articles[5000] ?? "";
			const steps = [
				() =>
					writeFileSync(middle, readFileSync(middle, "utf8").replace(/^title: (['"]?)/m, "title: $1Sửa ")),
				() => rmSync(articles[7000] ?? ""),
				() => writeFileSync(articles[2] ?? "", readFileSync(articles[9000] ?? "")),
			];
			for (const step of steps) {
				step();
				await expectRecovery(options);
			}
		});
	});
