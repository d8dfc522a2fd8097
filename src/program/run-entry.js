// @ts-check
/** Runs an entry point of the compiled program, for a process whose own code is not compiled. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiledProgram } from "./program-bundle.js";

const [entry = ""] = process.argv.splice(2, 1);
const { folder } = await compiledProgram();
await import(pathToFileURL(join(folder, `${entry}.js`)).href);
