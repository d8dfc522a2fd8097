/** Makes bundles in a small copy of the product, in a separate process, because each process has one product folder. */
import { execFileSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";

let product = "";

beforeEach(() => {
	product = temporaryFolder();
	cpSync("src/program", join(product, "src/program"), { recursive: true });
	symlinkSync(resolve("node_modules"), join(product, "node_modules"), "junction");
	write("package.json", '{ "type": "module" }');
	write("package-lock.json", "{}");
	write("code/main.ts", 'import { word } from "./word.ts";\nconsole.log(word);\n');
	write("code/word.ts", 'export const word = "một";\n');
	write("code/unused.ts", "export const unused = 1;\n");
	write("plugin.js", "export const plugin = 1;\n");
	write(
		"make.js",
		`import { build } from "esbuild";
		import { followedBundle } from "./src/program/followed-bundle.js";
		import "./plugin.js";
		let isMade = false;
		const { folder, record } = await followedBundle({
			name: "probe",
			recipe: "make.js",
			async make(directory) {
				isMade = true;
				const options = { absWorkingDir: import.meta.dirname, entryPoints: ["code/main.ts"], outdir: directory };
				const { metafile } = await build({ ...options, bundle: true, metafile: true });
				return { metafiles: [metafile] };
			},
		});
		console.log(JSON.stringify({ folder, isMade, digest: record.digest, inputs: record.inputs }));`,
	);
});

function write(file: string, text: string): void {
	mkdirSync(join(product, file, ".."), { recursive: true });
	writeFileSync(join(product, file), text);
}

interface Made {
	readonly folder: string;
	readonly isMade: boolean;
	readonly digest: string;
	readonly inputs: Readonly<Record<string, { readonly imports: readonly string[] }>>;
}

function make(): Made {
	return JSON.parse(execFileSync(process.execPath, [join(product, "make.js")], { encoding: "utf8" }));
}

test("is made once, and records its inputs", () => {
	const first = make();
	expect(first.isMade).toBe(true);
	expect(Object.keys(first.inputs)).toEqual([
		"code/main.ts",
		"code/word.ts",
		"make.js",
		"package-lock.json",
		"plugin.js",
		"src/program/followed-bundle.js",
		"src/program/package-licences.js",
		"src/program/product-folder.js",
		"tsconfig.json",
	]);
	expect(first.inputs["code/main.ts"]?.imports).toEqual(["code/word.ts"]);
	expect(make()).toEqual({ ...first, isMade: false });
});

test("is made again if one of its inputs changes, and for no other file", () => {
	const files = [
		"code/main.ts",
		"code/word.ts",
		"make.js",
		"plugin.js",
		"package-lock.json",
		"tsconfig.json",
	];
	let before = make();
	for (const file of files) {
		write(file, /\.[jt]s$/.test(file) ? `${readFileSync(join(product, file), "utf8")}// x\n` : '{ "x": {} }');
		const after = make();
		expect({ file, isMade: after.isMade }).toEqual({ file, isMade: true });
		expect(after.digest).not.toBe(before.digest);
		before = after;
	}
	write("code/unused.ts", "export const unused = 2;\n");
	utimesSync(join(product, "code/word.ts"), 1, 1);
	expect(make()).toEqual({ ...before, isMade: false });
});

test("is made again if it was damaged", () => {
	const { folder } = make();
	const [file = ""] = readdirSync(folder);
	const text = readFileSync(join(folder, file), "utf8");
	writeFileSync(join(folder, file), text.slice(1));
	expect(make().isMade).toBe(true);
	expect(readFileSync(join(folder, file), "utf8")).toBe(text);
});
