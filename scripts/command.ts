import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { ParseArgsConfig } from "node:util";
import { parseArgs } from "node:util";
import { DatabaseInUseError } from "../src/disk/database-turn.ts";
import { type IsoDateTime, toIsoDateTime } from "../src/model/ids.ts";
import { toVietnamMoment } from "../src/text/index.ts";
import { findPortal } from "./find-portal.ts";
import { createReporter, type Reporter } from "./progress.ts";
import { strings } from "./strings.ts";

/** One option of a command. `summary` and `value` (the word for what follows it) are Vietnamese, for `--help`. */
export type OptionDefinition =
	| { readonly kind: "text"; readonly summary: string; readonly value: string; readonly default?: string }
	| { readonly kind: "flag"; readonly summary: string }
	/** May be given several times. */
	| { readonly kind: "texts"; readonly summary: string; readonly value: string }
	/** A moment with +07:00, or a plain day, which means its first minute in Vietnam; the clock where it is absent. */
	| { readonly kind: "moment"; readonly summary: string };

type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type OptionValue<Definition> = Definition extends { kind: "flag" }
	? boolean
	: Definition extends { kind: "texts" }
		? readonly string[]
		: Definition extends { kind: "moment" }
			? IsoDateTime
			: Definition extends { default: string }
				? string
				: string | undefined;

export interface CommandDefinition<Options extends OptionDefinitions> {
	/** What follows `tintinh`, or `npm run`: `build`. */
	readonly name: string;
	/** What the command does, in Vietnamese, one line. */
	readonly summary: string;
	/** More for `--help`, in Vietnamese: rules, examples. */
	readonly details?: string;
	/** Options besides `--help`, and besides `--content`, `--output` and `--cache` where there is a portal. */
	readonly options?: Options;
	/** Set if the command needs no portal, so it has no options for a portal's folders. */
	readonly needsNoPortal?: boolean;
	/** The positional arguments; none if absent. */
	readonly positionals?: {
		readonly name: string;
		readonly summary: string;
		readonly min: number;
		readonly max: number;
	};
}

/** The command line, read. Options are known by their names: `options["no-search"]`. */
export interface CommandArguments<Options extends OptionDefinitions> {
	/** The folder of the content, as given; without `--content`, that of the portal. @throws CommandError */
	readonly content: string;
	/** The folder of the built site, as given; without `--output`, that of the portal. @throws CommandError */
	readonly output: string;
	/** The folder of what the next build can use, as given; without `--cache`, that of the portal. @throws CommandError */
	readonly cache: string;
	readonly options: { readonly [Name in keyof Options]: OptionValue<Options[Name]> };
	readonly positionals: readonly string[];
}

/** Something that can go wrong and that the person at the keyboard can put right. Ends the command with exit code 1. */
export class CommandError extends Error {
	readonly remedy: string | undefined;
	constructor(message: string, remedy?: string) {
		super(message);
		this.remedy = remedy;
	}
}

/** The command line is wrong. Ends the command with exit code 2. */
class UsageError extends Error {}

/** `--now`, for commands whose result depends on the moment. */
export const nowOption = { kind: "moment", summary: strings.now } as const;

/** For commands that build: whether to make the search index. */
export const buildOptions = { "no-search": { kind: "flag", summary: strings.noSearch } } as const;

/** The folders of a portal, by the names that they have in it. */
const portalFolders = { content: "content", output: "_site", cache: ".cache" } as const;

type PortalFolder = keyof typeof portalFolders;

const commonOptions = {
	content: {
		kind: "text",
		summary: strings.content,
		value: strings.directory,
		default: portalFolders.content,
	},
	output: { kind: "text", summary: strings.output, value: strings.directory, default: portalFolders.output },
	cache: { kind: "text", summary: strings.cache, value: strings.directory, default: portalFolders.cache },
} as const satisfies OptionDefinitions;

/** What a command does with its command line. Returns the exit code; 0 where it returns nothing. */
type Action<Options extends OptionDefinitions> = (
	commandArguments: CommandArguments<Options>,
	reporter: Reporter,
	// biome-ignore lint/suspicious/noConfusingVoidType: an action that returns nothing has succeeded
) => Promise<number | void>;

/** A command of `tintinh`, ready to run. */
export interface Command {
	run(
		title: Pick<CommandDefinition<OptionDefinitions>, "name" | "summary">,
		commandLine: readonly string[],
	): Promise<void>;
}

/** A command of `tintinh`. Its name and summary are in the list of commands (scripts/commands.ts). */
export function defineCommand<const Options extends OptionDefinitions = Record<never, never>>(
	definition: Omit<CommandDefinition<Options>, "name" | "summary">,
	action: Action<Options>,
): Command {
	return { run: (title, commandLine) => run({ ...definition, ...title }, action, commandLine) };
}

