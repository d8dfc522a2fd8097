import type { ChildProcess, ForkOptions } from "node:child_process";
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BundleRecord, readyBundle } from "./followed-bundle.js";
import { compiledProgram, type ProgramEntry } from "./program-bundle.js";

/** Whether this module runs as part of the compiled program. Tests run the source. */
const isCompiled = existsSync(`${import.meta.dirname}.json`);

let running: Promise<BundleRecord> | undefined;

/** What the code of this process was compiled from. Looked up once, as a process keeps the code that it has loaded. */
export function runningProgram(): Promise<BundleRecord> {
	running ??= findRunning();
	return running;
}

async function findRunning(): Promise<BundleRecord> {
	return (isCompiled ? readyBundle(import.meta.dirname) : await compiledProgram()).record;
}

/** Starts a module of the compiled program as a process of its own. */
export function forkEntry(
	entry: ProgramEntry,
	words: readonly string[],
	options: Omit<ForkOptions, "execArgv"> & { readonly execArgv?: readonly string[] },
): ChildProcess {
	const { execArgv = [], ...rest } = options;
	const [file, ...before] = isCompiled
		? [join(import.meta.dirname, `${entry}.js`)]
		: [fileURLToPath(new URL("run-entry.js", import.meta.url)), entry];
	return fork(file, [...before, ...words], { ...rest, execArgv: [...execArgv] });
}
