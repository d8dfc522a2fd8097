/** Single fields of a document, changed without touching the bytes of the others. */
import { writeData, type YamlValue } from "../../content/index.ts";
import { isIsoDay, toIsoDateTime } from "../../model/ids.ts";
import { documentParts, joinParts } from "../revisions/document-parts.ts";

/** A field's value; undefined where the text cannot be read or does not have it. */
export function valueOfField(path: string, text: string, name: string): YamlValue | undefined {
	return documentParts(path, text)?.blocks.find((block) => block.name === name)?.value;
}

/** The text without a field; as it is where it does not have it. */
export function withoutField(path: string, text: string, name: string): string {
	const parts = documentParts(path, text);
	if (!parts) return text;
	return joinParts({ ...parts, blocks: parts.blocks.filter((block) => block.name !== name) });
}

/** The notice that an article was taken back, in its front matter. */
export function withWithdrawal(path: string, text: string, date: string, reason: string): string {
	const parts = documentParts(path, withoutField(path, text, "withdrawn"));
	if (!parts) return text;
	const block = { name: "withdrawn", text: writeData({ withdrawn: { date, reason } }, "article") };
	return joinParts({ ...parts, blocks: [...parts.blocks, block] });
}

/** The moment at which an article says that it appears; of a day, its first. */
export function dateOf(path: string, text: string): string | undefined {
	const date = valueOfField(path, text, "date");
	if (typeof date !== "string") return undefined;
	const written = date.trim();
	return toIsoDateTime(isIsoDay(written) ? `${written}T00:00:00+07:00` : written);
}
