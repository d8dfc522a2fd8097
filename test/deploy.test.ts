/** `npm run deploy` and `npm run verify-site`, also as processes that are killed or run simultaneously. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
	appendFileSync,
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { headerRules } from "../src/site/feeds/headers.ts";
import { type Finished, RunningCommand, runHere, tintinh } from "./support/command.ts";
import { commonCache } from "./support/fixture.ts";
import { killingAt, type Moment } from "./support/killing-at.ts";
import { needProgram } from "./support/needed-program.ts";

let directory = "";
let before = "";
let after = "";
let destination = "";

/**
 * Two states of the fixture portal. In the second, one article with a picture is added, and one is changed.
 */
beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), "deploy-"));
	const content = join(directory, "content");
	cpSync("test/fixtures/portal", content, { recursive: true });
	before = await build(content, "before");
	const articles = join(content, "articles");
	const names = readdirSync(articles, { recursive: true, encoding: "utf8" }).filter((name) =>
		name.endsWith(".md"),
	);
	const folder = join(articles, "2026", "11");
	mkdirSync(join(folder, "19-bai-them"), { recursive: true });
	const picture = readdirSync("test/fixtures/portal", { recursive: true, encoding: "utf8" }).find((name) =>
		/\.png$/.test(name),
	);
	cpSync(join("test/fixtures/portal", picture ?? ""), join(folder, "19-bai-them", "anh.png"));
	writeFileSync(
		join(folder, "19-bai-them.md"),
		"---\ntitle: Bài thêm vào\ndate: 2026-11-19T08:00:00+07:00\nauthor: ly-van-thu\n---\nLời.\n\n![Ảnh](19-bai-them/anh.png)\n",
	);
	appendFileSync(join(articles, names.sort()[0] ?? ""), "\nThêm một câu.\n");
	after = await build(content, "after");
	// The two states must differ.
	expect(differences(before, after)).not.toEqual([]);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(() => {
	destination = mkdtempSync(join(directory, "nơi nhận "));
});

async function build(content: string, name: string): Promise<string> {
	const output = join(directory, name);
	const result = await buildPortal({
		contentDirectory: content,
		outputDirectory: output,
		cacheDirectory: commonCache(),
		now: asIsoDateTime("2026-11-20T12:00:00+07:00"),
		search: false,
	});
	expect(result.problems).toEqual([]);
	return output;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a command as a process. */
const run = (name: string, words: readonly string[], environment: Environment = {}): Promise<Finished> =>
	new RunningCommand(tintinh, [name, ...words], environment).finish();

/** Makes the destination what the first test shows that a deployment makes of it. */
const deployed = (site: string) =>
	cpSync(`${site}/`, destination, { recursive: true, preserveTimestamps: true });
const toDestination = (site: string) => ["--output", site, "--to", destination];
const deployFrom = (site: string, ...more: string[]) => runHere("deploy", [...toDestination(site), ...more]);
const verify = () => runHere("verify-site", ["--output", destination]);

/** Every file below a folder, with its bytes. */
function filesOf(folder: string): Map<string, string> {
	const entries = readdirSync(`${folder}/`, { recursive: true, withFileTypes: true });
	return new Map(
		entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name))
			.map((path) => [path.slice(folder.length), readFileSync(path, "latin1")]),
	);
}

function differences(a: string, b: string): string[] {
	const [left, right] = [filesOf(a), filesOf(b)];
	return [...new Set([...left.keys(), ...right.keys()])]
		.filter((file) => left.get(file) !== right.get(file))
		.sort();
}

/** Addresses of the site itself that a page names. */
function linksOf(folder: string, address: string): string[] {
	const file = join(folder, address.endsWith("/") ? `${address}index.html` : address);
	if (!/\.html$/.test(file)) return [];
	const html = readFileSync(file, "utf8");
	const named = [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, link]) => link ?? "");
	const sets = [...html.matchAll(/\ssrcset="([^"]+)"/g)].flatMap(([, set]) => (set ?? "").split(","));
	return [...named, ...sets.map((each) => each.trim().split(" ")[0] ?? "")]
		.map((link) => new URL(link.replaceAll("&amp;", "&"), `https://site.invalid${address}`))
		.filter(({ host }) => host === "site.invalid")
		.map(({ pathname }) => decodeURIComponent(pathname));
}

function isThere(folder: string, address: string): boolean {
	const file = join(folder, address);
	return existsSync(file) && (statSync(file).isFile() || existsSync(join(file, "index.html")));
}

