import type { Slug } from "../../model/ids.ts";
import { slugify, spellingKey } from "../../text/index.ts";
import type { ContentProblem } from "../problem.ts";
import type { FieldPath } from "../read-document.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds tags without letters, tag files that are not named after their tag, and spellings that two tag files claim. */
export const checkTags: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const empty = new Map<string, boolean>();
	const isEmpty = (name: string): boolean => {
		const known = empty.get(name) ?? slugify(name) === "";
		empty.set(name, known);
		return known;
	};
	for (const { file, fields } of context.articles.values()) {
		fields.tags?.forEach((name, index) => {
			if (isEmpty(name)) problems.push(problemAt(context, file, ["tags", index], strings.tagEmpty(name)));
		});
	}
	const owners = new Map<string, Slug>();
	for (const [slug, { file, fields }] of context.tags) {
		if (fields.name === undefined) continue;
		const expected = slugify(fields.name);
		if (expected !== "" && !isNamed(slug, expected)) {
			problems.push(problemAt(context, file, ["name"], strings.wrongTagName(`${expected}.yml`)));
		}
		const spellings: [FieldPath, string][] = [
			[["name"], fields.name],
			...(fields.synonyms ?? []).map((name, index): [FieldPath, string] => [["synonyms", index], name]),
		];
		for (const [path, spelling] of spellings) {
			const key = spellingKey(spelling);
			const owner = owners.get(key);
			if (slugify(spelling) === "") problems.push(problemAt(context, file, path, strings.tagEmpty(spelling)));
			else if (owner === undefined) owners.set(key, slug);
			else if (owner !== slug) {
				problems.push(problemAt(context, file, path, strings.tagTaken(spelling, `tags/${owner}.yml`)));
			}
		}
	}
	return problems;
};

/**
 * Whether a file has the expected slug. Of tags with the same slug ("Bão", "Báo"), all but one get a number after it.
 */
function isNamed(slug: string, expected: string): boolean {
	return (
		slug === expected ||
		(slug.startsWith(`${expected}-`) && /^[1-9]\d*$/.test(slug.slice(expected.length + 1)))
	);
}
