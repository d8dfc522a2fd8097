/** Acknowledged data survives a killed process, and the server waits for an unreachable database. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../scripts/free-port.ts";
import { takeTurn } from "../src/disk/database-turn.ts";
import { openSqlite } from "../src/disk/open-sqlite.js";
import { startPostgres } from "./support/postgres.ts";
import { browserAgent, openTestVoice, siteOrigin } from "./support/voice-server.ts";

const article = "/2026/11/22/hoi-nghi.html";
const rounds = process.env.TINTINH_SLOW === "1" ? 50 : 3;

function writeSite(directory: string): string {
	const site = join(directory, "site");
	mkdirSync(join(site, "api/2026"), { recursive: true });
	const settings = { url: siteOrigin, contact: {}, voice: { views: true, comments: "none" } };
	writeFileSync(join(site, "api/site.json"), JSON.stringify(settings));
	const articles = [{ id: "2026/11/22-hoi-nghi", title: "Hội nghị", address: article }];
	writeFileSync(join(site, "api/2026/11.json"), JSON.stringify({ month: "2026-11", articles }));
	return site;
}

async function start(directory: string, port: number): Promise<ChildProcess> {
	const options = ["--output", join(directory, "site"), "--data", directory, "--port", String(port)];
	const child = spawn(process.execPath, ["scripts/tintinh.js", "voice", ...options, "--trust-proxy"], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	for await (const line of createInterface({ input: child.stdout })) if (line.includes("/tieng-noi/")) break;
	return child;
}

test("kill -9 at any moment loses nothing that was acknowledged", async () => {
	const directory = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
	onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
	writeSite(directory);
	const port = await freePort();
	let acknowledged = 0;
	let sent = 0;
	for (let round = 0; round < rounds; round++) {
		const child = await start(directory, port);
		const ended = once(child, "exit");
		const target = acknowledged + 20 + ((round * 37) % 60);
		let isOver = false;
		const client = async () => {
			while (!isOver) {
				const reader = `10.5.${sent >> 8}.${sent++ & 255}`;
				const answer = await fetch(`http://127.0.0.1:${port}/tieng-noi/xem`, {
					method: "POST",
					body: article,
					headers: { Origin: siteOrigin, "User-Agent": browserAgent, "X-Forwarded-For": reader },
				}).catch(() => undefined);
				if (answer?.status === 204) acknowledged += 1;
				if (acknowledged >= target && !isOver) {
					isOver = true;
					child.kill("SIGKILL");
				}
			}
		};
		await Promise.all(Array.from({ length: 8 }, client));
		await ended;
	}
	const last = await start(directory, port);
	onTestFinished(() => void last.kill("SIGKILL"));
	const answer = await fetch(`http://127.0.0.1:${port}/tieng-noi/so/2026-11.json`);
	const { views } = (await answer.json()) as { readonly views: Readonly<Record<string, number>> };
	const count = views["22-hoi-nghi"];
	expect(count).toBeGreaterThanOrEqual(acknowledged);
	expect(count).toBeLessThanOrEqual(sent);
}, 600_000);

test("while PostgreSQL is unreachable a visit is refused with a message; once it is back, visits are counted", async () => {
	const postgres = await startPostgres();
	onTestFinished(() => postgres.remove());
	const voice = await openTestVoice({ url: await postgres.newDatabase() });
	expect((await voice.post("xem", article)).status).toBe(204);
	await postgres.kill();
	const refused = await voice.post("xem", article, { "X-Forwarded-For": "10.1.1.2" });
	expect(refused.status).toBe(503);
	expect(((await refused.json()) as { message: string }).message).toContain("Hãy thử lại");
	await postgres.start();
	await expect
		.poll(async () => (await voice.post("xem", article, { "X-Forwarded-For": "10.1.1.2" })).status, {
			timeout: 30_000,
		})
		.toBe(204);
	voice.pass(60_000);
	expect(await voice.get("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 2 } });
	expect(voice.log.length).toBeGreaterThan(0);
}, 120_000);

test("the voice server starts while its database is unreachable, and answers once it is back", async () => {
	const postgres = await startPostgres();
	onTestFinished(() => postgres.remove());
	const url = await postgres.newDatabase();
	await postgres.kill();
	const voice = await openTestVoice({ url });
	expect((await voice.post("xem", article)).status).toBe(503);
	await postgres.start();
	voice.pass(60_000);
	expect((await voice.post("xem", article)).status).toBe(204);
}, 120_000);

test("while another process holds the database file, visits are kept and requests that need it get a clear error; afterwards all is well", async () => {
	const folder = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const file = join(folder, "voice.db");
	const voice = await openTestVoice({ file });
	expect((await voice.post("xem", article)).status).toBe(204);
	const turn = await takeTurn(file);
	mkdirSync(`${file}.lock`);
	utimesSync(`${file}.lock`, 0, 0);
	const refused = voice.post("khong-thay", "lũ ống");
	const first = await Promise.race([refused, voice.post("khong-co", "")]);
	expect(first.status).toBe(404);
	expect((await voice.post("xem", article, { "X-Forwarded-For": "10.1.1.2" })).status).toBe(204);
	expect((await refused).status).toBe(503);
	expect(((await (await refused).json()) as { message: string }).message).toContain("Hãy thử lại");
	expect(existsSync(`${file}.lock`)).toBe(true);
	await turn.release();
	expect(await voice.get("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 2 } });
});

test("a journal that is found again counts nothing twice, and no digest outlives its day", async () => {
	const folder = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const file = join(folder, "voice.db");
	const journal = `${file}-visits-0`;
	const voice = await openTestVoice({ file });
	expect((await voice.post("xem", article)).status).toBe(204);
	const copy = readFileSync(journal);
	expect(copy.toString()).toContain("22-hoi-nghi");
	voice.pass(24 * 60 * 60 * 1000);
	expect((await voice.post("xem", "/")).status).toBe(204);
	expect(readFileSync(journal, "utf8")).not.toContain("22-hoi-nghi");
	await voice.server.close();
	expect(readdirSync(folder)).toEqual(["voice.db"]);
	writeFileSync(journal, copy);
	const next = await openTestVoice({ file });
	expect(await next.get("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 1 } });
});

test("expired data that cannot be deleted is named in the log, and readers are served", async () => {
	const folder = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const file = join(folder, "voice.db");
	const first = await openTestVoice({ file });
	expect((await first.post("xem", article)).status).toBe(204);
	await first.server.close();
	expect(first.log).toEqual([]);
	const { execute, close } = openSqlite(file);
	execute("insert into attempts (source, until, count) values ('a', 0, 1)", []);
	execute(
		"create trigger stuck before delete on attempts begin select raise(abort, 'database disk image is malformed'); end",
		[],
	);
	close();
	const voice = await openTestVoice({ file });
	expect((await voice.post("xem", article, { "X-Forwarded-For": "10.1.1.2" })).status).toBe(204);
	await expect
		.poll(() => voice.log, { timeout: 10_000 })
		.toEqual([expect.stringMatching(/^Chưa xóa được dữ liệu bạn đọc đã hết hạn: .*malformed/)]);
});

test("of two servers with one file both count", async () => {
	const folder = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const location = { file: join(folder, "voice.db") };
	const one = await openTestVoice(location);
	const other = await openTestVoice(location);
	for (const [voice, reader] of [
		[one, "10.1.1.1"],
		[other, "10.1.1.1"],
		[other, "10.1.1.2"],
	] as const) {
		expect((await voice.post("xem", article, { "X-Forwarded-For": reader })).status).toBe(204);
	}
	for (const voice of [one, other])
		expect(await voice.get("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 2 } });
});

test.runIf(rounds > 3)(
	"on a full or read-only disk a visit is refused with a sentence, and counted when there is room again",
	async () => {
		const disk = mkdtempSync(join(tmpdir(), "tintinh-disk-"));
		const run = (program: "mount" | "umount", ...words: string[]) =>
			expect(spawnSync(program, [...words, disk]).status).toBe(0);
		run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs");
		onTestFinished(() => {
			for (const _ of ["above", "below"]) spawnSync("umount", ["--lazy", disk]);
			rmSync(disk, { recursive: true, force: true });
		});
		const voice = await openTestVoice({ file: join(disk, "voice.db") });
		let reader = 0;
		const visit = () => voice.post("xem", article, { "X-Forwarded-For": `10.1.1.${++reader}` });
		const refusal = async () => {
			const answer = await visit();
			expect(answer.status).toBe(503);
			expect(((await answer.json()) as { message: string }).message).toContain("Hãy thử lại");
		};
		expect((await visit()).status).toBe(204);
		const filler = join(disk, "filler");
		expect(() => writeFileSync(filler, Buffer.alloc(2_000_000))).toThrow("ENOSPC");
		await refusal();
		rmSync(filler);
		expect((await visit()).status).toBe(204);
		run("mount", "--bind", disk);
		run("mount", "-o", "remount,bind,ro");
		await refusal();
		run("umount");
		expect((await visit()).status).toBe(204);
		voice.pass(60_000);
		expect(await voice.get("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 3 } });
	},
);
