import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { productFolder } from "../src/program/product-folder.js";

/** What a portal's code may name of the package's types. */
const exported = ["ComponentTools", "Markup", "OwnComponent", "ReplaceableProps"];

/**
 * Writes declarations for `import("tintinh")`: of the plugin, and of every component that says what it adds to
 * `ReplaceableProps`. TypeScript's own command makes them, since its seventh version has no functions to call.
 *
 * @param directory replaced as a whole
 */
export function writeTypes(directory: string): void {
	const components = readdirSync(join(productFolder, "src/site"), { recursive: true, encoding: "utf8" })
		.map((file) => `src/site/${file.replaceAll("\\", "/")}`)
		.filter((file) => /(?<!\.test)\.tsx?$/.test(file))
		.filter((file) =>
			/^\tinterface (?:ReplaceableProps|PageViews) /m.test(readFileSync(join(productFolder, file), "utf8")),
		)
		.sort();
	mkdirSync(directory, { recursive: true });
	const project = join(directory, "tsconfig.json");
	const pathTo = (path: string) => relative(directory, join(productFolder, path));
	writeFileSync(
		project,
		JSON.stringify({
			extends: pathTo("tsconfig.json"),
			compilerOptions: {
				noEmit: false,
				allowJs: false,
				declaration: true,
				emitDeclarationOnly: true,
				rootDir: pathTo(""),
				outDir: ".",
			},
			// Packages that ship no types are declared there.
			include: [pathTo("src/**/*.d.ts")],
			files: components.map(pathTo),
		}),
	);
	const compiler = join(
		dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
		"bin/tsc",
	);
	execFileSync(process.execPath, [compiler, "-p", project], { stdio: "inherit" });
	writeFileSync(
		join(directory, "index.d.ts"),
		[
			...components.map((file) => `import "./${file}";`),
			`export type { ${exported.join(", ")} } from "./src/site/components/replaceable.ts";`,
			"export declare const config: { readonly dir: { readonly input: string; readonly output: string } };",
			"export default function tintinh(eleventyConfig: object): Promise<void>;\n",
		].join("\n"),
	);
}
