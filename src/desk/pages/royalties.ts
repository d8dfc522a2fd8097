/** The month's table of who wrote what, for royalties, as CSV. */
import { extractReferences, readDocument } from "../../content/index.ts";
import { formatDay } from "../../text/index.ts";
import { addressOf } from "../online/online.ts";
import type { Person } from "../people.ts";
import type { DeskStore, EntrySummary } from "../store/index.ts";
import { articlesOfMonth } from "./articles-of-month.ts";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.royalties;

/** Pictures from which on an article counts as a photo story. */
const photoStory = 6;

/** @param month `2026-11` */
export async function royaltiesOf(store: DeskStore, month: string, person: Person): Promise<string> {
	const rows: (readonly string[])[] = [strings.header];
	for (const entry of await publishedIn(store, month)) {
		const pictures = await picturesOf(store, entry, person);
		for (const author of entry.author) {
			rows.push([
				author,
				entry.title,
				formatDay(entry.date ?? ""),
				pictures >= photoStory ? strings.photos : strings.article,
				String(entry.words),
				String(pictures),
				addressOf("articles", entry.id),
			]);
		}
	}
	const [header = [], ...body] = rows;
	body.sort((one, other) => (one[0] ?? "").localeCompare(other[0] ?? "", "vi"));
	// A byte order mark, so that spreadsheets read it as UTF-8.
	return `\ufeff${[header, ...body].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

async function publishedIn(store: DeskStore, month: string): Promise<readonly EntrySummary[]> {
	const found = await articlesOfMonth(store, month);
	return found.filter(({ isPublished, withdrawn }) => isPublished && withdrawn === undefined);
}

async function picturesOf(store: DeskStore, { id }: EntrySummary, person: Person): Promise<number> {
	const opened = await store.open("articles", id, person);
	if ("kind" in opened) return 0;
	const text = opened.published?.text ?? opened.text;
	const { document } = readDocument("", Buffer.from(text));
	if (!document) return 0;
	const main = document.fields.image === undefined ? 0 : 1;
	return main + extractReferences(document.body).pictures.length;
}

/** Quoted, and never a formula: spreadsheets run what begins with `=`, `+`, `-` or `@`. */
function cell(text: string): string {
	return `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}
