/**
 * Faults that the desk's store must survive, with real processes and the real Git. Nothing acknowledged is lost, the
 * repository is intact, and the next save works. `TINTINH_SLOW=1` adds the tests that take minutes.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
	chmodSync,
	cpSync,
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Entry, HistoryItem } from "../src/desk/messages.ts";
import type { DeskStore } from "../src/desk/store/index.ts";
import { articleText } from "./support/content-folder.ts";
import { entryPath, lead, save } from "./support/desk-office.ts";
import { an, articleId, articlePath, chi, DeskFolder, everybody, runGit } from "./support/desk-store.ts";
import type { WriterTask } from "./support/desk-writer.ts";
import { officePeople } from "./support/office-people.ts";
import { officeContent, TestDesk } from "./support/running-desk.ts";

const isSlow = process.env.TINTINH_SLOW === "1";
const timeout = isSlow ? 3_600_000 : 300_000;

interface Acknowledged {
	readonly kind: string;
	readonly id: string;
	readonly word: string;
}

let compiled = "";

/** Processes that write are compiled once: loading their source takes most of a process's time. */
beforeAll(async () => {
	mkdirSync(".cache", { recursive: true });
	// Its packages are found from here.
	compiled = mkdtempSync(resolve(".cache/desk-writer-"));
	await build({
		entryPoints: ["test/support/desk-writer.ts", "src/disk/database-thread.js"],
		entryNames: "[name]",
		outdir: compiled,
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		packages: "external",
		logLevel: "error",
	});
});
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

/** A process that writes until it is killed. */
function startWriter(task: WriterTask, shell = "") {
	const command = `${shell} exec "${process.execPath}" "${join(compiled, "desk-writer.js")}" '${JSON.stringify(task)}'`;
	const child = spawn("bash", ["-c", command], { stdio: ["ignore", "pipe", "pipe"], detached: true });
	let out = "";
	let error = "";
	child.stdout.on("data", (bytes: Buffer) => {
		out += bytes;
	});
	child.stderr.on("data", (bytes: Buffer) => {
		error += bytes;
	});
	const ended = once(child, "close");
	return {
		/** Kills the process, or the whole group with its Git processes. */
		async kill(whole: boolean): Promise<void> {
			if (child.pid !== undefined) process.kill(whole ? -child.pid : child.pid, "SIGKILL");
			await ended;
		},
		async finish(): Promise<string> {
			await ended;
			return error;
		},
		async acknowledged(count: number): Promise<void> {
			while (out.split("\n").length <= count) {
				if (child.exitCode !== null) throw new Error(error);
				await Promise.race([once(child.stdout, "data"), ended]);
			}
		},
		/** Complete lines only: the last one may be cut off. */
		get lines(): Acknowledged[] {
			return out
				.split("\n")
				.slice(0, -1)
				.map((line) => {
					const [kind = "", id = "", word = ""] = line.split(" ");
					return { kind, id, word };
				});
		},
	};
}

/** Checks that the current text contains every acknowledged word, and the published text every published one. */
async function expectNothingLost(
	folder: DeskFolder,
	store: DeskStore,
	all: readonly Acknowledged[],
): Promise<void> {
	for (const id of new Set(all.map((one) => one.id))) {
		const words = all.filter((one) => one.id === id);
		const entry = await store.open("articles", id, everybody);
		const text = "kind" in entry ? "" : entry.text;
		const missing = words.filter(({ word }) => !text.split(/\s+/).includes(word));
		expect(missing).toEqual([]);
		const readers = folder.readers(`articles/${id}.md`)?.split(/\s+/) ?? [];
		expect(words.filter(({ kind, word }) => kind === "published" && !readers.includes(word))).toEqual([]);
	}
}

function expectWhole(folder: DeskFolder): void {
	const found = runGit(folder.repository, "fsck", "--full", "--strict", "--no-dangling");
	expect(found).toBe("");
}

