import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ZipWriter } from "./zip-writer.ts";

test("forgets the content of an entry once it is written", async () => {
	setFlagsFromString("--expose-gc");
	const collectGarbage = runInNewContext("gc") as () => void;
	const directory = mkdtempSync(join(tmpdir(), "zip-writer-"));
	const zip = new ZipWriter(join(directory, "kho.zip"), "2026-11-22");
	const contents: WeakRef<Uint8Array>[] = [];
	for (let number = 0; number < 20; number++) {
		const bytes = new Uint8Array(10_000).fill(number);
		contents.push(new WeakRef(bytes));
		await zip.add(`${number}.txt`, { bytes });
	}
	await setImmediate();
	collectGarbage();
	// The last ones may still be on their way through the streams.
	expect(contents.filter((content) => content.deref() !== undefined).length).toBeLessThan(5);
	await zip.end();
	rmSync(directory, { recursive: true });
});
