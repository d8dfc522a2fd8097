/**
 * Measures the voice on this machine: beacons over loopback, and a log of a web server.
 *
 * `npm run bench:voice -- --minutes 10` sends beacons for ten minutes; a minute where nothing is said.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { countLogs } from "../src/voice/logs/count-logs.ts";
import { openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";
import { freePort } from "./free-port.ts";

const origin = "https://thu.example.vn";
const agent =
	"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";
const articles = Array.from({ length: 200 }, (_, number) => `bai-so-${number}`);
const beaconsPerSecond = 2_000;
const logLines = 1_000_000;

const { values } = parseArgs({ options: { minutes: { type: "string", default: "1" } } });
const seconds = Number(values.minutes) * 60;
if (!(seconds > 0)) throw new Error("--minutes takes a number");

const folder = mkdtempSync(join(tmpdir(), "tintinh-bench-"));
try {
	const site = writeSite();
	await measureBeacons(site);
	await measureLogs();
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function writeSite(): string {
	const site = join(folder, "site");
	mkdirSync(join(site, "api/2026"), { recursive: true });
	writeFileSync(
		join(site, "api/site.json"),
		JSON.stringify({ url: origin, contact: {}, voice: { views: true, comments: "none" } }),
	);
	const month = articles.map((name) => ({
		id: `2026/11/22-${name}`,
		title: name,
		address: `/2026/11/22/${name}.html`,
	}));
	writeFileSync(join(site, "api/2026/11.json"), JSON.stringify({ month: "2026-11", articles: month }));
	return site;
}

async function measureBeacons(site: string): Promise<void> {
	const port = await freePort();
	const data = join(folder, "data");
	const server = spawn(
		process.execPath,
		[
			"scripts/tintinh.js",
			"voice",
			"--output",
			site,
			"--data",
			data,
			"--port",
			String(port),
			"--trust-proxy",
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	try {
		await firstLine(server);
		let sent = 0;
		const result = await autocannon({
			url: `http://127.0.0.1:${port}`,
			connections: 100,
			overallRate: beaconsPerSecond,
			duration: seconds,
			requests: [
				{
					method: "POST",
					path: "/tieng-noi/xem",
					setupRequest: (request) => {
						sent += 1;
						const reader = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`;
						return {
							...request,
							body: `/2026/11/22/${articles[sent % articles.length]}.html\n`,
							headers: { Origin: origin, "User-Agent": agent, "X-Forwarded-For": reader },
						};
					},
				},
			],
		});
		const used = cpuSeconds(server);
		server.kill("SIGKILL");
		await once(server, "exit");
		const { db, close } = await openVoiceDatabase({ file: join(data, "voice.db") });
		const kept = await db
			.selectFrom("totals")
			.select(({ fn }) => fn.sum("count").as("sum"))
			.executeTakeFirst();
		await close();
		console.log(
			JSON.stringify({
				seconds,
				sent: result.requests.sent,
				acknowledged: result["2xx"],
				kept: Number(kept?.sum ?? 0),
				refused: result.non2xx,
				errors: result.errors,
				cpuMillisecondsEach: (used * 1_000) / result["2xx"],
				perSecond: Math.round(result["2xx"] / seconds),
				milliseconds: {
					p50: result.latency.p50,
					"p97.5": result.latency.p97_5,
					p99: result.latency.p99,
					max: result.latency.max,
				},
			}),
		);
	} finally {
		server.kill("SIGKILL");
	}
}

/** Of a process on Linux: clock ticks of a hundredth of a second. */
function cpuSeconds({ pid }: ChildProcess): number {
	const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function firstLine({ stdout }: ChildProcess): Promise<void> {
	if (stdout) for await (const _ of createInterface({ input: stdout })) return;
}

async function measureLogs(): Promise<void> {
	const file = join(folder, "access.log");
	const stream = createWriteStream(file);
	for (let number = 0; number < logLines; number++) {
		const reader = `10.${number % 7}.${(number >> 5) % 251}.${(number >> 9) % 241}`;
		const isPage = number % 5 === 0;
		const path = isPage
			? `/2026/11/22/${articles[number % articles.length]}.html`
			: `/anh/tam-${number % 900}.webp`;
		const day = String(1 + Math.floor((number * 28) / logLines)).padStart(2, "0");
		const line = `${reader} - - [${day}/Nov/2026:08:30:00 +0700] "GET ${path} HTTP/2.0" 200 5120 "${origin}/" "${agent}"\n`;
		if (!stream.write(line)) await once(stream, "drain");
	}
	stream.end();
	await once(stream, "finish");
	const { db, close } = await openVoiceDatabase({ file: join(folder, "logs.db") });
	let largest = 0;
	const watch = setInterval(() => {
		largest = Math.max(largest, process.memoryUsage().rss);
	}, 100);
	const before = process.cpuUsage();
	const began = performance.now();
	const report = await countLogs({ db, files: [file], isArticle: async () => true, clock: Date.now });
	const { user, system } = process.cpuUsage(before);
	clearInterval(watch);
	await close();
	console.log(
		JSON.stringify({
			...report,
			seconds: Math.round((performance.now() - began) / 100) / 10,
			cpuSeconds: Math.round((user + system) / 100_000) / 10,
			megabytes: Math.round(largest / 1024 ** 2),
		}),
	);
}