async function saveOnce(store: DeskStore, word: string) {
	const entry = await store.open("articles", articleId, everybody);
	if ("kind" in entry) throw new Error("missing");
	const text = `${entry.text.trimEnd()}\n\n${word}\n`;
	const saved = await store.save(
		{ collection: "articles", id: articleId, text, base: entry.revision },
		everybody,
	);
	if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
	return saved;
}

async function publishOnce(store: DeskStore, word: string) {
	const { revision: base } = await saveOnce(store, word);
	const changed = await store.changeState(
		{ collection: "articles", id: articleId, to: "published", base },
		chi,
	);
	if (changed.kind !== "changed") throw new Error(JSON.stringify(changed));
	return changed;
}

describe.each([false, true])("a killed desk, bare: %s", (isBare) => {
	test("has lost nothing that it acknowledged, and continues after a restart", { timeout }, async () => {
		const folder = new DeskFolder({ isBare });
		const { location, dataDirectory: data } = folder.options;
		const ids = [articleId, "2026/11/21-a", "2026/11/21-b"];
		const all: Acknowledged[] = [];
		const rounds = isSlow ? 100 : 3;
		for (let round = 0; round < rounds; round++) {
			const writer = startWriter({ location, data, name: `vong${round}`, ids });
			await writer.acknowledged(1 + (round % 3));
			await wait(Math.random() * 250);
			await writer.kill(round % 2 === 0);
			all.push(...writer.lines);
			if (isSlow || round === rounds - 1) expectWhole(folder);
		}
		expect(all.length).toBeGreaterThan(rounds);
		// No kill is sure to hit the moment in which a file is half written. No process has so large an id.
		const content = isBare ? join(data, "content") : join(folder.repository, "content");
		const unfinished = join(content, articlePath, `../.${2 ** 30}-1.part`);
		writeFileSync(unfinished, "nửa");
		const store = await folder.open();
		expect(existsSync(unfinished)).toBe(false);
		await expectNothingLost(folder, store, all);
		await publishOnce(store, "sau-cung");
		expect(folder.readers(articlePath)).toContain("sau-cung");
		const file = readFileSync(join(store.contentDirectory, articlePath), "utf8");
		expect(file).toBe(folder.readers(articlePath));
		if (!isBare) expect(folder.git("status", "--porcelain")).toBe("");
	});
});

test("ten simultaneous writers lose nothing: each acknowledged save is in the history", {
	timeout,
}, async () => {
	const names = Array.from({ length: 10 }, (_, at) => `n${at}`);
	// Each writer edits a separate paragraph, so that there are no conflicts.
	const body = names.map((name) => `Đoạn của ${name}:\n\nGiữa.\n`).join("\n");
	const folder = new DeskFolder({ files: { ...officeContent, [articlePath]: articleText([], body) } });
	const { files: data, cookies } = await officePeople();
	const desk = await TestDesk.open(folder, { data });
	await desk.desk.firstBuild;
	const saves: { readonly by: string; readonly word: string; readonly revision: string }[] = [];
	let published = 0;
	const end = Date.now() + (isSlow ? 60_000 : 0);
	const write = async (name: string, at: number) => {
		const by = at % 2 === 0 ? "Binh" : "Chi";
		const client = desk.client(cookies[by]);
		for (let number = 0; number < 3 || Date.now() < end; number++) {
			const { body: opened } = await client.ask<Entry>("GET", entryPath(articleId));
			const word = `${name}x${number}`;
			const text = opened.text.replace(new RegExp(`^(Đoạn của ${name}:.*)$`, "m"), `$1 ${word}`);
			const saved = await save(client, articleId, text, opened.revision);
			expect(saved.status, JSON.stringify(saved.body)).toBe(200);
			saves.push({ by, word, revision: saved.body.revision });
			if (by !== "Chi" || number % 10 !== 1 || (!isSlow && published > 0)) continue;
			published++;
			const { revision } = (await client.ask<Entry>("GET", entryPath(articleId))).body;
			const answer = await lead(client, articleId, "published", revision);
			expect(answer.status, JSON.stringify(answer.body)).toBe(200);
		}
	};
	await Promise.all(names.map(write));
	expect(saves.length).toBeGreaterThanOrEqual(30);
	const reader = desk.client(cookies.Chi);
	const { body: last } = await reader.ask<Entry>("GET", entryPath(articleId));
	const words = new Set(last.text.split(/\s+/));
	expect(saves.filter(({ word }) => !words.has(word))).toEqual([]);
	const { body: history } = await reader.ask<HistoryItem[]>("GET", `${entryPath(articleId)}/history`);
	const authors = new Map(history.map(({ commit, by }) => [commit, by]));
	expect(saves.filter(({ revision, by }) => authors.get(revision) !== by)).toEqual([]);
	for (const { word, revision } of saves.filter((_, at) => at % 10 === 0)) {
		const path = `${entryPath(articleId)}/history/${revision}`;
		expect((await reader.ask<{ text: string }>("GET", path)).body.text).toContain(word);
	}
	expectWhole(folder);
	if (isSlow) console.info(`${saves.length} saves and ${published} publications in a minute`);
});

