/** The table of a month for royalties, as CSV: who wrote what. */
import { compareNames, formatDay } from "../../text/index.ts";
import { factsOf } from "../article-index/facts.ts";
import { addressOf } from "../online/online.ts";
import type { Person } from "../people.ts";
import type { DeskStore, EntrySummary } from "../store/index.ts";
import { articlesOfMonth } from "./articles-of-month.ts";
import { csvOf } from "./csv.ts";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.royalties;

/** With so many pictures, an article counts as a photo story. */
const photoStory = 6;

/**
 * One line for each author of each article published in the month, sorted by author.
 *
 * @param month `2026-11`
 */
export async function royaltiesOf(store: DeskStore, month: string, person: Person): Promise<string> {
	const rows: (readonly string[])[] = [];
	for (const entry of await articlesOfMonth(store, month)) {
		if (!entry.isPublished || entry.withdrawn !== undefined) continue;
		const { title, words, pictures } = await readersFacts(store, entry, person);
		for (const author of entry.names.authors) {
			rows.push([
				author,
				title,
				formatDay(entry.date ?? ""),
				pictures >= photoStory ? strings.photos : strings.article,
				String(words),
				String(pictures),
				addressOf("articles", entry.id),
			]);
		}
	}
	rows.sort(([one = ""], [other = ""]) => compareNames(one, other));
	return csvOf([strings.header, ...rows]);
}

type Counted = Pick<EntrySummary, "title" | "words" | "pictures">;

/** Lists have the newest text. If it has a pending change, readers have another one. */
async function readersFacts(store: DeskStore, entry: EntrySummary, person: Person): Promise<Counted> {
	if (entry.state === "published") return entry;
	const opened = await store.open("articles", entry.id, person);
	if ("kind" in opened || !opened.published) return entry;
	return factsOf(entry.path, Buffer.from(opened.published.text));
}
