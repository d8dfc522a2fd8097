import type { Source, SourceForm, SourceOptions } from "../source.ts";
import { SourceError } from "../source.ts";
import { strings } from "../strings.ts";
import { feed } from "./feed.ts";
import { jsonLines } from "./json-lines.ts";
import { markdownFolder } from "./markdown/markdown-folder.ts";
import { plainTextPage } from "./plain-text-page.ts";
import { sampleOf } from "./sample.ts";
import { savedPages } from "./saved-pages.ts";
import { csv } from "./tables/csv.ts";
import { sql } from "./tables/sql.ts";
import { wacz, warc } from "./warc.ts";
import { website } from "./website.ts";
import { word } from "./word/word.ts";
import { wxr } from "./wxr.ts";

/** Every form that the importer reads. Where two recognise a source with equal confidence, the first one is used. */
export const sourceForms: readonly SourceForm[] = [
	jsonLines,
	plainTextPage,
	word,
	wxr,
	feed,
	savedPages,
	warc,
	wacz,
	website,
	sql,
	csv,
	markdownFolder,
];

const leastConfidence = 0.2;

/** Files that offices have but the importer does not read, by name or first bytes, and what to save them as. */
const notRead: readonly (readonly [RegExp, keyof typeof strings.savedAs])[] = [
	[/\.(?:xlsx?|xlsm|ods)\n|xl\/workbook/i, "table"],
	[/\.pdf\n|\n%PDF-/i, "pdf"],
	[/\.(?:odt|pptx?|odp)\n/i, "text"],
	[/\.(?:eml|msg)\n/i, "mail"],
	[/\.json\n|\n\s*[[{]\s*[{"]/i, "json"],
];

/**
 * Opens a source in the given form, or in the one that recognises its content best.
 *
 * @param form the value of `--from`
 * @throws {SourceError} where there is no such file, or no form recognises it
 */
export async function openSource(path: string, options: SourceOptions, form?: string): Promise<Source> {
	if (form !== undefined) {
		const named = sourceForms.find(({ name }) => name === form);
		if (!named)
			throw new SourceError(
				strings.noSuchForm(
					form,
					sourceForms.map(({ name }) => name),
				),
			);
		return named.open(path, options);
	}
	const sample = await sampleOf(path);
	const [best] = sourceForms
		.map((each) => ({ each, confidence: each.recognises(sample) }))
		.sort((a, b) => b.confidence - a.confidence);
	if (!best || best.confidence < leastConfidence) {
		const other = notRead.find(([pattern]) =>
			pattern.test(`${path}\n${sample.head.toString("latin1", 0, 4096)}`),
		);
		if (other) throw new SourceError(strings.notRead(path, other[1]));
		throw new SourceError(
			strings.unknownForm(
				path,
				sourceForms.map(({ name }) => name),
			),
		);
	}
	return best.each.open(path, options);
}
