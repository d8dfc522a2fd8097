import { opendir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { cleanText } from "../../text/index.ts";
import { decodeBytes } from "../encodings/index.ts";
import { readPage } from "../plain-text/read-page.ts";
import { readDate } from "../read-date.ts";
import type { ImportedArticle, Source, SourceForm, SourceSample, UnreadableItem } from "../source.ts";
import { SourceError } from "../source.ts";
import { strings } from "../strings.ts";
import { isLetter } from "./pages/page-in-mail.ts";

/** The largest file that is read; larger ones are not pages. */
const maxBytes = 2_000_000;

/** The plain text of article pages, copied or saved from a browser: one page per file. */
export const plainTextPage: SourceForm = {
	name: "text",
	summary: strings.forms.plainTextPage,
	recognises,
	open: (path) => plainTextSource(path),
};

function recognises({ isFolder, names, head, path }: SourceSample): number {
	if (isFolder) return names.filter(isPageName).length > names.length / 2 ? 0.4 : 0;
	if (head.length === 0 || head.includes(0) || /^\s*[<{["]/.test(head.toString("latin1", 0, 200))) return 0;
	if (isLetter(head.toString("latin1"))) return 0;
	const lines = decodeBytes(head).text.split("\n", 40);
	const isDated = lines.some((line) => readDate(line) !== undefined);
	return (isDated ? 0.4 : 0) + (isPageName(path) ? 0.3 : 0);
}

function isPageName(name: string): boolean {
	return /\.txt$/i.test(name) && !/(?:^|\/)(?:readme|license)[^/]*$/i.test(name);
}

/** @param path of a file, or of a folder whose .txt files are read in the order of their names */
function plainTextSource(path: string): Source {
	return {
		name: basename(path),
		async *articles() {
			let position = 0;
			for (const file of await pagesBelow(path)) {
				position += 1;
				yield await readFileAsPage(
					file,
					relative(path, file).split(sep).join("/") || basename(file),
					position,
				);
			}
		},
	};
}

async function pagesBelow(path: string): Promise<string[]> {
	const found = await stat(path).catch(() => {
		throw new SourceError(strings.noSuchSource(path));
	});
	if (!found.isDirectory()) return [path];
	const files: string[] = [];
	for await (const entry of await opendir(path, { recursive: true })) {
		const file = join(entry.parentPath, entry.name);
		if (entry.isFile() && isPageName(file)) files.push(file);
	}
	return files.sort();
}

async function readFileAsPage(
	file: string,
	id: string,
	position: number,
): Promise<ImportedArticle | UnreadableItem> {
	const { size } = await stat(file);
	if (size > maxBytes) return { position, id, unreadable: strings.tooLarge(size) };
	const { text, encoding, confidence } = decodeBytes(await readFile(file));
	const clean = cleanText(text);
	const page = readPage(clean);
	const { byLine } = page;
	const isConverted = encoding !== "utf-8";
	return {
		position,
		id,
		title: page.title,
		body: { markdown: page.body },
		...(page.lead === undefined ? {} : { lead: page.lead }),
		...(page.date === undefined ? {} : { date: page.date }),
		...(page.views === undefined ? {} : { views: page.views }),
		...(page.source === undefined ? {} : { source: page.source }),
		authors: byLine ? [byLine.author] : [],
		...(byLine?.organisation === undefined ? {} : { organisation: byLine.organisation }),
		tags: page.keywords,
		excerpt: clean,
		repaired: [...(isConverted ? [strings.converted(encoding)] : []), ...page.repaired],
		leftOut: page.leftOut,
		doubts: [
			...page.doubts,
			...(isConverted && confidence < 0.95
				? [{ detail: strings.encodingGuessed(encoding), confidence }]
				: []),
		],
	};
}
