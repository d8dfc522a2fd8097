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
import { killingAt, type Moment } from "./support/killing-at.ts";
import { differences, readTree } from "./support/site-tree.ts";

const isSlow = process.env.TINTINH_SLOW === "1";
const isRoot = process.getuid?.() === 0;
const timeout = isSlow ? 1_800_000 : 180_000;

/** Starts a build as a process. */
function startBuild(
	{ contentDirectory, outputDirectory, cacheDirectory, now, search }: BuildOptions,
	environment: Readonly<Record<string, string>> = {},
) {
	const folders = ["--content", contentDirectory, "--output", outputDirectory, "--cache", cacheDirectory];
	const words = ["build", ...folders, "--now", now, ...(search ? [] : ["--no-search"])];
	return new RunningCommand(tintinh, words, environment);
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

/** A site that is renamed by turns, with the clean builds of its two names. */
async function renamedSite(search: boolean) {
	const portal = new PortalCopy();
	const options = { ...portal.options, search };
	const names = ["Tin Mẫu & Bạn", "Tin Mẫu Mới"] as const;
	const clean = [await cleanBuild(options)];
	renameSite(portal, ...names);
	clean.push(await cleanBuild(options));
	renameSite(portal, names[1], names[0]);
	let current = 0;
	return {
		options,
		rename(): void {
			renameSite(portal, names[current] ?? "", names[1 - current] ?? "");
			current = 1 - current;
		},
		expectRecovery: (other = options) => expectRecovery(other, clean[current]),
	};
}

describe("a killed build", () => {
	test("leaves the site complete, whatever it was about to do", { timeout }, async () => {
		const { options, rename, expectRecovery } = await renamedSite(false);
		await build(options);
		const moments: readonly Moment[] = [
			["writeFileSync", "/tin-moi/index.html"],
			["open", "/tin-moi/index.html"],
			["symlink", "/.site.link"],
			["linkSync", "/tin-moi/index.html"],
		];
		for (const moment of moments) {
			rename();
			const running = startBuild(options, killingAt(moment));
			const { error } = await running.finish();
			expect(running.child.signalCode, `${moment.join(" ")} ${error}`).toBe("SIGKILL");
			await expectRecovery();
		}
	});

	test.runIf(isSlow).each([false, true])(
		"leaves the site complete at any time, with search: %s",
		{ timeout },
		async (search) => {
			const { options, rename, expectRecovery } = await renamedSite(search);
			await build(options);
			rename();
			const began = Date.now();
			expect((await startBuild(options).finish()).code).toBe(0);
			const whole = Date.now() - began;
			let survivors = 0;
			const moments = Array.from({ length: 40 }, (_, at) => 0.3 + (at * 0.7) / 40);
			for (const part of moments) {
				rename();
				const running = startBuild(options);
				await wait(whole * part);
				if (!running.child.kill("SIGKILL")) survivors += 1;
				await running.finish();
				await expectRecovery();
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

/** Damages the files of a cache whose path matches. */
function damageFiles(cache: string, pattern: RegExp, damage: (bytes: Buffer) => Buffer): void {
	const files = readdirSync(cache, { recursive: true, encoding: "utf8" })
		.map((name) => join(cache, name))
		.filter((file) => pattern.test(file.slice(cache.length)) && statSync(file).isFile());
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) writeFileSync(file, damage(readFileSync(file)));
}

test(`a cache that is ${triedDamages.map(([name]) => name).join(" or ")} costs time and nothing else`, {
	timeout,
}, async () => {
	const portal = new PortalCopy();
	const cacheDirectory = join(dirname(portal.output), "own-cache");
	const options = { ...portal.options, cacheDirectory, search: true };
	await build(options);
	let text = "Một câu.";
	for (const [name, damage] of triedDamages) {
		const damageAll = (pattern: RegExp) => damageFiles(cacheDirectory, pattern, damage);
		damageAll(/^\/(?:documents-.*|plan-.*)|\/stamps-/);
		portal.edit("articles/2018/03/05-tin-ngan.md", text, `Câu: ${name}.`);
		text = `Câu: ${name}.`;
		const clean = await cleanBuild(options);
		await expectRecovery(options, clean);
		const folders = ["images", "share-cards", "finder", "pagefind"].map(
			(name) => new RegExp(`^/${name}/(?!.*digests\\.json$)`),
		);
		for (const patterns of [[/\/(?:picture|digests)\.json$/], folders]) {
			for (const pattern of patterns) damageAll(pattern);
			for (const name of readdirSync(dirname(portal.output))) {
				if (/^\.?site/.test(name)) rmSync(join(dirname(portal.output), name), { recursive: true });
			}
			await build(options);
			await expectRecovery(options, clean);
		}
	}
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
		const site = await renamedSite(false);
		const options = {
			...site.options,
			outputDirectory: join(disk, "site"),
			cacheDirectory: join(disk, "cache"),
		};
		shareCache(options.cacheDirectory);
		await build(options);
		// The cache cannot be written, then none of the pages, then not all of them.
		for (const left of [0, 64, 600]) {
			site.rename();
			fill(join(disk, "full"), left * 1024);
			if (left === 0) {
				const { code, error } = await startBuild(options).finish();
				expect(code, error).toBe(1);
			} else await expect(build(options)).rejects.toMatchObject({ code: "ENOSPC" });
			await expectWhole(options.outputDirectory);
			rmSync(join(disk, "full"));
			await site.expectRecovery(options);
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

test("content that vanishes at any step of a build leaves the site whole", { timeout }, async () => {
	const portal = new PortalCopy();
	const options = { ...portal.options, search: true };
	await build(options);
	renameSite(portal, "Tin Mẫu & Bạn", "Tin Mẫu Mới");
	const article = "articles/2026/11/20-sang-nay.md";
	const picture = "articles/2026/11/02-gia-lua/lua.png";
	const written = readFileSync(join(portal.content, article), "utf8");
	const drawn = readFileSync(join(portal.content, picture));
	const steps = [
		// The file has not been read yet, so it counts as absent.
		{ step: "Đọc nội dung", file: article, succeeds: true },
		{ step: "Chuẩn bị ảnh", file: picture },
		{ step: "Lập chỉ mục tìm bài", file: article },
		{ step: "Lập chỉ mục kho lưu trữ", file: article },
		{ step: "Dựng trang", file: article },
	];
	for (const { step, file, succeeds = false } of steps) {
		portal.write(article, written.replace("Chợ họp sớm.", `Chợ họp muộn: ${step}.`));
		const progress: Progress = {
			...silentProgress,
			start(label) {
				if (label === step && existsSync(join(portal.content, file))) portal.remove(file);
			},
			beside: () => progress,
		};
		const ended = await buildPortal({ ...options, progress }).catch((error: unknown) => ({ error }));
		expect("error" in ended || ended.problems.length > 0, step).toBe(!succeeds);
		expect(existsSync(join(portal.content, file)), step).toBe(false);
		await expectWhole(options.outputDirectory);
		if (file === picture) writeFileSync(join(portal.content, picture), drawn);
		await expectRecovery(options);
	}
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
		const count = isSlow ? 20_000 : 5_000;
		for (let number = 0; number < count; number++) writeFileSync(join(folder, `tep-${number}.txt`), "");
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