test("somebody who commits and pushes while the desk writes loses nothing either", { timeout }, async () => {
	const folder = new DeskFolder({ isBare: true });
	const store = await folder.open();
	const clone = join(folder.directory, "ban-sao");
	runGit(folder.directory, "clone", "--quiet", folder.repository, clone);
	runGit(clone, "config", "user.name", "Người khác");
	runGit(clone, "config", "user.email", "khac@thu.vn");
	const others = (async () => {
		for (let number = 0; number < 5; number++) {
			writeFileSync(join(clone, `ghi-chu-${number}.txt`), "x");
			runGit(clone, "add", "--all");
			runGit(clone, "commit", "--quiet", "--message", `Ghi chú ${number}`);
			for (let pushed = false; !pushed; ) {
				try {
					runGit(clone, "pull", "--quiet", "--rebase");
					runGit(clone, "push", "--quiet");
					pushed = true;
				} catch {
					await wait(10);
				}
			}
			await wait(20);
		}
	})();
	for (let number = 0; number < 5; number++) await publishOnce(store, `dang${number}`);
	await others;
	const files = folder.git("ls-tree", "-r", "--name-only", "main");
	for (let number = 0; number < 5; number++) {
		expect(files).toContain(`ghi-chu-${number}.txt`);
		expect(folder.readers(articlePath)).toContain(`dang${number}`);
	}
	expectWhole(folder);
});

