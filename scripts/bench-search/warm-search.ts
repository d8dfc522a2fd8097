/** How long the page itself is busy with a search, once its scripts have run. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { searchAddress } from "../../src/model/addresses.ts";
import { type BareSession, openBarePage } from "./bare-page.ts";
import type { CountingServer } from "./counting-server.ts";

/** Queries that are asked first, so that the scripts are loaded and compiled. */
const warmUp = 5;

/** What a search takes of the main thread from the key that asks until the results have been shown, in milliseconds. */
export interface ThreadTime {
	/** In which nothing else can happen on the page; waiting for other processes counts. */
	readonly busy: number;
	/** Of these, what it worked itself. */
	readonly cpu: number;
}

/** What searches take of the main thread. */
export interface ThreadFigures {
	readonly queries: number;
	readonly median: ThreadTime;
	readonly p95: ThreadTime;
}

/** Milliseconds in which what a search leaves to do, as pictures, is done. */
const rest = 300;

/** Measures each of the queries but the first. */
export async function measureMainThread(
	browser: Browser,
	server: CountingServer,
	queries: readonly string[],
): Promise<ThreadTime[]> {
	const page = await openBarePage(browser, `${server.url}${searchAddress}`);
	try {
		const busy = await page.connect();
		await busy.send("Performance.enable", { timeDomain: "timeTicks" });
		const cpu = await page.connect();
		await cpu.send("Performance.enable", { timeDomain: "threadTicks" });
		const spent = async () => ({ busy: await taskTime(busy), cpu: await taskTime(cpu) });
		const times: ThreadTime[] = [];
		for (const [number, text] of queries.entries()) {
			await busy.evaluate(fieldSelected);
			await busy.send("Input.insertText", { text });
			const before = await spent();
			const shown = busy.evaluate(resultsShown);
			for (const type of ["keyDown", "keyUp"]) await cpu.send("Input.dispatchKeyEvent", { type, ...enter });
			await shown;
			const after = await spent();
			if (number >= warmUp) times.push({ busy: after.busy - before.busy, cpu: after.cpu - before.cpu });
			await sleep(rest);
		}
		return times;
	} finally {
		await page.close();
	}
}

const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };

/** Runs in the page: the next typing replaces the text in its field. */
function fieldSelected(): void {
	const field = document.querySelector<HTMLInputElement>(".search-page .search-box input");
	field?.focus();
	field?.select();
}

/** Runs in the page: ends when an answer has taken the place of the one before, and the frame was painted. */
function resultsShown(): Promise<void> {
	const answer = document.querySelector("#search .search-answer");
	return new Promise((resolve, reject) => {
		if (!answer) {
			reject(new Error("The search page shows answers elsewhere"));
			return;
		}
		const observer = new MutationObserver(() => {
			observer.disconnect();
			requestAnimationFrame(() => setTimeout(resolve));
		});
		observer.observe(answer, { childList: true });
	});
}

interface Metrics {
	readonly metrics: readonly { readonly name: string; readonly value: number }[];
}

/** Milliseconds of the main thread's tasks since the page was made. */
async function taskTime(session: BareSession): Promise<number> {
	const { metrics } = await session.send<Metrics>("Performance.getMetrics");
	return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}
