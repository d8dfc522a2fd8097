import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readData } from "../../content/index.ts";
import { type ArticleId, type IsoDateTime, isArticleId } from "../../model/ids.ts";
import type { RecordOf } from "../../model/records.ts";
import type { DeskStore, EntrySummary } from "../store/index.ts";

/** The fields by which an article's page finds related articles. */
export interface NamedByArticle {
	readonly id: ArticleId;
	readonly date: string;
	readonly tags: readonly string[];
	readonly related: readonly string[];
}

/** How many months before the article's own are searched for older articles. */
const monthsBack = 6;
/** More older articles than any page shows. */
const wantedBefore = 8;
/** How far back a page looks for related articles, for each tag. */
const perTag = 16;

/**
 * The files of published articles that an article's page may show: those published just before and after it, the
 * related ones, and those with the same tags.
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
	// In a small archive, the newest articles are all articles.
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

/** The files of published articles that name an event. */
export function articlesOfEvent(
	store: Pick<DeskStore, "naming" | "contentDirectory">,
	event: string,
): string[] {
	return store
		.naming("events", event)
		.filter(({ collection }) => collection === "articles")
		.map(({ id }) => `articles/${id}.md`)
		.filter((file) => existsSync(join(store.contentDirectory, file)));
}

/** The files of articles to which questions lead: those of a question in the form, and of all others. */
export function articlesOfQuestions(
	{ contentDirectory }: Pick<DeskStore, "contentDirectory">,
	{ articles }: Pick<RecordOf<"questions">, "articles">,
): string[] {
	const folder = join(contentDirectory, "questions");
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yml")) : [];
	const named = files.flatMap((name) => {
		const { document } = readData(name, readFileSync(join(folder, name)));
		const written = document?.fields.articles;
		return Array.isArray(written) ? written.map(String) : [String(written ?? "")];
	});
	return [...new Set([...articles, ...named])]
		.filter(isArticleId)
		.map((id) => `articles/${id}.md`)
		.filter((file) => existsSync(join(contentDirectory, file)));
}

/** The month so many months after `2026-11`. */
function shifted(month: string, months: number): string {
	const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
	return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}