/** Runs a script of this repository as a command. */
export function runCommand<const Options extends OptionDefinitions = Record<never, never>>(
	command: CommandDefinition<Options>,
	action: Action<Options>,
): Promise<void> {
	return run(command, action, process.argv.slice(2));
}

/**
 * Runs a command: reads the command line, answers `--help`, turns a `CommandError` into one clear message, and leaves
 * with what `action` returns as the exit code. Exit code 1 means that the work could not be done, 2 that the command
 * line was wrong, 70 a defect of the program.
 */
async function run<Options extends OptionDefinitions>(
	command: CommandDefinition<Options>,
	action: Action<Options>,
	commandLine: readonly string[],
): Promise<void> {
	endQuietlyWhenNobodyReads();
	const reporter = createReporter({ out: process.stdout, progress: process.stderr, clock: Date.now });
	const call = callOf(command.name);
	try {
		const read = readCommandLine(command, commandLine, { clock: Date.now(), directory: process.cwd() });
		if (read === "help") {
			process.stdout.write(helpText(command, call));
			return;
		}
		process.exitCode = (await action(read, reporter)) ?? 0;
	} catch (error) {
		reporter.end();
		process.exitCode = tellError(call, error);
	}
}

/** How the command was called: `npm run build --` or `tintinh build`. */
function callOf(name: string): string {
	return process.env.npm_lifecycle_event === name ? `npm run ${name} --` : `tintinh ${name}`;
}

/** Where and when a command is called. */
interface Circumstances {
	/** In epoch milliseconds. */
	readonly clock: number;
	/** The working directory, absolute. */
	readonly directory: string;
}

