import type { z } from "zod";
import type { ContentProblem } from "./problem.ts";
import { readData } from "./read-document.ts";

/**
 * Checks a YAML file of settings, such as the technician's, against its schema. The schema words its own messages.
 *
 * @param file as shown in the problems
 * @param remedy what to do about every problem, from the names that the schema knows
 * @returns the settings, or every problem of the file: its line, field and remedy
 */
export function readSettingsFile<Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape>,
	file: string,
	bytes: Buffer,
	remedy: (names: string[]) => string,
): { readonly settings: z.output<z.ZodObject<Shape>> } | { readonly problems: readonly ContentProblem[] } {
	const { document, problem } = readData(file, bytes);
	if (!document) return { problems: [problem] };
	const result = schema.safeParse(document.fields);
	if (result.success) return { settings: result.data };
	const problems = result.error.issues.map((issue) => {
		const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
		const path = [...issue.path.map(String), ...unknown];
		const line = document.lineOf(path);
		return {
			file,
			...(line === undefined ? {} : { line }),
			...(path.length > 0 ? { field: path.join(".") } : {}),
			message: issue.message,
			remedy: remedy(Object.keys(schema.shape)),
		};
	});
	return { problems };
}
