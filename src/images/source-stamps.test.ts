import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { sealText } from "../disk/digest.ts";
import { inspectionVersion } from "./inspect-picture.ts";
import { readStamps, type SourceStamps, stampsFileOf, writeStamps } from "./source-stamps.ts";

const stamps: SourceStamps = {
	"media/anh.png": { size: 12, modified: 34, digest: "a".repeat(64), inspection: inspectionVersion },
};

function file(): string {
	return stampsFileOf(temporaryFolder(), "content");
}

describe("stamps", () => {
	test("are read as they were written", async () => {
		const path = file();
		await writeStamps(path, stamps);
		expect(await readStamps(path)).toEqual(stamps);
	});

	test("are empty if there is no file", async () => {
		expect(await readStamps(file())).toEqual({});
	});

	test("are ignored if a byte of the file has changed, even if it can still be parsed", async () => {
		const path = file();
		await writeStamps(path, stamps);
		writeFileSync(path, readFileSync(path, "utf8").replace('"size":12', '"size":13'));
		expect(await readStamps(path)).toEqual({});
	});

	test.each([
		["another inspection", { ...stamps["media/anh.png"], inspection: -1 }],
		["half a digest", { ...stamps["media/anh.png"], digest: "a".repeat(32) }],
	])("are ignored if one is of %s", async (_, stamp) => {
		const path = file();
		writeFileSync(path, sealText(JSON.stringify({ "media/anh.png": stamp })));
		expect(await readStamps(path)).toEqual({});
	});

	test("of two content folders are in two files", () => {
		const directory = temporaryFolder();
		expect(stampsFileOf(directory, "content")).not.toBe(stampsFileOf(directory, "other"));
		expect(stampsFileOf(directory, "content")).toBe(stampsFileOf(directory, join(process.cwd(), "content")));
	});
});