/** Reads a command line as `process.argv.slice(2)` gives it, less the command's name. */
export function readCommandLine<const Options extends OptionDefinitions>(
	command: CommandDefinition<Options>,
	commandLine: readonly string[],
	{ clock, directory }: Circumstances,
): CommandArguments<Options> | "help" {
	const definitions = optionsOf(command);
	const { tokens } = parseArgs({
		args: [...commandLine],
		options: parseOptions(definitions),
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const given = new Map<string, string | true>();
	const repeated = new Map<string, string[]>();
	const positionals: string[] = [];
	for (const token of tokens) {
		if (token.kind === "positional") positionals.push(token.value);
		if (token.kind !== "option") continue;
		if (token.name === "help" || token.rawName === "-h") return "help";
		const value = givenValue(definitions, token.name, token.rawName, token.value);
		given.set(token.name, value);
		if (typeof value === "string") repeated.set(token.name, [...(repeated.get(token.name) ?? []), value]);
	}
	const { min, max, name } = command.positionals ?? { min: 0, max: 0, name: "" };
	if (positionals.length < min) throw new UsageError(strings.tooFewArguments(name));
	if (positionals.length > max) throw new UsageError(strings.tooManyArguments(positionals[max] ?? ""));
	const read = (name: string, definition: OptionDefinition) =>
		definition.kind === "texts"
			? (repeated.get(name) ?? [])
			: optionValue(name, definition, given.get(name), clock);
	const options = Object.entries(command.options ?? {}).map(([name, each]) => [name, read(name, each)]);
	const folder = (name: PortalFolder) => {
		const chosen = given.get(name);
		return typeof chosen === "string" ? chosen : folderOfPortal(name, given.get("content"), directory);
	};
	return {
		get content() {
			return folder("content");
		},
		get output() {
			return folder("output");
		},
		get cache() {
			return folder("cache");
		},
		options: Object.fromEntries(options) as CommandArguments<Options>["options"],
		positionals,
	};
}

/**
 * A folder of the portal that the working directory lies in, or else of the one whose content is named.
 *
 * @returns as somebody in the working directory would write it
 */
function folderOfPortal(name: PortalFolder, content: string | true | undefined, directory: string): string {
	const portal =
		findPortal(directory) ?? (typeof content === "string" ? dirname(resolve(directory, content)) : undefined);
	if (portal === undefined) throw new CommandError(strings.noPortal, strings.noPortalRemedy);
	const folder = join(portal, portalFolders[name]);
	const path = relative(directory, folder);
	return isAbsolute(path) ? folder : path || ".";
}

/** All options of a command but `--help`, its own first. */
function optionsOf({
	options,
	needsNoPortal,
}: Pick<CommandDefinition<OptionDefinitions>, "options" | "needsNoPortal">): OptionDefinitions {
	return { ...options, ...(needsNoPortal ? {} : commonOptions) };
}

function parseOptions(definitions: OptionDefinitions): NonNullable<ParseArgsConfig["options"]> {
	const options = Object.entries(definitions).map(([name, { kind }]) => [
		name,
		{ type: kind === "flag" ? "boolean" : "string" },
	]);
	return { ...Object.fromEntries(options), help: { type: "boolean", short: "h" } };
}

function givenValue(
	definitions: OptionDefinitions,
	name: string,
	rawName: string,
	value: string | undefined,
): string | true {
	const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
	if (!definition) throw new UsageError(strings.unknownOption(rawName));
	if (definition.kind === "flag") {
		if (value !== undefined) throw new UsageError(strings.noValueWanted(rawName));
		return true;
	}
	// A value that looks like an option means that the real one was forgotten.
	if (value === undefined || value.startsWith("--")) throw new UsageError(strings.missingValue(rawName));
	if (value.trim() === "") throw new UsageError(strings.emptyValue(rawName));
	return value;
}

function optionValue(
	name: string,
	definition: Exclude<OptionDefinition, { kind: "texts" }>,
	given: string | true | undefined,
	clock: number,
): string | boolean | undefined {
	if (definition.kind === "flag") return given === true;
	if (definition.kind === "text") return typeof given === "string" ? given : definition.default;
	if (typeof given !== "string") return toVietnamMoment(clock);
	const moment = toIsoDateTime(given) ?? toIsoDateTime(`${given}T00:00:00+07:00`);
	if (!moment) throw new UsageError(strings.notAMoment(`--${name}`, given));
	return moment;
}

/** What `--help` prints. */
export function helpText<Options extends OptionDefinitions>(
	command: Omit<CommandDefinition<Options>, "name">,
	call: string,
): string {
	const { summary, details, positionals, needsNoPortal } = command;
	const words = Object.entries(optionsOf(command)).map(([key, definition]): [string, string] => [
		`--${key}${optionWord(definition)}`,
		`${definition.summary}${defaultNote(definition)}`,
	]);
	words.push(["-h, --help", strings.help]);
	const many = positionals && positionals.max > 1 ? "…" : "";
	const positionalWord = positionals ? ` ${positionals.name}${many}` : "";
	const folder = needsNoPortal ? "" : ` [--content ${strings.directory}]`;
	const sections = [summary, `${strings.usage}: ${call}${positionalWord}${folder} …`];
	if (positionals) sections.push(section(strings.arguments, [[positionals.name, positionals.summary]]));
	sections.push(section(strings.options, words));
	if (details) sections.push(details.trim());
	return `${sections.join("\n\n")}\n`;
}

function optionWord(definition: OptionDefinition): string {
	if (definition.kind === "flag") return "";
	return ` ${definition.kind === "moment" ? strings.moment : definition.value}`;
}

function defaultNote(definition: OptionDefinition): string {
	if (definition.kind === "moment") return ` ${strings.defaultValue(strings.nowDefault)}`;
	if (definition.kind === "text" && definition.default !== undefined) {
		return ` ${strings.defaultValue(definition.default)}`;
	}
	return "";
}

function section(heading: string, rows: readonly (readonly [string, string])[]): string {
	const width = Math.max(...rows.map(([word]) => word.length));
	return [`${heading}:`, ...rows.map(([word, text]) => `  ${word.padEnd(width)}  ${text}`)].join("\n");
}

function tellError(call: string, error: unknown): number {
	if (error instanceof UsageError) {
		process.stderr.write(`${error.message}\n${strings.seeHelp(call)}\n`);
		return 2;
	}
	const isTold = error instanceof CommandError || error instanceof DatabaseInUseError;
	const known = isTold ? error : diskFault(error);
	if (known) {
		const remedy = known.remedy === undefined ? "" : `${strings.remedy}: ${known.remedy}\n`;
		process.stderr.write(`${known.message}\n${remedy}`);
		return 1;
	}
	process.stderr.write(`${strings.unexpected}\n${error instanceof Error ? error.stack : String(error)}\n`);
	return 70;
}

/** What the file system refused, where that is nobody's defect. */
function diskFault(error: unknown): Pick<CommandError, "message" | "remedy"> | undefined {
	if (!(error instanceof Error && "code" in error)) return undefined;
	const faults: Readonly<Record<string, (typeof strings.diskFaults)[keyof typeof strings.diskFaults]>> =
		strings.diskFaults;
	const fault = faults[String(error.code)];
	if (fault === undefined) return undefined;
	const path = refusedPath(error as DiskError);
	const message = path === undefined ? strings.diskSomewhere(fault.reason) : strings.disk(path, fault.reason);
	return { message, remedy: fault.remedy };
}

interface DiskError extends NodeJS.ErrnoException {
	/** Where a file is copied or renamed to. */
	readonly dest?: string;
}

/** Undefined for an open file, as writing to it fails without its name. */
function refusedPath(error: DiskError): string | undefined {
	// What is renamed is our own unfinished file, and no disk is too full to be read.
	const isOfDestination = error.syscall === "rename" || /^(?:ENOSPC|EROFS|EFBIG)$/.test(error.code ?? "");
	return (isOfDestination ? error.dest : undefined) ?? error.path;
}

/** `npm run check | head` closes the pipe early; that is no error. */
function endQuietlyWhenNobodyReads(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "EPIPE") process.exit();
			throw error;
		});
	}
}
