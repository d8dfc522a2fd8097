/** A portal as after an import, for pictures of full pages: no pictures, some titles in capitals, some without leads. */
import { writeDocument } from "../src/content/index.ts";
import { asArticleId } from "../src/model/ids.ts";
import { archiveArticles, articleFile, makeArchive } from "./bench/archive.ts";
import { type FileText, writeAll } from "./bench/write-all.ts";

const seed = 19;
/** Spread over the years. */
const olderCount = 400;
/** All of them in the first days of November 2026. */
const newestCount = 400;
const newestOfDay = 20;

/** Writes its content folder. */
export async function writeDensePortal(directory: string): Promise<void> {
	await makeArchive(directory, { articles: olderCount, seed });
	await writeAll(newest(directory));
}

function* newest(directory: string): Generator<FileText> {
	let at = 0;
	for (const { id, fields, body } of archiveArticles(
		{ articles: olderCount + newestCount, seed },
		olderCount,
	)) {
		const two = (value: number) => String(value).padStart(2, "0");
		const day = two(1 + Math.floor(at / newestOfDay));
		const { title, summary, province: _, ...rest } = fields;
		yield {
			file: articleFile(directory, asArticleId(`2026/11/${day}-${id.slice("2026/11/01-".length)}`)),
			text: writeDocument(
				{
					...rest,
					title: at % 7 === 3 ? title.toUpperCase() : title,
					date: `2026-11-${day}T${two(6 + Math.floor((at % newestOfDay) / 2))}:${two((at * 17) % 60)}:00+07:00`,
					...(at % 3 > 0 && { summary }),
				},
				body,
			),
		};
		at++;
	}
}
