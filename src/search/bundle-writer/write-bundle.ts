/**
 * Writes what Pagefind's browser script reads: the files that Pagefind itself would write for the same records, with
 * the same names. Pagefind's own indexer holds everything in memory several times, makes the index twice where it is
 * asked for its files, and takes four times as long.
 */
import type { OnFile } from "../finder-writer/segment-folder.ts";
import type { PagefindRecord, SearchDocument } from "../record.ts";
import { language, metaFields, toRecord } from "../record.ts";
import { BundleFolder } from "./bundle-folder.ts";
import { BundleWords } from "./bundle-words.ts";
import { compareBytes } from "./byte-order.ts";
import { CborWriter } from "./cbor-writer.ts";
import { tokensOf } from "./indexable-words.ts";
import { PageFilters } from "./page-filters.ts";
import { pagefindFiles } from "./pagefind-files.ts";
import { wordChunks } from "./word-chunks.ts";

interface Page {
	readonly name: string;
	readonly words: number;
	readonly date: string;
}

/**
 * Writes one bundle. The same documents in the same order give the same bytes. A document without words is left out.
 *
 * @param documents oldest first, so that a later article changes as few files as can be
 * @param directory is created where it is missing
 * @param onFile is told of each file that was written, by its path in the bundle
 */
export async function writeBundle(
	documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
	directory: string,
	onFile?: OnFile,
): Promise<void> {
	const { files, entry, version } = await pagefindFiles();
	const folder = new BundleFolder(directory, language, onFile);
	for (const { path, content } of files) folder.write(path, content);
	const pages: Page[] = [];
	const words = new BundleWords();
	const filters = new PageFilters();
	const hasField = metaFields.map(() => false);
	for await (const document of documents) {
		const record = toRecord(document);
		const fields = metaFields.flatMap((field, number): [number, string][] => {
			const text = record.meta[field];
			return text === undefined ? [] : [[number, text]];
		});
		// Elsewhere it parts words where no space does.
		const tokens = tokensOf(record.content.replaceAll("\u200B", ""));
		if (!words.addPage(pages.length, tokens, fields)) continue;
		for (const [number] of fields) hasField[number] = true;
		filters.addPage(pages.length, record.filters);
		const name = folder.pack("fragment", Buffer.from(fragmentOf(record, tokens)));
		pages.push({ name, words: tokens.length, date: document.date });
	}
	const fields = metaFields.filter((_, number) => hasField[number]);
	const fieldNumbers = metaFields.map((field) => fields.indexOf(field));
	const writer = new CborWriter();
	writer.array(6);
	writer.text(version);
	writer.array(pages.length);
	for (const page of pages) {
		writer.array(3);
		writer.text(page.name);
		writer.integer(page.words);
		writer.text("");
	}
	const chunks = wordChunks(words, fieldNumbers);
	writer.rows(Array.from(chunks, ({ from, to, content }) => [from, to, folder.pack("index", content)]));
	writer.rows(filters.list().map(({ filter, content }) => [filter, folder.pack("filter", content)]));
	writer.array(1);
	writer.array(2);
	writer.text("date");
	writer.integers([...pages.keys()].sort((a, b) => compareBytes(pages[a]?.date ?? "", pages[b]?.date ?? "")));
	writer.texts(fields);
	const languages: Record<string, unknown> = {};
	if (pages.length > 0) {
		const hash = folder.pack("meta", writer.take());
		languages[language] = { hash, wasm: null, page_count: pages.length };
	}
	folder.write("pagefind-entry.json", Buffer.from(JSON.stringify({ ...entry, languages })));
}

/** What a result shows of a page. */
function fragmentOf({ url, meta, filters }: PagefindRecord, tokens: readonly string[]): string {
	return JSON.stringify({
		url,
		content: tokens.join(" "),
		word_count: tokens.length,
		filters: sortedByName(filters),
		meta: sortedByName(meta),
		anchors: [],
	});
}

function sortedByName<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareBytes(a, b)));
}
