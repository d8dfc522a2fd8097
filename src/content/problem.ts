import { posix } from "node:path";
import type { FieldHints } from "../model/fields.ts";
import { strings } from "./strings.ts";

/** A problem in the content folder that must be solved before the portal can be built, or a warning. */
export interface ContentProblem {
	/** Path below the content folder, with forward slashes; empty for the folder itself. `../theme/…` is beside it. */
	readonly file: string;
	/** Counted from one. */
	readonly line?: number;
	/** The field as a path: `image.src`, `tags[2]`; `body` for the text below the front matter. */
	readonly field?: string;
	/** What is wrong, in Vietnamese, without a full stop. */
	readonly message: string;
	/** What to do about it, in Vietnamese, without a full stop. */
	readonly remedy: string;
	/** The text written in place of an id or a path, from which a remedy may guess what was meant. */
	readonly written?: { readonly of: FieldHints["refersTo"] | "files"; readonly value: string };
}

/** By file, then line, then field, so that the same content always gives the same list. */
export function compareProblems(a: ContentProblem, b: ContentProblem): number {
	return (
		compareCodeUnits(a.file, b.file) ||
		(a.line ?? 0) - (b.line ?? 0) ||
		compareCodeUnits(a.field ?? "", b.field ?? "") ||
		compareCodeUnits(a.message, b.message)
	);
}

function compareCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The most problems that are listed per file. More usually have a common cause. */
const problemsOfFile = 100;
/** The most warnings that are listed. */
const toldWarnings = 20;

/**
 * All problems as plain text for a terminal, one line each, a blank line between files and a count at the end.
 *
 * @param directory the prefix of each path: the content folder as the user named it
 */
export function formatProblems(problems: readonly ContentProblem[], directory = "content"): string {
	const lines: string[] = [];
	const byFile = new Map<string, ContentProblem[]>();
	for (const problem of [...problems].sort(compareProblems)) {
		const known = byFile.get(problem.file);
		if (known) known.push(problem);
		else byFile.set(problem.file, [problem]);
	}
	for (const ofFile of byFile.values()) {
		for (const problem of ofFile.slice(0, problemsOfFile)) lines.push(formatProblem(problem, directory));
		if (ofFile.length > problemsOfFile) lines.push(strings.more(ofFile.length - problemsOfFile));
		lines.push("");
	}
	lines.push(strings.count(problems.length, byFile.size));
	return `${lines.join("\n")}\n`;
}

/** Warnings as plain text for a terminal: the first ones, with a count at the end. Empty if there are none. */
export function formatWarnings(warnings: readonly ContentProblem[], directory = "content"): string {
	if (warnings.length === 0) return "";
	const lines = [...warnings]
		.sort(compareProblems)
		.slice(0, toldWarnings)
		.map((warning) => `${strings.warning}: ${formatProblem(warning, directory)}`);
	if (warnings.length > toldWarnings) lines.push(strings.moreWarnings(warnings.length - toldWarnings));
	return `${[...lines, strings.countOfWarnings(warnings.length)].join("\n")}\n`;
}

/** The path for users: files beside the content folder are shown without "..". */
function pathOf(file: string, directory: string): string {
	if (file === "") return directory;
	return file.startsWith("../") ? posix.join(directory, file) : `${directory}/${file}`;
}

function formatProblem(problem: ContentProblem, directory: string): string {
	const path = pathOf(problem.file, directory);
	const place = problem.line === undefined ? path : `${path}:${problem.line}`;
	const field = problem.field === undefined ? "" : ` · ${problem.field}`;
	const end = problem.message.endsWith("?") ? "" : ".";
	return `${place}${field}: ${problem.message}${end} ${strings.remedy}: ${problem.remedy}.`;
}