/** Dead links on all pages that can be reached from the given ones. */
function deadLinks(folder: string, from: readonly string[]): string[] {
	const dead = new Set<string>();
	const seen = new Set<string>();
	const rest = [...from];
	for (let address = rest.pop(); address !== undefined; address = rest.pop()) {
		if (seen.has(address) || !isThere(folder, address)) continue;
		seen.add(address);
		for (const link of linksOf(folder, address)) {
			if (isThere(folder, link)) rest.push(link);
			else dead.add(`${address} → ${link}`);
		}
	}
	return [...dead].sort();
}

const pagesOf = (folder: string) => [...filesOf(folder).keys()].filter((file) => file.endsWith(".html"));

describe("npm run deploy", () => {
	test("first copies the whole site, then only changes, and leaves files of others alone", async () => {
		mkdirSync(join(destination, ".well-known"));
		writeFileSync(join(destination, ".well-known", "security.txt"), "Contact: x");
		writeFileSync(join(destination, "của-người-khác.txt"), "x");
		const planned = await deployFrom(before, "--dry-run");
		expect(planned.out).toContain("Sẽ sao chép");
		expect(existsSync(join(destination, "index.html"))).toBe(false);

		const first = await run("deploy", toDestination(before));
		expect(first).toMatchObject({ code: 0 });
		expect(first.out).toContain("Nơi nhận chưa có manifest.json");
		expect(differences(before, destination)).toEqual(["/.well-known/security.txt", "/của-người-khác.txt"]);
		const copied = statSync(join(destination, "gioi-thieu.html"), { throwIfNoEntry: false })?.ino;

		expect((await deployFrom(before)).out).toMatch(/không có gì để sao chép/);
		const second = await deployFrom(after);
		expect(second.out.split("\n").at(-2)).toMatch(/^Đã sao chép \d+ tệp/);
		expect(second.out).toContain("/2026/11/19/bai-them.html");
		expect(differences(after, destination)).toEqual(["/.well-known/security.txt", "/của-người-khác.txt"]);
		expect(statSync(join(destination, "gioi-thieu.html"), { throwIfNoEntry: false })?.ino).toBe(copied);

		const back = await deployFrom(before);
		expect(back.out).toMatch(/Xóa: \d+ tệp/);
		expect(existsSync(join(destination, "2026/11/19/bai-them.html"))).toBe(false);
		expect(await verify()).toMatchObject({ code: 1 });
		rmSync(join(destination, "của-người-khác.txt"));
		expect(await run("verify-site", ["--output", destination])).toMatchObject({ code: 0 });
	});

	test("repairs files that somebody else changed, with the option that checks them", async () => {
		deployed(before);
		writeFileSync(join(destination, "index.html"), "bị sửa");
		rmSync(join(destination, "404.html"));
		const found = await verify();
		expect(found.code).toBe(1);
		expect(found.out).toMatch(/Thiếu tệp\s+\/404\.html/);
		expect(found.out).toMatch(/Khác nội dung\s+\/\n/);
		expect((await deployFrom(before, "--recheck")).out).toContain("Đã sao chép 2 tệp");
		expect(await verify()).toMatchObject({ code: 0 });
	});

	test.each([
		["a broken manifest", '{"version":1,"files":[{"address":"/../../x"'],
		[
			"a manifest that names files outside",
			'{"version":1,"files":[{"address":"/../x.txt","sha256":"","size":1}]}',
		],
	])("compares files where the destination has %s", async (_, manifest) => {
		const outside = join(directory, "x.txt");
		writeFileSync(outside, "x");
		deployed(before);
		writeFileSync(join(destination, "manifest.json"), manifest);
		const { out } = await deployFrom(after);
		expect(out).toContain("Nơi nhận chưa có manifest.json");
		expect(existsSync(outside)).toBe(true);
		expect(deadLinks(destination, ["/"])).toEqual(deadLinks(after, ["/"]));
	});

	test("refuses an incomplete site and changes nothing", async () => {
		deployed(before);
		const broken = join(directory, "broken");
		cpSync(`${after}/`, broken, { recursive: true });
		appendFileSync(join(broken, "2026/11/19/bai-them.html"), "x");
		const { code, error } = await deployFrom(broken);
		expect(code).toBe(1);
		expect(error).toContain("bai-them.html");
		expect(differences(before, destination)).toEqual([]);
	});

	test.each([
		["the site itself", () => before],
		["a folder in the site", () => join(before, "x")],
		["a folder around the site", () => directory],
		["the tree of the next build", () => join(directory, ".before.b")],
		["a word that is no place", () => "ftp://may-chu/x"],
		["an option in disguise", () => "-e:x"],
	])("refuses %s as its destination", async (_, to) => {
		const { code, error } = await runHere("deploy", ["--output", before, `--to=${to()}`]);
		expect(code).toBe(1);
		expect(error).toContain("Cách khắc phục");
	});

	test("lets only one of two simultaneous runs continue", async () => {
		const ends = await Promise.all([1, 2, 3].map(() => run("deploy", toDestination(after))));
		const refused = ends.filter(({ code }) => code !== 0);
		for (const { error } of refused) expect(error).toContain("khác đang chạy");
		expect(refused.length).toBeLessThan(3);
		expect(differences(after, destination)).toEqual([]);
	});

	test("refuses to start while another is running", async () => {
		deployed(before);
		mkdirSync(join(destination, ".tintinh-deploy"));
		const holder = { host: execFileSync("hostname", { encoding: "utf8" }).trim(), processes: [await self()] };
		writeFileSync(join(destination, ".tintinh-deploy", "lock"), JSON.stringify(holder));
		const { code, error } = await run("deploy", toDestination(after));
		expect(code).toBe(1);
		expect(error).toContain("khác đang chạy");
		expect(differences(before, destination)).toEqual(["/.tintinh-deploy/lock"]);
	});

	test("killed at any moment leaves no dead link, and the next run completes the work", async () => {
		deployed(before);
		const own = join(destination, ".tintinh-deploy");
		const added = join(destination, "2026/11/19");
		const moments: readonly Moment[] = [
			["link", join(own, "lock")],
			["rename", join(own, "journal.json")],
			["copyFile", join(own, "incoming/5")],
			["rename", join(destination, "tin-moi/index.html")],
			["rename", join(added, "bai-them.html")],
			["rm", join(added, "bai-them.html")],
			["rename", join(destination, "index.html")],
			["rename", join(destination, "manifest.json")],
			["rm", join(own, "journal.json")],
		];
		for (const [round, moment] of moments.entries()) {
			await killAndRepeat(round, moment.join(" "), toDestination, async (site) => {
				const deployment = new RunningCommand(tintinh, ["deploy", ...toDestination(site)], killingAt(moment));
				await deployment.finish();
				expect(deployment.child.signalCode).toBe("SIGKILL");
			});
		}
	}, 240_000);
});

