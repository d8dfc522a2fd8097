import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import autocannon from "autocannon";
import { visitNumbersAddress } from "../../src/model/voice-addresses.ts";
import { freePort } from "../free-port.ts";
import { agent, articles, origin } from "./readers.ts";

const beaconsPerSecond = 2_000;

/** What a server of the voice did with beacons. */
export interface MeasuredBeacons {
	readonly seconds: number;
	readonly sent: number;
	readonly acknowledged: number;
	/** In the database once another server has followed the killed one. */
	readonly kept: number;
	/** Answers that refused a beacon, and requests without an answer. */
	readonly refused: number;
	/** Processor time of the server for one beacon. */
	readonly cpuMilliseconds: number;
	/** From the request to the answer. */
	readonly milliseconds: {
		readonly p50: number;
		readonly p97_5: number;
		readonly p99: number;
		readonly max: number;
	};
}

/**
 * Sends 2,000 beacons a second over loopback, kills the server with SIGKILL, and counts what the next one finds.
 *
 * @param directory an empty folder
 */
export async function measureBeacons(directory: string, seconds: number): Promise<MeasuredBeacons> {
	const site = writeSite(directory);
	const port = await freePort();
	const data = join(directory, "data");
	const options = ["--output", site, "--data", data, "--port", String(port), "--trust-proxy"];
	const start = () =>
		spawn(process.execPath, ["scripts/tintinh.js", "voice", ...options], {
			stdio: ["ignore", "pipe", "inherit"],
		});
	let server = start();
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
		// What was acknowledged may still have been in the journal.
		server = start();
		await firstLine(server);
		const kept = await countedBy(port);
		const { p50, p97_5, p99, max } = result.latency;
		return {
			seconds,
			sent: result.requests.sent,
			acknowledged: result["2xx"],
			kept,
			refused: result.non2xx + result.errors,
			cpuMilliseconds: (used * 1_000) / result["2xx"],
			milliseconds: { p50, p97_5, p99, max },
		};
	} finally {
		server.kill("SIGKILL");
	}
}

function writeSite(directory: string): string {
	const site = join(directory, "site");
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

async function countedBy(port: number): Promise<number> {
	const answer = await fetch(`http://127.0.0.1:${port}${visitNumbersAddress}`);
	const { total } = (await answer.json()) as { readonly total: number };
	return total;
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
