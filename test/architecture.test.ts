/** Dependencies point one way: the table of docs/architecture.md, held against every import. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";

/** Which parts of `src` (and `admin`) a part may import; its own files always. The first part that fits counts. */
const rules: readonly {
	readonly part: string;
	readonly mayImport: readonly string[];
	readonly browserSafe?: true;
}[] = [
	{ part: "src/program", mayImport: [] },
	{ part: "src/text", mayImport: [], browserSafe: true },
	{ part: "src/messages", mayImport: ["src/text"], browserSafe: true },
	{ part: "src/model", mayImport: ["src/text"], browserSafe: true },
	{
		part: "src/content/markdown",
		mayImport: ["src/messages", "src/model", "src/text"],
		browserSafe: true,
	},
	{ part: "src/disk", mayImport: [] },
	{ part: "src/content", mayImport: ["src/disk", "src/program", "src/messages", "src/model", "src/text"] },
	{ part: "src/site/views.ts", mayImport: ["src/messages", "src/model"], browserSafe: true },
	{
		part: "src/site/components",
		mayImport: ["src/site/views.ts", "src/messages", "src/model", "src/text"],
		browserSafe: true,
	},
	{
		part: "src/site/layouts",
		mayImport: ["src/site/components", "src/site/views.ts", "src/messages", "src/model", "src/text"],
		browserSafe: true,
	},
	{ part: "src/site/client", mayImport: ["src/model", "src/text"], browserSafe: true },
	{ part: "src/site", mayImport: ["src/content", "src/disk", "src/messages", "src/model", "src/text"] },
	{
		part: "src/search/client",
		mayImport: ["src/search/finder", "src/search/pagefind/text.ts", "src/messages", "src/model", "src/text"],
		browserSafe: true,
	},
	{ part: "src/search/finder", mayImport: ["src/model", "src/text"], browserSafe: true },
	{ part: "src/search", mayImport: ["src/model", "src/text"] },
	{
		part: "src/images",
		mayImport: ["src/content", "src/disk", "src/site/views.ts", "src/model", "src/text"],
	},
	{ part: "src/import", mayImport: ["src/content", "src/disk", "src/model", "src/text"] },
	{ part: "src/export", mayImport: ["src/content", "src/disk", "src/model", "src/text"] },
	{ part: "src/new-portal", mayImport: ["src/content", "src/images", "src/model", "src/text"] },
	{ part: "src/editor/forms", mayImport: ["src/model", "src/text"], browserSafe: true },
	{ part: "src/editor", mayImport: ["src/disk", "src/program", "src/editor/forms", "src/model", "src/text"] },
	{
		part: "src/build",
		mayImport: [
			"src/program",
			"src/content",
			"src/disk",
			"src/images",
			"src/site",
			"src/search",
			"src/editor/forms",
			"src/editor",
			"src/messages",
			"src/model",
			"src/text",
		],
	},
	{ part: "src/deploy", mayImport: ["src/disk", "src/model", "src/text"] },
	{
		part: "src/preview",
		mayImport: ["src/program", "src/build", "src/content", "src/desk", "src/editor", "src/model"],
	},
	{
		part: "src/desk/messages.ts",
		mayImport: ["src/desk/people.ts", "src/desk/revisions/states.ts"],
		browserSafe: true,
	},
	{ part: "src/desk/people.ts", mayImport: [], browserSafe: true },
	{ part: "src/desk/git", mayImport: [] },
	{
		part: "src/desk/revisions",
		mayImport: ["src/desk/people.ts", "src/content", "src/model", "src/text"],
	},
	{
		part: "src/desk/store",
		mayImport: [
			"src/desk/people.ts",
			"src/desk/git",
			"src/desk/revisions",
			"src/desk/article-index",
			"src/content",
			"src/model",
			"src/text",
		],
	},
	{
		part: "src/desk/article-index",
		mayImport: ["src/desk/revisions", "src/content", "src/disk", "src/model", "src/text"],
	},
	{
		part: "src/desk",
		mayImport: [
			"src/program",
			"src/program",
			"src/disk",
			"src/build",
			"src/content",
			"src/deploy",
			"src/disk",
			"src/editor",
			"src/images",
			"src/search",
			"src/site",
			"src/model",
			"src/text",
		],
	},
	{ part: "src/eleventy.ts", mayImport: ["src"] },
	{
		part: "admin",
		mayImport: [
			"src/desk/messages.ts",
			"src/editor/forms",
			"src/content/markdown",
			"src/site/components",
			"src/site/views.ts",
			"src/messages",
			"src/model",
			"src/text",
		],
	},
	{ part: "scripts", mayImport: ["src"] },
];