/** This process as a lock file describes it. */
async function self(): Promise<{ id: number; started: string }> {
	const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ");
	return { id: process.pid, started: fields?.[19] ?? "" };
}

/** The dead links that the two states have. */
let usual: ReadonlySet<string> | undefined;

/**
 * Deploys one of the two states, by turns, where the other is, and is killed. Then repeats the deployment.
 *
 * @param killed a deployment of a site that is killed
 * @returns how often the repeated deployment found the killed one still running
 */
async function killAndRepeat(
	round: number,
	moment: string,
	commandLine: (site: string) => readonly string[],
	killed: (site: string) => Promise<void>,
	environment: Environment = {},
): Promise<number> {
	usual ??= new Set([...deadLinks(before, pagesOf(before)), ...deadLinks(after, pagesOf(after))]);
	const [from, to] = round % 2 === 0 ? [before, after] : [after, before];
	const staying = pagesOf(from).filter((page) => existsSync(join(to, page)));
	await killed(to);
	const dead = deadLinks(destination, ["/index.html", ...staying]).filter((link) => !usual?.has(link));
	expect(dead, moment).toEqual([]);
	const repeat = () => (round === 0 ? run : runHere)("deploy", commandLine(to), environment);
	let next = await repeat();
	let refusals = 0;
	for (; next.error.includes("khác đang chạy") && refusals < 50; refusals += 1) {
		rmSync(join(directory, "held"), { force: true });
		await wait(100);
		next = await repeat();
	}
	expect(next.code, next.error).toBe(0);
	expect(differences(to, destination), moment).toEqual([]);
	return refusals;
}

