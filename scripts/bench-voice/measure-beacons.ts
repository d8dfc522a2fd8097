import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { visitAddress, visitNumbersAddress } from "../../src/model/voice-addresses.ts";
import { freePort } from "../free-port.ts";
import { agent, articles, origin } from "./readers.ts";
import { type Post, type SentEvenly, sendEvenly } from "./send-evenly.ts";

const beaconsPerSecond = 2_000;

/** What a server of the voice did with beacons. */
export interface MeasuredBeacons extends SentEvenly {
	readonly seconds: number;
	/** In the database once another server has followed the killed one. */
	readonly kept: number;
	/** Processor time of the server for one beacon. */
	readonly cpuMilliseconds: number;
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
		const result = await sendEvenly(`http://127.0.0.1:${port}${visitAddress}`, beacon, {
			perSecond: beaconsPerSecond,
			seconds,
		});
		const used = cpuSeconds(server);
		server.kill("SIGKILL");
		await once(server, "exit");
		// What was acknowledged may still have been in the journal.
		server = start();
		await firstLine(server);
		const kept = await countedBy(port);
		return {
			seconds,
			...result,
			kept,
			cpuMilliseconds: (used * 1_000) / result.acknowledged,
		};
	} finally {
		server.kill("SIGKILL");
	}
}

/** Each is from a different reader, for one of 200 articles. */
function beacon(number: number): Post {
	return {
		body: `/2026/11/22/${articles[number % articles.length]}.html\n`,
		headers: {
			Origin: origin,
			"User-Agent": agent,
			"X-Forwarded-For": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
		},
	};
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
