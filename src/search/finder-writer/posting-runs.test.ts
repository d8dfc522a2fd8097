import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recordSize } from "./posting-records.ts";
import { PostingRuns } from "./posting-runs.ts";

test.each([
	[150_000, 1_000_000],
	[150_000, 100_000],
	[150_000, 3000],
	[20_000, 1_000_000],
])(
	"returns %d records by hash, then in their order, with room in memory for %d numbers",
	(count, mostInMemory) => {
		const directory = mkdtempSync(join(tmpdir(), "posting-runs-"));
		const runs = new PostingRuns(join(directory, "runs.tmp"), mostInMemory);
		const hashOf = (place: number) => Math.imul(place % 5000, 0x9e3779b1) >>> 0;
		const places = Array.from({ length: count }, (_, place) => place);
		for (const place of places) runs.add(hashOf(place), place, 1, 2, 3);
		const read: number[] = [];
		for (const records of runs.sorted())
			for (let at = 0; at < records.length; at += recordSize) read.push(records[at + 1] ?? -1);
		expect(read).toEqual(places.sort((a, b) => hashOf(a) - hashOf(b) || a - b));
		expect(readdirSync(directory)).toEqual([]);
		rmSync(directory, { recursive: true });
	},
);
