import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ArticleId, type IsoDateTime, isArticleId } from "../../model/ids.ts";
import type { DeskStore, EntrySummary } from "../store/index.ts";

/** What an article's page names others by. */
export interface NamedByArticle {
	readonly id: ArticleId;
	readonly date: string;
	readonly tags: readonly string[];
	readonly related: readonly string[];
}

/** Months before the article's own that are looked through for the articles before it. */
const monthsBack = 6;
/** More than any page shows before it. */
const wantedBefore = 8;
/** As far back as a page looks for related articles, for each tag. */
const perTag = 16;

/**
 * The files of published articles that an article's page may show beside it: those published just before and after it,
 * the related ones, and those of the same tags.
 */
export async function articlesBeside(
	store: Pick<DeskStore, "list" | "contentDirectory">,
	{ id, date, tags, related }: NamedByArticle,
	now: IsoDateTime,
): Promise<string[]> {
	const found = new Set<string>(related.filter(isArticleId));
	const add = (entries: readonly EntrySummary[]) => {
		for (const entry of entries) if (entry.isPublished) found.add(entry.id);
	};
	const ofMonth = async (month: string) => {
		const { entries } = await store.list("articles", { year: month, sort: "-date", limit: 200 });
		return entries.filter(({ isPublished }) => isPublished);
	};
	const month = (/^\d{4}-\d{2}/.exec(date) ? date : now).slice(0, 7);
	const after = await ofMonth(shifted(month, 1));
	add(after.slice(-wantedBefore));
	let before = 0;
	for (let back = 0; back <= monthsBack && before < wantedBefore; back++) {
		const entries = await ofMonth(shifted(month, -back));
		const older = entries.filter((entry) => (entry.date ?? "") <= date);
		add(entries.filter((entry) => (entry.date ?? "") > date).slice(-wantedBefore));
		add(older.slice(0, wantedBefore));
		before += older.length;
	}
	// Where little is published, the newest of all are every one of them.
	if (before < wantedBefore) add((await store.list("articles", { sort: "-date", limit: 200 })).entries);
	if (related.length === 0) {
		for (const tag of tags)
			add((await store.list("articles", { tag, sort: "-date", limit: perTag })).entries);
	}
	found.delete(id);
	return [...found]
		.map((other) => `articles/${other}.md`)
		.filter((file) => existsSync(join(store.contentDirectory, file)));
}

/** `2026-11` and so many months on. */
function shifted(month: string, months: number): string {
	const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
	return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}