describe("npm run deploy to another machine", () => {
	beforeAll(() => needProgram("rsync"));

	/**
	 * An ssh that runs its command on this machine.
	 *
	 * @param held the number of a run of rsync, which pauses after so many bytes, while there is a file `held`
	 */
	function fakeSsh(held = { run: 0, bytes: 0 }): Environment {
		const script = join(directory, "fake-ssh");
		const [runs, sent, isHeld] = [`${script}-runs`, `${script}-sent`, join(directory, "held")];
		for (const file of [runs, isHeld]) rmSync(file, { force: true });
		const lines = [
			"#!/bin/sh",
			'while [ "$1" != rsync ]; do shift; done',
			`echo >> ${runs}`,
			`[ "$(wc -l < ${runs})" -eq ${held.run} ] || exec sh -c "$*"`,
			`rm -f ${sent}; mkfifo ${sent}; exec 3<&0`,
			`{ dd bs=1 count=${held.bytes} status=none; touch ${isHeld}; while [ -e ${isHeld} ]; do sleep 0.1; done; exec cat; } <&3 > ${sent} &`,
			`exec sh -c "$*" < ${sent} 3<&-`,
		];
		writeFileSync(script, `${lines.join("\n")}\n`);
		chmodSync(script, 0o755);
		return { RSYNC_RSH: script };
	}
	const to = () => `tin@may-chu:${destination}`;
	const sent = (site: string) => ["--output", site, "--to", to()];
	const send = (site: string, ...more: string[]) => runHere("deploy", [...sent(site), ...more], fakeSsh());

	test("says what to do if rsync is not installed", async () => {
		const { code, error } = await runHere("deploy", sent(before), { PATH: "/nowhere" });
		expect(code).toBe(1);
		expect(error).toContain("Máy này không có rsync");
		expect(error).toContain("apt install rsync");
	});

	test("copies, changes and deletes", async () => {
		writeFileSync(join(destination, "của người khác [1].txt"), "x");
		expect((await send(before, "--dry-run")).out).toContain("Sẽ sao chép");
		expect(readdirSync(destination)).toHaveLength(1);
		expect(await send(before)).toMatchObject({ code: 0 });
		expect(differences(before, destination)).toEqual(["/của người khác [1].txt"]);
		expect(await send(after)).toMatchObject({ code: 0 });
		expect(differences(after, destination)).toEqual(["/của người khác [1].txt"]);
		expect((await send(before)).out).toMatch(/Xóa: \d+ tệp/);
		expect(differences(before, destination)).toEqual(["/của người khác [1].txt"]);
		expect(existsSync(join(destination, "2026/11/19"))).toBe(existsSync(join(before, "2026/11/19")));
		expect((await send(before)).out).toContain("không có gì để sao chép");
		writeFileSync(join(destination, "index.html"), "bị sửa");
		expect((await send(before, "--recheck")).out).toContain("Đã sao chép 1 tệp");
	});

	test("creates a missing folder", async () => {
		destination = join(destination, "mới");
		expect(await send(before)).toMatchObject({ code: 0 });
		expect(differences(before, destination)).toEqual([]);
	});

	test("says why it cannot connect", async () => {
		const { code, error } = await runHere("deploy", sent(before), { RSYNC_RSH: "false" });
		expect(code).toBe(1);
		expect(error).toContain("rsync không sao chép được");
	});

	/**
	 * Deploys, and kills the process when a run of rsync pauses.
	 *
	 * @param whole whether rsync is killed too
	 */
	async function killHeld(site: string, environment: Environment, whole: boolean): Promise<void> {
		const child = spawn(process.execPath, [tintinh, "deploy", ...sent(site)], {
			detached: true,
			stdio: "ignore",
			env: { ...process.env, ...environment },
		});
		const ended = once(child, "exit");
		while (!existsSync(join(directory, "held")) && child.exitCode === null) await wait(5);
		process.kill(whole ? -(child.pid ?? 0) : (child.pid ?? 0), "SIGKILL");
		expect(await ended).toEqual([null, "SIGKILL"]);
	}

	test("leaves no dead link when it is killed", async () => {
		deployed(before);
		// The journal, lists, new pages, deletions, the manifest.
		const moments = [
			{ run: 2, bytes: 0 },
			{ run: 4, bytes: 5000 },
			{ run: 4, bytes: 9000 },
			{ run: 7, bytes: 0 },
			{ run: 8, bytes: 0 },
		];
		for (const [round, moment] of moments.entries()) {
			const killed = (site: string) => killHeld(site, fakeSsh(moment), true);
			await killAndRepeat(round, JSON.stringify(moment), sent, killed, fakeSsh());
		}
	}, 240_000);

	test("waits for the rsync that a killed run left behind", async () => {
		deployed(before);
		for (const [round, moment] of [
			{ run: 4, bytes: 9000 },
			{ run: 2, bytes: 0 },
		].entries()) {
			const killed = (site: string) => killHeld(site, fakeSsh(moment), false);
			const refusals = await killAndRepeat(round, JSON.stringify(moment), sent, killed, fakeSsh());
			expect(refusals).toBeGreaterThan(0);
		}
	}, 240_000);
});

describe("docs/deploying.md", () => {
	test("configures nginx with the headers that the site asks for", () => {
		const text = readFileSync("docs/deploying.md", "utf8");
		for (const { pattern, headers } of headerRules({ frameOrigins: [] })) {
			for (const [name, value] of Object.entries(headers)) {
				expect(text).toContain(`add_header ${name} `);
				const line = text.split("\n").find((each) => each.includes(`"${value}"`));
				expect(line, `${pattern} ${name}`).toBeDefined();
				const [, expression = "^/"] = /~(\S+) /.exec(line ?? "") ?? [];
				expect(`${pattern.slice(0, -1)}x`).toMatch(new RegExp(expression));
			}
		}
	});
});
