/** Reads and changes single fields of a document without touching the bytes of the others. */
import { writeData, type YamlValue } from "../../content/index.ts";
import { isIsoDay, toIsoDateTime } from "../../model/ids.ts";
import { documentParts, joinParts } from "../revisions/document-parts.ts";

/** A field's value; undefined if the text cannot be read or lacks the field. */
export function valueOfField(path: string, text: string, name: string): YamlValue | undefined {
	return documentParts(path, text)?.blocks.find((block) => block.name === name)?.value;
}

/** The text without a field; unchanged if it lacks the field. */
export function withoutField(path: string, text: string, name: string): string {
	const parts = documentParts(path, text);
	if (!parts) return text;
	return joinParts({ ...parts, blocks: parts.blocks.filter((block) => block.name !== name) });
}

/** The withdrawal in an article's front matter. */
export function withWithdrawal(path: string, text: string, date: string, reason: string): string {
	const parts = documentParts(path, withoutField(path, text, "withdrawn"));
	if (!parts) return text;
	const block = { name: "withdrawn", text: writeData({ withdrawn: { date, reason } }, "article") };
	return joinParts({ ...parts, blocks: [...parts.blocks, block] });
}

/** The moment of publication in an article's front matter; for a day, its beginning. */
export function dateOf(path: string, text: string): string | undefined {
	const date = valueOfField(path, text, "date");
	if (typeof date !== "string") return undefined;
	const written = date.trim();
	return toIsoDateTime(isIsoDay(written) ? `${written}T00:00:00+07:00` : written);
}
