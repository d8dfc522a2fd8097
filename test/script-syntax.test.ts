/** Scripts of pages use nothing that browsers of 2021 (Chrome 90, Safari 14) lack. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { assetsBundle } from "../src/build/static-files/bundle-assets.ts";

let directory = "";
let scripts: string[] = [];

beforeAll(async () => {
	directory = (await assetsBundle()).folder;
	scripts = readdirSync(directory).filter((name) => name.endsWith(".js"));
});

/** The bundler lowers syntax, but neither library calls nor regular expressions. */
const tooNew: readonly (readonly [what: string, pattern: RegExp])[] = [
	["a look behind (Safari 16.4)", /\(\?<[=!]/],
	// Not `...at(x)`, where a script was shortened.
	["at (Chrome 92, Safari 15.4)", /(?<!\.)\.at\(/],
	["findLast (Chrome 97, Safari 15.4)", /\.findLast(?:Index)?\(/],
	["copies of lists (Chrome 110, Safari 16)", /\.(?:toSorted|toReversed|toSpliced)\(/],
	["hasOwn (Chrome 93, Safari 15.4)", /\bObject\.hasOwn\(/],
	["structuredClone (Chrome 98, Safari 15.4)", /\bstructuredClone\(/],
	["throwIfAborted (Chrome 100, Safari 15.4)", /\.throwIfAborted\(/],
	["signals that are joined or timed (Chrome 103, Safari 16)", /\bAbortSignal\.(?:any|timeout)\(/],
];

test.each(tooNew)("no script uses %s", (_, pattern) => {
	expect(scripts).toContain("finder.js");
	const using = scripts.filter((name) => pattern.test(readFileSync(join(directory, name), "utf8")));
	expect(using).toEqual([]);
});
