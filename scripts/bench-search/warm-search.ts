/** How long the page itself is busy with a search, once its scripts have run. */
import type { Browser, CDPSession } from "playwright-core";
import { searchAddress } from "../../src/model/addresses.ts";
import type { CountingServer } from "./counting-server.ts";

/** Queries that are asked first, so that the scripts are loaded and compiled. */
const warmUp = 5;

/** Milliseconds of work of the main thread from the key that asks until the results have been shown, for each query. */
export async function measureMainThread(
	browser: Browser,
	server: CountingServer,
	queries: readonly string[],
): Promise<number[]> {
	const context = await browser.newContext({ locale: "vi-VN" });
	try {
		const page = await context.newPage();
		await page.goto(`${server.url}${searchAddress}`, { waitUntil: "networkidle" });
		const session = await context.newCDPSession(page);
		await session.send("Performance.enable");
		const times: number[] = [];
		for (const [number, text] of queries.entries()) {
			await page.fill(".search-page .search-box input", text);
			await page.waitForLoadState("networkidle");
			const before = await workOf(session);
			const shown = page.evaluate(resultsShown);
			await page.keyboard.press("Enter");
			await shown;
			const work = (await workOf(session)) - before;
			if (number >= warmUp) times.push(work);
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

/** Milliseconds that the main thread has worked since the page was made. */
async function workOf(session: CDPSession): Promise<number> {
	const { metrics } = await session.send("Performance.getMetrics");
	return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}
