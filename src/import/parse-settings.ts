import type { z } from "zod";
import { formatProblems, readSettingsFile } from "../content/index.ts";
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
	const read = readSettingsFile(schema, file, bytes, remedy);
	if ("settings" in read) return read.settings;
	throw new SourceError(formatProblems(read.problems, directory).trimEnd());
}
