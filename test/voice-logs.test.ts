/**
 * Numbers from a web server's logs: nothing is counted twice, however often counting is restarted. With both databases.
 */
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ArticleId } from "../src/model/ids.ts";
import { addComment, decide } from "../src/voice/comments/comments.ts";
import { countLogs } from "../src/voice/logs/count-logs.ts";
import { openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";
import { lastDays, mostRead, viewsOfMonth } from "../src/voice/views/read-numbers.ts";
import { openVoiceLocations } from "./support/voice-locations.ts";
import { openTestVoice } from "./support/voice-server.ts";

const voiceLocations = openVoiceLocations();

const agent =
	"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";
const article = "/2026/11/20/mua-gat.html";

interface Logged {
	readonly reader?: number;
	readonly day?: string;
	readonly path?: string;
	readonly by?: string;
}

function logged({ reader = 1, day = "20/Nov/2026", path = article, by = agent }: Logged): string {
	return `10.4.0.${reader} - - [${day}:08:30:00 +0700] "GET ${path} HTTP/1.1" 200 5120 "-" "${by}"\n`;
}

function logFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "tintinh-logs-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

describe.each(Object.entries(voiceLocations))("with %s", (_, locate) => {
	async function open() {
		const { db, close } = await openVoiceDatabase(await locate());
		onTestFinished(close);
		const read = (...files: string[]) =>
			countLogs({ db, files, isArticle: async (id) => id === "2026/11/20-mua-gat", clock: () => 0 });
		return { db, read };
	}

	test("readers in a log are counted as those of a page; robots and addresses of no article are not", async () => {
		const { db, read } = await open();
		const file = join(logFolder(), "access.log");
		const lines = [
			{},
			{},
			{ reader: 2 },
			{ day: "21/Nov/2026" },
			{ reader: 3, by: "Mozilla/5.0 (compatible; bingbot/2.0)" },
			{ reader: 4, path: "/2026/11/20/khong-co.html" },
		];
		writeFileSync(file, `${lines.map(logged).join("")}không phải nhật ký\n`);
		expect(await read(file)).toEqual({ lines: 7, counted: 4, robots: 1, unreadable: 1, otherwiseCounted: 0 });
		expect(await viewsOfMonth(db, "2026-11")).toEqual({ "20-mua-gat": 3 });
		const now = () => Date.parse("2026-11-21T12:00:00+07:00");
		expect(await mostRead(db, lastDays(now(), 1), 5)).toEqual([{ article: "2026/11/20-mua-gat", count: 1 }]);
	});

	test("a log is read on from where the last run ended, also renamed or compressed", async () => {
		const { db, read } = await open();
		const file = join(logFolder(), "access.log");
		writeFileSync(file, logged({}) + logged({ reader: 2 }).slice(0, 40));
		expect((await read(file)).lines).toBe(1);
		appendFileSync(file, logged({ reader: 2 }).slice(40) + logged({ reader: 3 }));
		expect((await read(file)).lines).toBe(2);
		expect((await read(file)).lines).toBe(0);
		renameSync(file, `${file}.1`);
		appendFileSync(`${file}.1`, logged({ reader: 4 }));
		writeFileSync(file, logged({ reader: 5 }) + logged({ reader: 1 }));
		expect(await read(`${file}.1`, file)).toMatchObject({ lines: 3, counted: 2 });
		const all = [1, 2, 3, 4].map((reader) => logged({ reader })).join("");
		writeFileSync(`${file}.2.gz`, gzipSync(all + logged({ reader: 6 })));
		expect(await read(`${file}.2.gz`)).toMatchObject({ lines: 1, counted: 1 });
		expect(await viewsOfMonth(db, "2026-11")).toEqual({ "20-mua-gat": 6 });
	});

	test("which reader read on a day is forgotten when the day is over", async () => {
		const { db, read } = await open();
		const file = join(logFolder(), "access.log");
		writeFileSync(file, logged({}) + logged({ day: "25/Nov/2026" }));
		await read(file);
		expect(await db.selectFrom("seen").select("day").distinct().execute()).toEqual([{ day: "2026-11-25" }]);
		const salts = await db.selectFrom("days").select(["day", "salt"]).orderBy("day").execute();
		expect(salts).toEqual([
			{ day: "2026-11-20", salt: null },
			{ day: "2026-11-25", salt: expect.any(String) },
		]);
	});

	test("readers who like a comment are counted from the log all the same, and their like once", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		const { db, close } = await openVoiceDatabase(location);
		onTestFinished(close);
		const comment = await addComment(db, 0, {
			article: "2026/11/20-mua-gat" as ArticleId,
			name: "An",
			email: null,
			text: "Hay",
			key: "k".repeat(32),
		});
		await decide(db, 0, [comment ?? ""], { state: "approved", by: "Bình" });
		for (let times = 0; times < 2; times++)
			expect((await voice.post("thich", `${article}\n${comment}`)).status).toBe(204);
		const file = join(logFolder(), "access.log");
		writeFileSync(file, logged({ day: "23/Nov/2026", reader: 8 }));
		const report = await countLogs({ db, files: [file], isArticle: async () => true, clock: () => 0 });
		expect(report).toMatchObject({ counted: 1, otherwiseCounted: 0 });
		expect(await voice.get("so/2026-11.json")).toMatchObject({ likes: { [comment ?? ""]: 1 } });
		voice.pass(24 * 60 * 60 * 1000);
		await voice.post("thich", `${article}\n${comment}`);
		const days = await db.selectFrom("seen").select("day").where("day", "like", "likes%").execute();
		expect(days).toEqual([{ day: "likes 2026-11-24" }]);
	});

	test("visits that the pages have counted are not counted again from a log", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		await voice.post("xem", article);
		const file = join(logFolder(), "access.log");
		writeFileSync(file, logged({ day: "23/Nov/2026", reader: 8 }));
		const { db, close } = await openVoiceDatabase(location);
		onTestFinished(close);
		const report = await countLogs({ db, files: [file], isArticle: async () => true, clock: () => 0 });
		expect(report).toMatchObject({ counted: 0, otherwiseCounted: 1 });
	});
});