function filesBelow(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`).sort();
}

const files = ["src", "admin", "scripts"]
	.flatMap(filesBelow)
	.filter((file) => /\.(?:tsx?|js)$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file));

function importsOf(file: string): string[] {
	const text = readFileSync(file, "utf8");
	return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
}

function isWithin(file: string, part: string): boolean {
	return file === part || file.startsWith(`${part}/`);
}

const graph = new Map(
	files.map((file) => [
		file,
		importsOf(file)
			.filter((name) => name.startsWith("."))
			.map((name) => join(dirname(file), name)),
	]),
);

describe("modules", () => {
	test("are all under a rule", () => {
		expect(files.filter((file) => !rules.some(({ part }) => isWithin(file, part)))).toEqual([]);
	});

	test("import only what lies below them", () => {
		const wrong: string[] = [];
		for (const [file, imports] of graph) {
			const rule = rules.find(({ part }) => isWithin(file, part));
			for (const imported of imports) {
				const allowed = [rule?.part ?? "", ...(rule?.mayImport ?? [])];
				if (!allowed.some((part) => isWithin(imported, part))) wrong.push(`${file} → ${imported}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	test("that run in browsers ask nothing of Node", () => {
		const wrong = files.filter((file) => {
			const rule = rules.find(({ part }) => isWithin(file, part));
			return rule?.browserSafe && importsOf(file).some((name) => name.startsWith("node:"));
		});
		expect(wrong).toEqual([]);
	});

	test("have no cycles", () => {
		const done = new Set<string>();
		const cycles: string[] = [];
		function visit(file: string, path: readonly string[]): void {
			if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
			if (done.has(file) || path.includes(file)) return;
			for (const imported of graph.get(file) ?? []) visit(imported, [...path, file]);
			done.add(file);
		}
		for (const file of graph.keys()) visit(file, []);
		expect(cycles).toEqual([]);
	});
});

describe("names", () => {
	test("of tests that start processes say so", () => {
		const tests = ["src", "admin", "scripts"]
			.flatMap(filesBelow)
			.filter((file) => /\.test\.tsx?$/.test(file));
		const starters = tests.filter((file) =>
			importsOf(file).some((name) => name === "node:child_process" || name.endsWith("/support/command.ts")),
		);
		expect(starters.length).toBeGreaterThan(0);
		expect(starters.filter((file) => !/\.process\.test\.tsx?$/.test(file))).toEqual([]);
	});

	test("are in kebab-case, and none is a drawer for leftovers", () => {
		const drawers = /(?:^|\/)(?:utils?|helpers?|lib|common|misc|types|services)(?:\/|\.)/;
		const wrong = files.filter((file) => drawers.test(file) || !/^[a-z0-9/.-]+$/.test(file));
		expect(wrong).toEqual([]);
	});

	test("of style sheets are those of components or of what they say", () => {
		const sheets = readdirSync("src/site/styles").filter((name) => name.endsWith(".css"));
		expect(sheets.length).toBeGreaterThan(5);
		expect(sheets.filter((name) => !/^[a-z-]+\.css$/.test(name))).toEqual([]);
	});
});
