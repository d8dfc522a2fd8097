import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { placeOf, type YamlValue } from "../../content/index.ts";
import { documentSchemas } from "../../model/schemas.ts";

/**
 * Whether two values of a field mean the same to the model: a single author and a list of one, `draft: false` and an
 * absent field. Invalid values are never the same.
 *
 * @param file the document's path, which decides its type
 */
export function isSameMeaning(
	file: string,
	name: string,
	a: YamlValue | undefined,
	b: YamlValue | undefined,
): boolean {
	const { kind } = placeOf(file);
	if (!Object.hasOwn(documentSchemas, kind)) return false;
	const shape: Readonly<Record<string, z.ZodType>> =
		documentSchemas[kind as keyof typeof documentSchemas].shape;
	if (!Object.hasOwn(shape, name)) return false;
	const [first, second] = [a, b].map((value) => shape[name]?.safeParse(value));
	return (first?.success && second?.success && isDeepStrictEqual(first.data, second.data)) === true;
}
