import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BenchArticle } from "./articles.ts";
import { type Fts5, openFts5 } from "./fts5.ts";

const texts = [
	"Đảng ủy xã họp bàn việc làm đường liên thôn.",
	"Bà con góp công làm đường. Đảng viên đi trước.",
	"Theo Nghị quyết số 25-NQ/TW về công tác dân vận.",
];
const work = mkdtempSync(join(tmpdir(), "fts5-"));
let fts5: Fts5;

beforeAll(async () => {
	fts5 = await openFts5(
		join(work, "test.sqlite"),
		(async function* () {
			for (const [place, text] of texts.entries()) {
				yield { address: `/${place}`, title: "", summary: "", text } as unknown as BenchArticle;
			}
		})(),
	);
});
afterAll(() => {
	fts5.close();
	rmSync(work, { recursive: true });
});

test("FTS5 finds by neighbouring syllables, whatever the accents", async () => {
	expect(await fts5.search("dang uy xa")).toEqual(["/0", "/1"]);
	expect((await fts5.search("GÓP CÔNG LÀM ĐƯỜNG")).at(0)).toBe("/1");
});

test("FTS5 accepts document numbers and nonexistent words", async () => {
	expect(await fts5.search("25-NQ/TW")).toEqual(["/2"]);
	expect(await fts5.search("zzz")).toEqual([]);
	expect(await fts5.search("“…”")).toEqual([]);
});
