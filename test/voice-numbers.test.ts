/** Readers are counted once a day for each article, and the numbers are served. With both databases. */
import { describe, expect, onTestFinished, test } from "vitest";
import { openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";
import { mostReadBefore } from "../src/voice/views/most-read-before.ts";
import { readerDigest, visitDigest } from "../src/voice/views/reader-digest.ts";
import { openVoiceLocations } from "./support/voice-locations.ts";
import { browserAgent, openTestVoice, siteOrigin } from "./support/voice-server.ts";

const voiceLocations = openVoiceLocations();

const article = "/2026/11/22/hoi-nghi.html";
const other = "/2026/11/20/mua-gat.html";
const minute = 60_000;
const day = 24 * 60 * minute;

interface Visits {
	readonly total: number;
	readonly today: number;
	readonly now: number;
}
interface Month {
	readonly views: Record<string, number>;
}

const from = (address: string) => ({ "X-Forwarded-For": address });

describe.each(Object.entries(voiceLocations))("with %s", (_, locate) => {
	test("a reader of an article counts once a day, and again the next day", async () => {
		const voice = await openTestVoice(await locate());
		for (let times = 0; times < 3; times++) expect((await voice.post("xem", article)).status).toBe(204);
		expect((await voice.post("xem", article, from("10.1.1.2"))).status).toBe(204);
		expect((await voice.post("xem", other)).status).toBe(204);
		expect(await voice.get<Month>("so/2026-11.json")).toMatchObject({
			views: { "22-hoi-nghi": 2, "20-mua-gat": 1 },
		});
		voice.pass(day);
		await voice.post("xem", article);
		expect(await voice.get<Month>("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 3 } });
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 4, today: 1, now: 1 });
	});

	test("visits that arrive together are all counted", async () => {
		const voice = await openTestVoice(await locate());
		const answers = await Promise.all(
			Array.from({ length: 300 }, (_, reader) => voice.post("xem", article, from(`10.2.0.${reader % 150}`))),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
		expect(await voice.get<Month>("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 150 } });
	});

	test("readers of the last five minutes count as present, and are forgotten after that", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		await voice.post("xem", article);
		await voice.post("xem", "/", from("10.1.1.2"));
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 2, today: 2, now: 2 });
		voice.pass(4 * minute);
		await voice.post("xem", "/", from("10.1.1.2"));
		voice.pass(2 * minute);
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 2, today: 2, now: 1 });
		voice.pass(5 * minute);
		await voice.post("xem", "/");
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 3, today: 3, now: 1 });
		const { db, close } = await openVoiceDatabase(location);
		expect(await db.selectFrom("present").selectAll().execute()).toHaveLength(1);
		await close();
	});

	test("robots and prefetched pages are not counted", async () => {
		const voice = await openTestVoice(await locate());
		const visits: Record<string, string>[] = [
			{ "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
			{ "User-Agent": "curl/8.5.0" },
			{ "User-Agent": "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)" },
			{ "User-Agent": "facebookexternalhit/1.1" },
			{ "User-Agent": "a".repeat(5_000) },
			{ "Sec-Purpose": "prefetch;prerender" },
			{ Purpose: "prefetch" },
		];
		for (const headers of visits) expect((await voice.post("xem", article, headers)).status).toBe(204);
		expect(await voice.get<Month>("so/2026-11.json")).toEqual({ views: {}, likes: {} });
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 0, today: 0, now: 0 });
	});

	test("the most read articles of a day, a week and a month", async () => {
		const voice = await openTestVoice(await locate());
		for (let reader = 0; reader < 3; reader++) await voice.post("xem", article, from(`10.3.0.${reader}`));
		voice.pass(3 * day);
		for (let reader = 0; reader < 2; reader++) await voice.post("xem", other, from(`10.3.0.${reader}`));
		const first = { title: "Hội nghị ở thôn Đông", address: article };
		const second = { title: "Mùa gặt ở xã Tây", address: other };
		expect(await voice.get("xem-nhieu.json")).toEqual({
			day: [second],
			week: [first, second],
			month: [first, second],
		});
	});

	test("at midnight in Vietnam a new day begins, which knows nobody of the day before", async () => {
		const location = await locate();
		const voice = await openTestVoice(location, { now: Date.parse("2026-11-23T23:59:00+07:00") });
		const { db, close } = await openVoiceDatabase(location);
		onTestFinished(close);
		const seen = async () => {
			await voice.get<Month>("so/2026-11.json");
			const known = db.selectFrom("days").select("salt").where("salt", "is not", null);
			const { salt } = await known.executeTakeFirstOrThrow();
			return [salt, ...(await db.selectFrom("seen").select("visit").execute()).map(({ visit }) => visit)];
		};
		await voice.post("xem", article);
		voice.pass(minute - 1);
		await voice.post("xem", article);
		const before = await seen();
		expect(before).toHaveLength(2);
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 1, today: 1, now: 1 });
		voice.pass(1);
		await voice.post("xem", article);
		voice.pass(minute);
		const after = await seen();
		expect(after).toHaveLength(2);
		expect(new Set([...before, ...after]).size).toBe(4);
		expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 2, today: 1, now: 2 });
		const periods = async () => {
			const lists = await voice.get<Record<string, readonly object[]>>("xem-nhieu.json");
			return Object.keys(lists).filter((period) => lists[period]?.length === 1);
		};
		// Days after that midnight: what is shown just before the next one, and after it.
		const passes: [days: number, before: string[], after: string[]][] = [
			[1, ["day", "week", "month"], ["week", "month"]],
			[7, ["week", "month"], ["month"]],
			[30, ["month"], []],
		];
		let at = minute;
		for (const [days, last, first] of passes) {
			voice.pass(days * day - 1 - at);
			expect(await periods(), `before the end of day ${days}`).toEqual(last);
			voice.pass(minute);
			expect(await periods(), `after day ${days}`).toEqual(first);
			at = days * day - 1 + minute;
		}
	});

	test("a build gets the most read articles up to yesterday, the same all day", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		await voice.post("xem", other);
		for (let reader = 0; reader < 2; reader++) await voice.post("xem", article, from(`10.3.0.${reader}`));
		await voice.get<Month>("so/2026-11.json");
		const { db, close } = await openVoiceDatabase(location);
		const known = await Promise.all(
			["2026-11-23", "2026-11-24", "2026-12-23", "2026-12-24"].map((on) => mostReadBefore(db, on)),
		);
		await close();
		const both = ["2026/11/22-hoi-nghi", "2026/11/20-mua-gat"];
		expect(known).toEqual([[], both, both, []]);
	});

	test("SQL in a beacon or a search is treated as text", async () => {
		const voice = await openTestVoice(await locate());
		const sql = "/x');drop/**/table/**/views;--";
		expect((await voice.post("xem", `${sql}\n'); drop table views; --`)).status).toBe(204);
		expect((await voice.post("khong-thay", "'); drop table searches; --")).status).toBe(204);
		await voice.post("xem", article, from("10.1.1.9"));
		expect(await voice.get<Month>("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 1 } });
		expect(voice.log).toEqual([]);
	});

	test("after the clock was set back, visits are counted and shown as before", async () => {
		const voice = await openTestVoice(await locate());
		await voice.post("xem", article);
		expect(await voice.get("thong-ke.json")).toMatchObject({ today: 1, now: 1 });
		voice.pass(-7 * 60 * minute);
		await voice.post("xem", article, { "X-Forwarded-For": "10.1.1.2" });
		expect(await voice.get("thong-ke.json")).toMatchObject({ today: 2, now: 1 });
	});

	test("numbers survive a restart", async () => {
		const location = await locate();
		const first = await openTestVoice(location);
		await first.post("xem", article);
		await first.server.close().catch(() => {});
		const second = await openTestVoice(location);
		await second.post("xem", article);
		expect(await second.get<Month>("so/2026-11.json")).toMatchObject({ views: { "22-hoi-nghi": 1 } });
	});
});

