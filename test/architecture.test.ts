/** Checks every import against the table in docs/modules.md: dependencies point one way. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";

interface Rule {
	readonly part: string;
	/** Files of the same part are always allowed. */
	readonly mayImport: readonly string[];
	readonly browserSafe: boolean;
}

/** The table in docs/modules.md. A file belongs to the first part that matches it. */
const rules: Rule[] = [
	...readFileSync("docs/modules.md", "utf8").matchAll(/^\| `([^`]+)` \| ([^|]*) \| (B?)/gm),
].map(([, part = "", imports = "", safe]) => ({
	part,
	mayImport: [...imports.matchAll(/[a-z][\w./-]*/g)].map(([name]) =>
		name === "all" ? "src" : `src/${name}`,
	),
	browserSafe: safe === "B",
}));

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
	test("all have an import rule", () => {
		expect(rules.length).toBeGreaterThan(20);
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

	test("that run in browsers use nothing of Node", () => {
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

describe("the code that renders every page", () => {
	test("imports no kind of page, so that a change to one kind does not affect the pages of the others", () => {
		const found = new Set<string>();
		function visit(file: string): void {
			if (found.has(file)) return;
			found.add(file);
			for (const imported of graph.get(file) ?? []) visit(imported);
		}
		visit("src/site/pages/page-template.tsx");
		expect(found.size).toBeGreaterThan(20);
		const known = [...found].filter((file) => file.startsWith("src/site/kinds/"));
		expect(known).toEqual(["src/site/kinds/page-kind.ts"]);
	});
});

describe("a kind of page", () => {
	test("is one folder with its page and its plan", () => {
		const kinds = readdirSync("src/site/kinds", { withFileTypes: true }).filter((entry) =>
			entry.isDirectory(),
		);
		expect(kinds.length).toBeGreaterThan(10);
		const missing = kinds
			.flatMap(({ name }) => [`${name}/${name}-page.tsx`, `${name}/plan.ts`])
			.filter((file) => !files.includes(`src/site/kinds/${file}`));
		expect(missing).toEqual([]);
	});
});

describe("names", () => {
	test("of tests that start processes end in .process.test.ts", () => {
		const tests = ["src", "admin", "scripts"]
			.flatMap(filesBelow)
			.filter((file) => /\.test\.tsx?$/.test(file));
		const starters = tests.filter((file) =>
			importsOf(file).some((name) => name === "node:child_process" || name.endsWith("/support/command.ts")),
		);
		expect(starters.length).toBeGreaterThan(0);
		expect(starters.filter((file) => !/\.process\.test\.tsx?$/.test(file))).toEqual([]);
	});

	test("are in kebab-case, and none is a catch-all such as utils", () => {
		const drawers = /(?:^|\/)(?:utils?|helpers?|lib|common|misc|types|services)(?:\/|\.)/;
		const wrong = files.filter((file) => drawers.test(file) || !/^[a-z0-9/.-]+$/.test(file));
		expect(wrong).toEqual([]);
	});

	test("of style sheets are those of components or of what they style", () => {
		const sheets = readdirSync("src/site/styles").filter((name) => name.endsWith(".css"));
		expect(sheets.length).toBeGreaterThan(5);
		expect(sheets.filter((name) => !/^[a-z-]+\.css$/.test(name))).toEqual([]);
	});
});
