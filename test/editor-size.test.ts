/** What a browser must load before somebody can type in the editor. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { editorBundle, editorFilesFor } from "../src/editor/bundle.ts";
import { otherBackends } from "../src/editor/forms/index.ts";

test("the editor is at most 0.85 MB when a server sends it compressed", { timeout: 60_000 }, async () => {
	const bundle = await editorBundle();
	const { folder } = bundle;
	const files = (await editorFilesFor(bundle, undefined)).filter(
		(name) => /\.(?:js|css)$/.test(name) && !name.startsWith("desk."),
	);
	expect(files).toEqual(expect.arrayContaining(["editor.js", "editor.css"]));
	const sizes = await Promise.all(
		files.map(async (name) => brotliCompressSync(await readFile(path.join(folder, name))).length),
	);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(850_000);
});

test.each(otherBackends)("the script of the backend %s is built on demand, and no other", async (backend) => {
	const bundle = await editorBundle();
	const usual = await editorFilesFor(bundle, undefined);
	const added = (await editorFilesFor(bundle, backend)).filter((name) => !usual.includes(name));
	expect(added.filter((name) => name.startsWith(`${backend}-`) && name.endsWith(".js"))).toHaveLength(1);
	expect(
		added.filter((name) => otherBackends.some((each) => each !== backend && name.startsWith(`${each}-`))),
	).toEqual([]);
});
