/** Checks the finder's file list, which phones use, against the files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../src/disk/files-below.ts";
import { type ListedFile, sumOf } from "../src/search/finder/file-list.ts";
import type { SegmentList } from "../src/search/finder/format.ts";
import { buildSite } from "./support/build-site.ts";
import { PortalCopy } from "./support/fixture.ts";

test("each part of the index lists its files, with their sizes and checksums, and no others", async () => {
	const portal = new PortalCopy();
	await buildSite({ ...portal.options, search: true });
	const root = join(portal.output, "tim-kiem/chi-muc");
	const [, { segments }] = JSON.parse(readFileSync(join(root, "segments.json"), "utf8")) as [
		string,
		SegmentList,
	];
	const listed = ["labels", ...segments.map(({ id }) => id)].flatMap((part) => {
		const files = JSON.parse(readFileSync(join(root, part, "files.json"), "utf8")) as ListedFile[];
		for (const [path, size, sum] of files) {
			const bytes = readFileSync(join(root, path));
			expect([bytes.length, sumOf(bytes)], path).toEqual([size, sum]);
		}
		return files.map(([path]) => path);
	});
	const there = (await filesBelow(root)).filter((path) => !path.endsWith(".json"));
	expect(listed.sort()).toEqual(there);
	expect(listed.length).toBeGreaterThan(20);
});
