/** How fast an archive opens from a disk: its first answer to a question, and files with many articles. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, firefox } from "playwright-core";
import { measure } from "../bench/measure.ts";
import { findBrowser, findFirefox } from "../browser/find-browser.ts";

export interface Opening {
	readonly answers: readonly FirstAnswers[];
	readonly editions: readonly EditionOpening[];
}

interface FirstAnswers {
	/** `Chromium`, `Firefox` */
	readonly browser: string;
	/** Milliseconds from the call of the search page to its first result, for each question; each in a new window. */
	readonly times: readonly number[];
}

interface EditionOpening {
	readonly articles: number;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds of work in the page's thread until it was complete, on a processor that is made slower. */
	readonly work: number;
}

/** With accents and without, common and rare words. */
const questions = [
	"đối thoại",
	"doi thoai",
	"kinh tế",
	"xay dung nong thon moi",
	"giáo dục",
	"thanh pho ho chi minh",
];

/** As a phone of the lower class is slower than a desk's processor. */
const slowdown = 6;

const editionSizes = [50, 200, 500, 1000];

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Unpacks the archive in a folder, which the forms were measured in, and opens it. */
export async function measureOpening(directory: string): Promise<Opening> {
	const folder = join(directory, "kho");
	await rm(folder, { recursive: true, force: true });
	await measure("unzip", ["-q", join(directory, "zip.zip"), "-d", folder]);
	return { answers: await measureFirstAnswers(folder), editions: await measureEditions(folder) };
}

async function measureFirstAnswers(folder: string): Promise<FirstAnswers[]> {
	const page = pathToFileURL(join(folder, "tim-kiem.html")).href;
	const openings: FirstAnswers[] = [];
	for (const [name, launch] of [
		["Chromium", launchChromium],
		["Firefox", launchFirefox],
	] as const) {
		const browser = await launch();
		const times: number[] = [];
		try {
			for (const question of questions) {
				const context = await browser.newContext();
				const tab = await context.newPage();
				await tab.addInitScript(() => {
					new MutationObserver(() => {
						if (document.querySelector(".search-result") && !("answeredAt" in globalThis))
							Object.assign(globalThis, { answeredAt: performance.now() });
					}).observe(document, { childList: true, subtree: true });
				});
				await tab.goto(`${page}?${new URLSearchParams({ q: question })}`);
				await tab.locator(".search-result").first().waitFor();
				times.push(await tab.evaluate(() => (globalThis as unknown as { answeredAt: number }).answeredAt));
				await context.close();
			}
		} finally {
			await browser.close();
		}
		openings.push({ browser: name, times });
	}
	return openings;
}

/** Files as a month's would be with more and more articles, opened in a window of a phone's size. */
async function measureEditions(folder: string): Promise<EditionOpening[]> {
	const months = (await readdir(join(folder, "tin"))).filter((name) =>
		/^\d{4}-\d\d(?:-\d\d)?\.html$/.test(name),
	);
	const texts = await Promise.all(months.sort().map((name) => readFile(join(folder, "tin", name), "utf8")));
	const articles = texts.flatMap((text) => text.match(/<article id="b.*?<\/article>/gs) ?? []);
	const [head = "", foot = ""] = (texts.find((text) => text.includes("<article id=")) ?? "").split(
		/<article id="b.*<\/article>/s,
	);
	const browser = await launchChromium();
	const openings: EditionOpening[] = [];
	try {
		for (const count of editionSizes) {
			// Where there are too few, they are taken again.
			const text =
				head + Array.from({ length: count }, (_, place) => articles[place % articles.length]).join("") + foot;
			const file = join(folder, "tin", `do-${count}.html`);
			await writeFile(file, text);
			const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true });
			const tab = await context.newPage();
			const client = await context.newCDPSession(tab);
			await client.send("Performance.enable");
			await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
			await tab.goto(pathToFileURL(file).href);
			await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
			const { metrics } = await client.send("Performance.getMetrics");
			const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
			openings.push({
				articles: count,
				size: Buffer.byteLength(text),
				work: metric("TaskDuration") * 1000,
			});
			await context.close();
		}
	} finally {
		await browser.close();
	}
	return openings;
}

function launchChromium(): Promise<Browser> {
	const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
	return chromium.launch({ executablePath: findBrowser(say), args });
}

function launchFirefox(): Promise<Browser> {
	return firefox.launch({ executablePath: findFirefox(say), channel: "moz-firefox" });
}
