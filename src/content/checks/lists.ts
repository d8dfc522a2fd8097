import { documentSchemas } from "../../model/schemas.ts";
import type { ContentProblem } from "../problem.ts";
import { definitionAt, isTextList } from "../schema-layers.ts";
import { strings } from "../strings.ts";
import { beginsLikeItem, itemsMeant } from "../written-list.ts";
import type { FieldPath, YamlValue } from "../yaml.ts";
import { type DocumentCheck, problemIn, type TextCheck } from "./context.ts";

const schemas = Object.values(documentSchemas);

/** Finds items that YAML joins to the one above, because they are further right, and words that it drops as names. */
export const checkLists: DocumentCheck = (document) => [
	...document.itemsOfSeveralLines().flatMap(({ path, written }) => {
		const joined = continued(written).find(beginsLikeItem);
		return joined === undefined ? [] : [problemIn(document, path, strings.joinedItem(shortened(joined)))];
	}),
	...document
		.emptyInnerFields()
		.slice(0, mostEmpty)
		.filter((path) => !isField(path))
		.map((path) => problemIn(document, path, strings.emptyInnerField(String(path.at(-1))))),
];

/** Warns of tags that are probably several, or that begin with a sign of a list. */
export const warnOfLists: TextCheck = (document) => [
	...document
		.itemsOfSeveralLines()
		.flatMap(({ path, written }) =>
			continued(written).some(beginsLikeItem)
				? []
				: [problemIn(document, path, strings.itemOfSeveralLines(shortened(written)))],
		),
	...oddTags(document, document.fields.tags ?? []),
];

/** Further ones have the same cause. */
const mostEmpty = 100;

function shortened(text: string): string {
	const plain = text.slice(0, longestTag).replace(/\s+/g, " ").trim();
	return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

function continued(written: string): string[] {
	return written.split("\n").slice(1);
}

/** Whether a path is that of a field in any schema. */
function isField(path: FieldPath): boolean {
	const parent = path.slice(0, -1);
	return schemas.some((schema) => !isTextList(schema, parent) && definitionAt(schema, path) !== undefined);
}

/** A comma between numbers belongs to a number. */
const severalTags = /[;；，、|]|,(?!\d)/;
const markedTag = /^(?:[-–—•●*+]\s*\S|\d{1,2}[.)]\s|["“”].*["“”]$)/;

function oddTags(document: Parameters<TextCheck>[0], tags: YamlValue): ContentProblem[] {
	if (!Array.isArray(tags)) return [];
	return tags.flatMap((tag: YamlValue, index) => {
		if (typeof tag !== "string" || tag.length > longestTag) return [];
		const several = severalTags.test(tag) ? itemsMeant(tag) : [];
		if (several.length > 1 && several.every((item) => item.length <= longestOfSeveral))
			return [problemIn(document, ["tags", index], strings.severalTags(tag, several))];
		const [right] = markedTag.test(tag) ? itemsMeant(tag) : [];
		return right === undefined || right === tag
			? []
			: [problemIn(document, ["tags", index], strings.tagInMarks(tag, right))];
	});
}

/** Longer ones are parts of a sentence. */
const longestOfSeveral = 30;
/** A longer one is refused anyway. */
const longestTag = 200;
