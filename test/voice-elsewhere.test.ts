/** Readers that GoatCounter or Umami has counted: taken over day by day from what their APIs are documented to answer. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import type { CounterSettings } from "../src/model/site.ts";
import { type FetchCountsOptions, fetchCounts } from "../src/voice/elsewhere/fetch-counts.ts";
import { openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";
import { mostReadBefore } from "../src/voice/views/most-read-before.ts";
import { statisticsOf } from "../src/voice/views/statistics.ts";
import { writeNumbers } from "../src/voice/views/write-numbers.ts";
import { openVoiceLocations } from "./support/voice-locations.ts";
import { openTestVoice } from "./support/voice-server.ts";

const voiceLocations = openVoiceLocations();

const website = "2f1c0a9e-58d3-4c1b-9a6e-0b7d5e3f4a21";
const article = "/2026/11/22/hoi-nghi.html";
const other = "/2026/11/20/mua-gat.html";
const noon = Date.parse("2026-11-23T12:00:00+07:00");

/** Readers of a page in one hour. */
interface Hit {
	readonly path: string;
	readonly at: string;
	readonly count: number;
}

type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

async function serve(
	answer: (url: URL, request: IncomingMessage) => Answer | Promise<Answer>,
): Promise<string> {
	const server = createServer(async (request, response) => {
		const [status, body, headers] = await answer(new URL(request.url ?? "/", "http://counter"), request);
		response.writeHead(status, { "Content-Type": "application/json", ...headers });
		response.end(typeof body === "string" ? body : JSON.stringify(body));
	});
	server.listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Counts by name, most first. */
function sum(hits: readonly Hit[]): [string, number][] {
	const sums = new Map<string, number>();
	for (const { path, count } of hits) sums.set(path, (sums.get(path) ?? 0) + count);
	return [...sums].sort(([, one], [, more]) => more - one);
}

/** Speaks `/api/v0` as its reference says: hours, at most 100 pages of an answer, and a limit on questions. */
async function startGoatCounter(hits: readonly Hit[], more: { readonly isBusy?: boolean } = {}) {
	const ids = new Map<string, number>();
	const idOf = (path: string) => ids.get(path) ?? ids.set(path, ids.size + 1).size;
	let isBusy = more.isBusy ?? false;
	const address = await serve(({ pathname, searchParams }, { headers }) => {
		if (headers.authorization !== "Bearer khoa") return [401, { error: "unknown token" }];
		if (isBusy) {
			isBusy = false;
			return [429, { error: "rate limited" }, { "X-Rate-Limit-Reset": "1" }];
		}
		const [start = 0, end = 0] = ["start", "end"].map((name) => Date.parse(searchParams.get(name) ?? ""));
		const within = hits.filter(({ at }) => start <= Date.parse(at) && Date.parse(at) <= end);
		if (pathname === "/api/v0/stats/toprefs")
			return [200, { stats: within.length > 0 ? [{ id: "1", name: "Tim.example.vn/trang", count: 3 }] : [] }];
		if (pathname !== "/api/v0/stats/hits") return [404, { error: "not found" }];
		const excluded = new Set((searchParams.get("exclude_paths") ?? "").split(",").map(Number));
		const all = sum(within).map(([path, count]) => ({ path_id: idOf(path), path, count, event: false }));
		const left = all.filter(({ path_id }) => !excluded.has(path_id));
		const shown = left.slice(0, Math.min(100, Number(searchParams.get("limit") ?? 20)));
		return [200, { hits: shown, more: left.length > shown.length, total: shown.length }];
	});
	return { service: "goatcounter", address } satisfies CounterSettings;
}

/** Speaks `/api` as its documentation says: signs people in, and gives `x` and `y` between two moments. */
async function startUmami(hits: readonly Hit[], type = "path") {
	const address = await serve(async ({ pathname, searchParams }, request) => {
		if (pathname === "/api/auth/login") {
			const { username, password } = (await json(request)) as Record<string, string>;
			return username === "doc" && password === "mat-khau" ? [200, { token: "ve" }] : [401, {}];
		}
		if (request.headers.authorization !== "Bearer ve") return [401, {}];
		if (pathname !== `/api/websites/${website}/metrics`) return [404, {}];
		const number = (name: string) => Number(searchParams.get(name));
		const within = hits.filter(
			({ at }) => number("startAt") <= Date.parse(at) && Date.parse(at) <= number("endAt"),
		);
		if (searchParams.get("type") === "referrer")
			return [200, within.length > 0 ? [{ x: "tim.example.vn", y: 3 }] : []];
		if (searchParams.get("type") !== type) return [400, {}];
		const lines = sum(within).map(([x, y]) => ({ x, y }));
		return [200, lines.slice(number("offset"), number("offset") + number("limit"))];
	});
	return { service: "umami", address, website } satisfies CounterSettings;
}

const keys = { goatcounter: { token: "khoa" }, umami: { user: "doc", password: "mat-khau" } };
const articles = new Set(["2026/11/22-hoi-nghi", "2026/11/20-mua-gat"]);

async function open(locate: () => ReturnType<(typeof voiceLocations)["PostgreSQL"]>) {
	const location = await locate();
	const { db, close } = await openVoiceDatabase(location);
	onTestFinished(close);
	const take = (counter: CounterSettings, more: Partial<FetchCountsOptions> = {}) =>
		fetchCounts({
			db,
			counter,
			key: keys[counter.service],
			isArticle: async (id) => articles.has(id),
			pause: async () => {},
			clock: () => noon,
			since: "2026-11-21",
			...more,
		});
	return { location, db, take };
}

const week: readonly Hit[] = [
	{ path: article, at: "2026-11-22T00:00:00+07:00", count: 5 },
	{ path: article, at: "2026-11-22T23:00:00+07:00", count: 2 },
	{ path: other, at: "2026-11-21T23:00:00+07:00", count: 3 },
	{ path: "/", at: "2026-11-23T08:00:00+07:00", count: 4 },
	{ path: "/2026/11/22/khong-co.html", at: "2026-11-23T09:00:00+07:00", count: 1 },
];
const starts = { goatcounter: startGoatCounter, umami: startUmami };
const cases = Object.entries(voiceLocations).flatMap(([name, locate]) =>
	(["goatcounter", "umami"] as const).map((service) => [service, name, locate] as const),
);

describe.each(cases)("%s, with %s", (service, _, locate) => {
	test("days of Vietnam are taken over, again without counting twice, and shown as our own", async () => {
		const { location, db, take } = await open(locate);
		const hits = [...week];
		const counter = await starts[service](hits);
		expect(await take(counter)).toEqual({ days: 3, readers: 15, otherwiseCounted: 0 });
		hits.push({ path: article, at: "2026-11-22T23:00:00+07:00", count: 1 });
		expect(await take(counter)).toMatchObject({ readers: 16 });
		expect(await take(counter, { since: undefined })).toMatchObject({ days: 2, readers: 13 });
		const voice = await openTestVoice(location);
		expect(await voice.get("so/2026-11.json")).toMatchObject({
			views: { "22-hoi-nghi": 8, "20-mua-gat": 3 },
		});
		expect(await voice.get("thong-ke.json")).toEqual({ total: 16, today: 5 });
		expect(await mostReadBefore(db, "2026-11-23")).toEqual(["2026/11/22-hoi-nghi", "2026/11/20-mua-gat"]);
		const { referrers } = await statisticsOf(db, { from: "2026-11-21", to: "2026-11-23" }, 10);
		expect(referrers).toEqual([{ what: "tim.example.vn", count: 9 }]);
		// A page that still has the former script counts nothing twice.
		expect((await voice.post("xem", article)).status).toBe(204);
		expect(await voice.get("thong-ke.json")).toEqual({ total: 16, today: 5 });
	});
});

const embedded = voiceLocations["an embedded database"];

test("days that the pages have counted stay as they are", async () => {
	const { location, take } = await open(embedded);
	const voice = await openTestVoice(location);
	await voice.post("xem", article);
	expect(await take(await startGoatCounter(week))).toEqual({ days: 2, readers: 10, otherwiseCounted: 1 });
});

test("a day with more pages than an answer has is read whole, from a program that is busy", async () => {
	const { take } = await open(embedded);
	const many = Array.from({ length: 2_300 }, (_, page) => ({
		path: `/trang/${page}/`,
		at: `2026-11-22T${String(page % 24).padStart(2, "0")}:00:00+07:00`,
		count: 1 + (page % 3),
	}));
	const readers = many.reduce((all, { count }) => all + count, 0);
	const pauses: number[] = [];
	const pause = async (milliseconds: number) => void pauses.push(milliseconds);
	expect(await take(await startGoatCounter(many, { isBusy: true }), { pause })).toMatchObject({ readers });
	expect(pauses).toContain(1_000);
	expect(await take(await startUmami(many))).toMatchObject({ readers });
});

test("numbers are files for a server that has no program of ours, and only what has changed is written", async () => {
	const { db, take } = await open(embedded);
	const folder = mkdtempSync(join(tmpdir(), "tintinh-numbers-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const hits = [...week];
	const counter = await startGoatCounter(hits);
	await take(counter);
	const titles = {
		site: async () => ({ voice: { views: true, comments: "none", letters: false } as const, contact: {} }),
		find: async (id: string) => ({
			id: id as never,
			title: `Bài ${id}`,
			address: article,
			takesComments: false,
			formerViews: 0,
		}),
	};
	const write = () => writeNumbers({ db, articles: titles, folder, clock: () => noon });
	const read = (name: string) => JSON.parse(readFileSync(join(folder, "tieng-noi", name), "utf8"));
	expect(await write()).toBe(3);
	expect(read("so/2026-11.json")).toEqual({ views: { "22-hoi-nghi": 7, "20-mua-gat": 3 }, likes: {} });
	expect(read("thong-ke.json")).toEqual({ total: 15, today: 5 });
	expect(read("xem-nhieu.json").week[0]).toEqual({ title: "Bài 2026/11/22-hoi-nghi", address: article });
	expect(await write()).toBe(0);
	hits.push({ path: "/", at: "2026-11-23T10:00:00+07:00", count: 1 });
	await take(counter);
	expect(await write()).toBe(1);
});

test("what goes wrong is told with the address, and what was there stays", async () => {
	const { db, take } = await open(embedded);
	await take(await startGoatCounter(week));
	const answers: readonly (readonly [answer: Answer, message: string])[] = [
		[[401, {}], "từ chối"],
		[[500, "lỗi"], "500"],
		[[200, "<!doctype html>"], "không trả lời như"],
		[[200, { hits: [{ path: 1 }] }], "không trả lời như"],
		[[200, { hits: [{ path_id: 1, path: "/", count: -5 }] }], "không trả lời như"],
	];
	for (const [answer, message] of answers) {
		const address = await serve(() => answer);
		await expect(take({ service: "goatcounter", address })).rejects.toThrow(message);
		await expect(take({ service: "goatcounter", address })).rejects.toThrow(address);
	}
	const away = { service: "umami", address: "http://127.0.0.1:9", website } as const;
	await expect(take(away)).rejects.toThrow("127.0.0.1:9");
	const kept = await db
		.selectFrom("totals")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.executeTakeFirst();
	expect(Number(kept?.sum)).toBe(15);
});
