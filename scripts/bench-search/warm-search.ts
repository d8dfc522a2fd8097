/** How long the page itself is busy with a search, once its scripts have run. */
import type { Browser, CDPSession } from "playwright-core";
import { searchAddress } from "../../src/model/addresses.ts";
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

/** Measures each of the queries but the first. */
export async function measureMainThread(
	browser: Browser,
	server: CountingServer,
	queries: readonly string[],
): Promise<ThreadTime[]> {
	const context = await browser.newContext({ locale: "vi-VN" });
	try {
		const page = await context.newPage();
		await page.goto(`${server.url}${searchAddress}`, { waitUntil: "networkidle" });
		// A session knows one clock.
		const busy = await context.newCDPSession(page);
		await busy.send("Performance.enable", { timeDomain: "timeTicks" });
		const cpu = await context.newCDPSession(page);
		await cpu.send("Performance.enable", { timeDomain: "threadTicks" });
		const spent = async () => ({ busy: await taskTime(busy), cpu: await taskTime(cpu) });
		const times: ThreadTime[] = [];
		for (const [number, text] of queries.entries()) {
			await page.fill(".search-page .search-box input", text);
			await page.waitForLoadState("networkidle");
			const before = await spent();
			const shown = page.evaluate(resultsShown);
			await page.keyboard.press("Enter");
			await shown;
			const after = await spent();
			if (number >= warmUp) times.push({ busy: after.busy - before.busy, cpu: after.cpu - before.cpu });
		}
		return times;
	} finally {
		await context.close();
	}
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

/** Milliseconds of the main thread's tasks since the page was made. */
async function taskTime(session: CDPSession): Promise<number> {
	const { metrics } = await session.send("Performance.getMetrics");
	return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}