test("what is no beacon is refused with a sentence and not counted", async () => {
	const voice = await openTestVoice(await voiceLocations["an embedded database"]());
	const refusals: readonly [string, string, Record<string, string>, number][] = [
		["an address that is no article of the site", "/2026/11/22/khong-co.html", {}, 404],
		["no address", "hội nghị", {}, 400],
		["nothing", "", {}, 400],
		["bytes that are no text", "/\u0000", {}, 400],
		["more than a beacon has", `/${"a".repeat(2_000)}`, {}, 413],
		["another site's page", article, { Origin: "https://khac.example" }, 403],
		["no page at all", article, { Origin: "" }, 403],
		["another site's page in a browser", article, { "Sec-Fetch-Site": "cross-site" }, 403],
	];
	for (const [what, body, headers, status] of refusals) {
		const answer = await voice.post("xem", body, headers);
		expect(answer.status, what).toBe(status);
		expect(((await answer.json()) as { message: string }).message, what).toMatch(/\p{L}{3,}.*\.$/u);
	}
	expect(await voice.get<Visits>("thong-ke.json")).toEqual({ total: 0, today: 0, now: 0 });
});

test("a connection stays open longer than the two minutes that a proxy keeps an idle one", async () => {
	const { server } = await openTestVoice(await voiceLocations["an embedded database"]());
	const { headers } = await fetch(`${server.url}/tieng-noi/thong-ke.json`);
	const [, seconds] = /^timeout=(\d+)$/.exec(headers.get("Keep-Alive") ?? "") ?? [];
	expect(Number(seconds)).toBeGreaterThan(120);
});

test("a digest distinguishes readers and articles, and reveals nothing without its salt", () => {
	const reader = { address: "10.1.1.1", agent: browserAgent };
	const digests = [
		readerDigest("a", reader),
		readerDigest("b", reader),
		readerDigest("a", { ...reader, address: "10.1.1.2" }),
		visitDigest(readerDigest("a", reader), "2026/11/22-hoi-nghi"),
		visitDigest(readerDigest("a", reader), "2026/11/20-mua-gat"),
	];
	expect(new Set(digests).size).toBe(5);
	expect(digests.join(" ")).not.toContain("10.1");
	expect(siteOrigin).toMatch(/^https/);
});
