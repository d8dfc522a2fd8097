import { strings } from "./strings.ts";

/** Something in the content folder that an editor has to mend before the portal can be built. */
export interface ContentProblem {
	/** Path below the content folder, with forward slashes; empty where it is the folder itself. */
	readonly file: string;
	/** Counted from one. */
	readonly line?: number;
	/** The field as a path: `image.src`, `tags[2]`; `body` for the text below the front matter. */
	readonly field?: string;
	/** What is wrong, in Vietnamese, without a full stop. */
	readonly message: string;
	/** What to do about it, in Vietnamese, without a full stop. */
	readonly remedy: string;
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

/**
 * All problems as plain text for a terminal, one line each, a blank line between files and a count at the end.
 *
 * @param directory what stands before each path, as the user knows the content folder
 */
export function formatProblems(problems: readonly ContentProblem[], directory = "content"): string {
	const lines: string[] = [];
	let files = 0;
	let previous: string | undefined;
	for (const problem of [...problems].sort(compareProblems)) {
		if (problem.file !== previous) {
			if (previous !== undefined) lines.push("");
			previous = problem.file;
			files += 1;
		}
		lines.push(formatProblem(problem, directory));
	}
	if (problems.length > 0) lines.push("");
	lines.push(strings.count(problems.length, files));
	return `${lines.join("\n")}\n`;
}

function formatProblem(problem: ContentProblem, directory: string): string {
	const path = problem.file === "" ? directory : `${directory}/${problem.file}`;
	const place = problem.line === undefined ? path : `${path}:${problem.line}`;
	const field = problem.field === undefined ? "" : ` · ${problem.field}`;
	const end = problem.message.endsWith("?") ? "" : ".";
	return `${place}${field}: ${problem.message}${end} ${strings.remedy}: ${problem.remedy}.`;
}