describe("a developer's repository", () => {
	test("keeps staged and unstaged changes", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		folder.write("package.json", "{}\n");
		folder.git("add", "package.json");
		folder.write("content/authors/nguyen-van-an.yml", "name: Đang sửa\n");
		await publishOnce(store, "dang");
		expect(folder.git("diff", "--cached", "--name-only")).toBe("package.json");
		expect(folder.git("show", "--name-only", "--format=", "main")).toBe(`content/${articlePath}`);
		expect(readFileSync(join(folder.repository, "content/authors/nguyen-van-an.yml"), "utf8")).toBe(
			"name: Đang sửa\n",
		);
		// The developer's next commit does not undo the publication.
		folder.git("commit", "--quiet", "--message", "Thêm");
		expect(folder.readers(articlePath)).toContain("dang");
	});

	test("gets a notice of a file that is updated later because somebody is editing it", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const notices: string[] = [];
		store.onEvent((event) => {
			if (event.kind === "notice") notices.push(event.message);
		});
		const edited = `${readFileSync(join(folder.repository, "content", articlePath), "utf8")}\nĐang sửa dở.\n`;
		folder.write(`content/${articlePath}`, edited);
		const { publication } = await publishOnce(store, "dang");
		expect(publication?.notFollowed).toEqual([articlePath]);
		expect(notices).toEqual([expect.stringContaining(articlePath)]);
		expect(readFileSync(join(folder.repository, "content", articlePath), "utf8")).toBe(edited);
		expect(folder.readers(articlePath)).toContain("dang");
	});

	test("may have hooks that fail and monitors that would run programs", async () => {
		const folder = new DeskFolder();
		const trace = join(folder.directory, "chay");
		for (const hook of ["pre-commit", "commit-msg", "reference-transaction", "post-index-change"]) {
			const file = join(folder.repository, ".git/hooks", hook);
			writeFileSync(file, `#!/bin/sh\ntouch "${trace}"\nexit 1\n`);
			chmodSync(file, 0o755);
		}
		writeFileSync(join(folder.directory, "monitor"), `#!/bin/sh\ntouch "${trace}"\n`, { mode: 0o755 });
		folder.git("config", "core.fsmonitor", join(folder.directory, "monitor"));
		rmSync(trace, { force: true });
		const store = await folder.open();
		await publishOnce(store, "dang");
		expect(folder.readers(articlePath)).toContain("dang");
		expect(existsSync(trace)).toBe(false);
	});

	test("may have its index locked for long: the index is updated once it is free", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const lock = join(folder.repository, ".git/index.lock");
		writeFileSync(lock, "");
		await publishOnce(store, "dang");
		expect(folder.readers(articlePath)).toContain("dang");
		expect(existsSync(lock)).toBe(true);
		rmSync(lock);
		await publishOnce(store, "nua");
		expect(folder.git("status", "--porcelain")).toBe("");
	});

	test("may have its index locked when the desk ends: the next desk updates it", async () => {
		const folder = new DeskFolder();
		const first = await folder.open();
		const lock = join(folder.repository, ".git/index.lock");
		writeFileSync(lock, "");
		await publishOnce(first, "dang");
		await publishOnce(first, "nua");
		await first.close();
		rmSync(lock);
		await folder.open();
		expect(folder.git("status", "--porcelain")).toBe("");
	});

	test("may have its index locked by a desk that was killed", async () => {
		const folder = new DeskFolder();
		const git = join(folder.repository, ".git");
		const mark = join(git, `desk-index-${2 ** 30}-1.mark`);
		writeFileSync(mark, "");
		linkSync(mark, join(git, "index.lock"));
		writeFileSync(mark.replace(".mark", ".lock"), "");
		const store = await folder.open();
		await publishOnce(store, "dang");
		expect(folder.git("status", "--porcelain")).toBe("");
		expect(readdirSync(git).filter((name) => /lock|desk-index/.test(name))).toEqual([]);
	});

	test("may contain a ref's lock file that a killed process left behind", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const lock = join(folder.repository, ".git/refs/heads/main.lock");
		writeFileSync(lock, "");
		const longAgo = new Date(Date.now() - 60_000);
		utimesSync(lock, longAgo, longAgo);
		await publishOnce(store, "dang");
		expect(folder.readers(articlePath)).toContain("dang");
	});

	test("may have a detached HEAD: the published branch moves on, the working files stay", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const before = readFileSync(join(folder.repository, "content", articlePath), "utf8");
		folder.git("checkout", "--quiet", "--detach");
		await publishOnce(store, "dang");
		expect(folder.readers(articlePath)).toContain("dang");
		expect(readFileSync(join(folder.repository, "content", articlePath), "utf8")).toBe(before);
		expect(folder.git("status", "--porcelain")).toBe("");
		folder.git("checkout", "--quiet", "main");
		expect(readFileSync(join(folder.repository, "content", articlePath), "utf8")).toContain("dang");
		await publishOnce(store, "nua");
		expect(folder.git("status", "--porcelain")).toBe("");
	});

	test("may have no commit yet", async () => {
		const folder = new DeskFolder();
		folder.git("update-ref", "-d", "refs/heads/main");
		folder.git("rm", "-r", "--quiet", "--cached", ".");
		const store = await folder.open();
		const id = "2026/11/22-dau-tien";
		const text =
			"---\ntitle: Bài đầu tiên\ndate: 2026-11-20T08:00:00+07:00\nauthor: nguyen-van-an\n---\nThân.\n";
		const saved = await store.save({ collection: "articles", id, text, base: null }, an);
		if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
		const request = { collection: "articles", id, to: "published", base: saved.revision } as const;
		expect(await store.changeState(request, chi)).toMatchObject({ kind: "changed" });
		expect(folder.readers(`articles/${id}.md`)).toBe(text);
	});

	test("is not affected by environment variables that point to other repositories", async () => {
		const folder = new DeskFolder();
		process.env.GIT_DIR = "/nonexistent";
		process.env.GIT_INDEX_FILE = "/nonexistent/index";
		try {
			const store = await folder.open();
			await publishOnce(store, "dang");
		} finally {
			delete process.env.GIT_DIR;
			delete process.env.GIT_INDEX_FILE;
		}
		expect(folder.readers(articlePath)).toContain("dang");
	});
});

