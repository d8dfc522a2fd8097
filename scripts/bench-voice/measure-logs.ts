import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { countLogs } from "../../src/voice/logs/count-logs.ts";
import { openVoiceDatabase } from "../../src/voice/store/open-voice-database.ts";
import { agent, articles, origin } from "./readers.ts";

const logLines = 1_000_000;

/** What it took to count the log of a web server. */
export interface MeasuredLogs {
	readonly lines: number;
	readonly seconds: number;
	readonly cpuSeconds: number;
	/** Of this process at most, in bytes. */
	readonly memory: number;
}

/**
 * Writes a log of a million lines and counts it.
 *
 * @param directory an empty folder
 */
export async function measureLogs(directory: string): Promise<MeasuredLogs> {
	const file = join(directory, "access.log");
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
	const { db, close } = await openVoiceDatabase({ file: join(directory, "logs.db") });
	let largest = 0;
	const watch = setInterval(() => {
		largest = Math.max(largest, process.memoryUsage().rss);
	}, 100);
	const before = process.cpuUsage();
	const began = performance.now();
	await countLogs({ db, files: [file], isArticle: async () => true, clock: Date.now });
	const { user, system } = process.cpuUsage(before);
	clearInterval(watch);
	await close();
	return {
		lines: logLines,
		seconds: (performance.now() - began) / 1_000,
		cpuSeconds: (user + system) / 1_000_000,
		memory: largest,
	};
}
