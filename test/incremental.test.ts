/** The rule for incremental builds: whatever was edited, they give the same bytes as a full build. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { formatProblems } from "../src/content/index.ts";
import { fixtureDirectory, fixtureNow, shareCache, temporaryFolder } from "./support/fixture.ts";
import type { Edit } from "./support/newsroom.ts";
import { editKinds, Newsroom } from "./support/newsroom.ts";
import { compareTrees, differences, readTree } from "./support/site-tree.ts";

/** Raise it for more random edits: `TINTINH_RUNS=20 npx vitest run test/incremental.test.ts`. */
const runs = Number(process.env.TINTINH_RUNS ?? 1);
const timeout = 120_000 + runs * 120_000;

const anyEdit: fc.Arbitrary<Edit> = fc.tuple(
	fc.constantFrom(...editKinds),
	fc.nat({ max: 60 }),
	fc.nat({ max: 30 }),
);

/** Changes of code, with the files of the site that they change. Those of one step change different files. */
const codeChanges = [
	[
		{
			// It is no part of the editor, whose bundle takes longer to make than all builds of this test.
			file: "src/site/components/other-articles.tsx",
			from: "<aside ",
			to: '<aside id="others" ',
			changed: /\.html$/,
		},
		{
			file: "src/build/indexing/pagefind-files.ts",
			from: 'join(", "))',
			to: 'join(" – "))',
			changed: /^\/pagefind\//,
		},
	],
	[
		{
			file: "src/site/kinds/article/plan.ts",
			from: "olderCount = 6",
			to: "olderCount = 2",
			changed: /\.html$/,
		},
	],
];

const compiled = ".cache/compiled";

/** What a command needs of this repository, beside its packages. */
const productFiles = [
	"src",
	"admin",
	"scripts",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
	".eleventy.js",
];

/** A newsroom whose site is rebuilt after each edit. */
class Rehearsal {
	private readonly folder = temporaryFolder();
	private readonly content = join(this.folder, "content");
	private readonly output = join(this.folder, "site");
	private readonly cache = join(this.folder, "cache");
	private readonly newsroom: Newsroom;
	private readonly options: { readonly git: boolean; readonly search: boolean };
	private readonly steps: string[] = [];

	constructor(options: { readonly git: boolean; readonly search: boolean }) {
		this.options = options;
		mkdirSync(this.content);
		this.newsroom = new Newsroom(this.content);
		shareCache(this.cache);
		if (!options.git) return;
		this.git("init", "--quiet");
		this.commit();
	}

	/**
	 * Edits, builds, and compares with a full build.
	 * @throws with every edit so far if the two differ
	 */
	async step(...edits: readonly Edit[]): Promise<void> {
		for (const edit of edits) this.steps.push(this.newsroom.apply(edit));
		await this.build(this.output, this.cache);
		const folder = temporaryFolder();
		const fresh = join(folder, "site");
		const cache = join(folder, "cache");
		// Pictures are encoded again, because the cache identifies them by the times of their files.
		mkdirSync(cache);
		symlinkSync(resolve(".cache/share-cards"), join(cache, "share-cards"), "junction");
		await this.build(fresh, cache);
		const told = ["a full build", ...this.steps.map((step, at) => `${at + 1}. ${step}`)].join("\n");
		expect(differences(fresh, this.output), told).toEqual([]);
	}

	commit(): void {
		this.git("add", "--all");
		this.git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", "x");
		this.steps.push("commit");
	}

	private git(...words: readonly string[]): void {
		const { status, stderr } = spawnSync("git", ["-C", this.content, ...words], { encoding: "utf8" });
		if (status !== 0) throw new Error(stderr);
	}

	private async build(outputDirectory: string, cacheDirectory: string): Promise<void> {
		const { problems } = await buildPortal({
			contentDirectory: this.content,
			outputDirectory,
			cacheDirectory,
			now: this.newsroom.now,
			search: this.options.search,
		});
		if (problems.length > 0) throw new Error(`${formatProblems(problems, "")}\n${this.steps.join("\n")}`);
	}
}

describe("an incremental build equals a full one", () => {
	test("after every kind of edit", { timeout }, async () => {
		const rehearsal = new Rehearsal({ git: false, search: false });
		await rehearsal.step();
		for (const [at, kind] of editKinds.entries())
			await rehearsal.step([kind, at * 5, at], [kind, at * 3, at + 1]);
	});

	test.each([
		{ name: "of a folder", git: false, search: false, length: 5 },
		{ name: "of a Git work tree", git: true, search: false, length: 5 },
		{ name: "with the search index", git: false, search: true, length: 2 },
	])("after random edits $name", { timeout }, async ({ git, search, length }) => {
		const anyStep = fc.record({ edits: fc.array(anyEdit, { maxLength: 3 }), commits: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, { minLength: length, maxLength: length }), async (steps) => {
				const rehearsal = new Rehearsal({ git, search });
				await rehearsal.step();
				for (const { edits, commits } of steps) {
					await rehearsal.step(...edits);
					if (git && commits) rehearsal.commit();
				}
			}),
			{ numRuns: runs, interruptAfterTimeLimit: timeout - 30_000 },
		);
	});

	test("after changes of code", { timeout }, async () => {
		const folder = temporaryFolder();
		for (const name of productFiles) cpSync(name, join(folder, name), { recursive: true });
		// What is compiled already is compiled again only where a change concerns it.
		if (existsSync(compiled)) cpSync(compiled, join(folder, compiled), { recursive: true });
		symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
		shareCache(join(folder, "cache"));
		await buildIn(folder, "site", "cache");
		for (const [number, step] of codeChanges.entries()) {
			const before = readTree(join(folder, "site"));
			for (const { file, from, to } of step) {
				const text = readFileSync(join(folder, file), "utf8");
				expect(text).toContain(from);
				writeFileSync(join(folder, file), text.replace(from, to));
			}
			await buildIn(folder, "site", "cache");
			const { added, changed, removed } = compareTrees(before, readTree(join(folder, "site")));
			const differing = [...added, ...changed, ...removed];
			for (const { changed } of step) expect(differing).toContainEqual(expect.stringMatching(changed));
			shareCache(join(folder, `cache-${number}`));
			await buildIn(folder, `fresh-${number}`, `cache-${number}`);
			expect(differences(join(folder, `fresh-${number}`), join(folder, "site"))).toEqual([]);
		}
	});
});

/** Builds the fixture with the code of a folder. */
async function buildIn(folder: string, output: string, cache: string): Promise<void> {
	const folders = ["--content", resolve(fixtureDirectory), "--output", output, "--cache", cache];
	const words = ["scripts/tintinh.js", "build", ...folders, "--now", fixtureNow];
	const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
	let error = "";
	child.stderr.on("data", (bytes: Buffer) => {
		error += bytes;
	});
	const [code] = await once(child, "close");
	expect(code, error).toBe(0);
}
