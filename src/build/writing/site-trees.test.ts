import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { discardManifests, ForeignOutputError, findTrees, switchTrees } from "./site-trees.ts";

let root: string;
let output: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "site-trees-"));
	output = join(root, "_site");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const a = () => join(root, "._site.a");
const b = () => join(root, "._site.b");

test("before the first build there is no current tree, and an empty folder in its place is removed", async () => {
	expect(await findTrees(output)).toEqual({ current: undefined, next: a(), other: b() });
	mkdirSync(output);
	expect(await findTrees(output)).toEqual({ current: undefined, next: a(), other: b() });
	expect(existsSync(output)).toBe(false);
});

test("the current tree is the one that the output leads to, and the next one is the other", async () => {
	const trees = await findTrees(output);
	await switchTrees(output, trees);
	expect(readlinkSync(output)).toBe("._site.a");
	expect(await findTrees(output)).toEqual({ current: a(), next: b(), other: a() });
	await switchTrees(output, await findTrees(output));
	expect(readlinkSync(output)).toBe("._site.b");
	expect(await findTrees(output)).toEqual({ current: b(), next: a(), other: b() });
});

test("a link that a killed build has left does not hinder the next switch", async () => {
	symlinkSync("._site.b", join(root, "._site.link"));
	await switchTrees(output, await findTrees(output));
	expect(readlinkSync(output)).toBe("._site.a");
	expect(readdirSync(root)).toEqual(["_site"]);
});

test.each<[string, () => void]>([
	[
		"a folder with files",
		() => {
			mkdirSync(output);
			writeFileSync(join(output, "index.html"), "");
		},
	],
	["a file", () => writeFileSync(output, "")],
	["a link to elsewhere", () => symlinkSync("/srv/www", output)],
	["a link to a tree of another output", () => symlinkSync("._web.a", output)],
])("%s in the output's place is an error and stays", async (_, make) => {
	make();
	await expect(findTrees(output)).rejects.toThrow(ForeignOutputError);
	expect(readdirSync(root)).toEqual(["_site"]);
});

test("trees whose manifests are discarded keep their files", async () => {
	await discardManifests(output);
	symlinkSync("._site.b", output);
	for (const tree of [a(), b()]) {
		mkdirSync(tree);
		writeFileSync(join(tree, "index.html"), "");
		writeFileSync(join(tree, "manifest.json"), "");
	}
	await discardManifests(output);
	expect([a(), b()].map((tree) => readdirSync(tree))).toEqual([["index.html"], ["index.html"]]);
	await discardManifests(output);
});