test("a full disk loses no acknowledged text, and the next save works", { timeout }, async () => {
	const folder = new DeskFolder();
	const { location, dataDirectory: data } = folder.options;
	const big = "2026/11/21-dai";
	// No file may grow, as on a full disk.
	const writer = startWriter(
		{ location, data, name: "day", ids: [articleId, big], saves: 6 },
		"ulimit -f 0; trap '' XFSZ;",
	);
	const error = await writer.finish();
	expect(writer.lines).toEqual([]);
	expect(error).toContain("Ổ đĩa của máy chủ đã đầy");
	expectWhole(folder);
	const store = await folder.open();
	await publishOnce(store, "sau");
	expect(folder.readers(articlePath)).toContain("sau");
});

/** Mounts a small file system, which is removed after the test. */
function smallDisk(megabytes: number): string {
	const disk = mkdtempSync(join(tmpdir(), "dia-"));
	const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", disk], {
		encoding: "utf8",
	});
	if (mounted.status !== 0) {
		throw new Error(`This test mounts a small disk. Run it as root on Linux. ${mounted.stderr}`);
	}
	onTestFinished(() => {
		spawnSync("umount", ["--lazy", disk]);
		rmSync(disk, { recursive: true, force: true });
	});
	return disk;
}

test.runIf(isSlow)(
	"a disk that fills up while people save loses no acknowledged text",
	{ timeout },
	async () => {
		const disk = smallDisk(16);
		const folder = new DeskFolder();
		cpSync(folder.repository, join(disk, "work"), { recursive: true });
		const filler = join(disk, "day");
		writeFileSync(filler, Buffer.alloc(4_000_000));
		const store = await folder.open({
			location: { content: join(disk, "work", "content") },
			dataDirectory: join(disk, "data"),
		});
		const kept = new Map<string, string>();
		let fault: unknown;
		for (let number = 0; number < 200 && fault === undefined; number++) {
			const id = `2026/11/21-bai-${number}`;
			// Random bytes, which cannot be compressed.
			const text = articleText(
				[],
				randomBytes(150_000)
					.toString("base64")
					.replace(/.{100}/g, "$&\n"),
			);
			try {
				const saved = await store.save({ collection: "articles", id, text, base: null }, everybody);
				if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
				kept.set(id, saved.text);
				if (number % 3 !== 0) continue;
				const request = { collection: "articles", id, to: "published", base: saved.revision } as const;
				await store.changeState(request, everybody);
			} catch (error) {
				fault = error;
			}
		}
		expect(fault).toMatchObject({ code: "disk-full" });
		expect(kept.size).toBeGreaterThan(5);
		rmSync(filler);
		for (const [id, text] of kept)
			expect(await store.open("articles", id, everybody)).toMatchObject({ text });
		await publishOnce(store, "sau-khi-don");
		const found = runGit(join(disk, "work"), "fsck", "--full", "--strict", "--no-dangling");
		expect(found).toBe("");
	},
);
