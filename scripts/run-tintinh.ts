/** The program `tintinh`: runs the command that its first word names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../src/content/nearest.ts";
import { productFolder } from "../src/program/product-folder.js";
import { commands } from "./commands.ts";
import { strings } from "./strings.ts";

const [name = "", ...commandLine] = process.argv.slice(2);
const listed = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (listed) {
	const { command } = await listed.load();
	await command.run({ name, summary: listed.summary }, commandLine);
} else if (name === "" || name === "--help" || name === "-h" || name === "help") {
	process.stdout.write(overview());
} else if (name === "--version" || name === "-v") {
	process.stdout.write(`${version()}\n`);
} else {
	const near = nearest(name, Object.keys(commands));
	const hint = near === undefined ? strings.seeHelp("tintinh") : strings.nearCommand(near);
	process.stderr.write(`${strings.unknownCommand(name)}\n${hint}\n`);
	process.exitCode = 2;
}

function overview(): string {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
	const usage = `${strings.usage}: tintinh ${strings.command} …`;
	return `${[strings.overview, usage, [`${strings.commands}:`, ...rows].join("\n"), strings.overviewDetails].join("\n\n")}\n`;
}

function version(): string {
	return JSON.parse(readFileSync(join(productFolder, "package.json"), "utf8")).version;
}
