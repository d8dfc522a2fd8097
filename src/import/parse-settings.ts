import type { z } from "zod";
import { type ContentProblem, formatProblems, readData } from "../content/index.ts";
import { SourceError } from "./source.ts";

/**
 * Checks a YAML file that describes a source against its schema.
 *
 * @param remedy what to do, from the names that the schema knows
 * @param directory of the file, as shown in messages
 * @throws {SourceError} with every problem in the file: place, field, remedy
 */
export function parseSettings<Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape>,
	file: string,
	bytes: Buffer,
	remedy: (names: string[]) => string,
	directory = ".",
): z.output<z.ZodObject<Shape>> {
	const invalid = (problems: readonly ContentProblem[]) =>
		new SourceError(formatProblems(problems, directory).trimEnd());
	const { document, problem } = readData(file, bytes);
	if (!document) throw invalid([problem]);
	const result = schema.safeParse(document.fields);
	if (result.success) return result.data;
	throw invalid(
		result.error.issues.map((issue) => {
			const keys = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : issue.path.map(String);
			const line = document.lineOf(keys);
			return {
				file,
				...(line === undefined ? {} : { line }),
				...(keys.length > 0 ? { field: keys.join(".") } : {}),
				message: issue.message,
				remedy: remedy(Object.keys(schema.shape)),
			};
		}),
	);
}
