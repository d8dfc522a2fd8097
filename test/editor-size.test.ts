/** What an editor's browser loads before the first key can be typed. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { editorBundle } from "../src/editor/bundle.ts";

test("the editor is at most 0.85 MB, as a server sends it", { timeout: 60_000 }, async () => {
	const { folder } = await editorBundle();
	const files = (await readdir(folder)).filter((name) => /^editor\.(?:js|css)$/.test(name));
	expect(files).toHaveLength(2);
	const sizes = await Promise.all(
		files.map(async (name) => brotliCompressSync(await readFile(path.join(folder, name))).length),
	);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(850_000);
});
