// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Loads a module of the compiled program. An installed package has it ready; this repository makes it from its source.
 *
 * @param {import("../src/program/program-bundle.js").ProgramEntry} entry
 * @returns {Promise<any>}
 */
export async function loadProgram(entry) {
	const source = new URL("../src/program/program-bundle.js", import.meta.url);
	const ready = fileURLToPath(new URL("../dist/program", import.meta.url));
	const folder = existsSync(source) ? await compile(source) : ready;
	return import(pathToFileURL(join(folder, `${entry}.js`)).href);
}

/**
 * @param {URL} source
 * @returns {Promise<string>}
 */
async function compile(source) {
	try {
		return (await (await import(source.href)).compiledProgram()).folder;
	} catch (error) {
		if (!(error instanceof Error && error.message.includes("'esbuild'"))) throw error;
		process.stderr.write(
			"Mã nguồn của Tin Tỉnh phải được biên dịch, mà chưa có gói esbuild.\nCách khắc phục: chạy “npm ci”, không kèm --omit=dev.\n",
		);
		process.exit(1);
	}
}
