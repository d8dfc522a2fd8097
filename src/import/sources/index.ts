import type { Source, SourceForm, SourceOptions, SourceSample } from "../source.ts";
import { SourceError } from "../source.ts";
import { strings } from "../strings.ts";
import { feed } from "./feed.ts";
import { json } from "./json/json.ts";
import { jsonLines } from "./json-lines.ts";
import { markdownFolder } from "./markdown/markdown-folder.ts";
import { isLetter } from "./pages/page-in-mail.ts";
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
	json,
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

/** Files that offices have but the importer does not read, by name or first bytes, and what to do with them. */
const notRead: readonly (readonly [RegExp, keyof typeof strings.savedAs])[] = [
	[/\.(?:xlsx?|xlsm|ods)\n|xl\/workbook|opendocument\.spreadsheet/i, "table"],
	[/\.pdf\n|\n%PDF-/i, "pdf"],
	[/epub\+zip|\.epub\n/i, "book"],
	[/\.(?:fodt|pptx?|odp|wps|pages|one)\n|opendocument|<\?mso-application/i, "text"],
	[/\.(?:eml|msg|mbox)\n/i, "letter"],
	[
		/\nSQLite format 3|Standard (?:Jet|ACE) DB|\nTAPE\0|\.(?:bak|mdf|mdb|accdb|sqlite3?|db|frm|ibd|dmp)\n/i,
		"database",
	],
	[
		/\nPK\W\W|\n7z\xbc\xaf|\nRar!|\n\(\xb5\/\xfd|\nBZh|\n\xfd7zXZ|ustar[\0 ]|\.(?:zip|rar|7z|tar|tgz|zst|xz|bz2)\n/i,
		"archive",
	],
	[/\n(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF)|\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|mp4|mp3|mov)\n/i, "picture"],
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
		const kind = kindNotRead(sample);
		if (kind) throw new SourceError(strings.notRead(path, kind));
		throw new SourceError(
			strings.unknownForm(
				path,
				sourceForms.map(({ name }) => name),
			),
		);
	}
	return best.each.open(path, options);
}

function kindNotRead({ path, head, isFolder }: SourceSample): keyof typeof strings.savedAs | undefined {
	if (isFolder) return undefined;
	if (head.length === 0) return "empty";
	const beginning = head.toString("latin1", 0, 4096);
	if (isLetter(beginning)) return "letter";
	return notRead.find(([pattern]) => pattern.test(`${path}\n${beginning}`))?.[1];
}
