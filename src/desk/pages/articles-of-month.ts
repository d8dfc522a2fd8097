import type { DeskStore, EntrySummary } from "../store/index.ts";

/** The store's largest page. */
const perPage = 200;

/**
 * The articles dated in a month, oldest first, whatever their state.
 *
 * @param month `2026-11`
 * @param enough with so many articles, no further page is read
 */
export async function articlesOfMonth(
	store: Pick<DeskStore, "list">,
	month: string,
	enough = Number.POSITIVE_INFINITY,
): Promise<readonly EntrySummary[]> {
	const found: EntrySummary[] = [];
	let cursor: string | null | undefined;
	do {
		const page = await store.list("articles", {
			year: month,
			sort: "date",
			limit: perPage,
			...(cursor && { cursor }),
		});
		found.push(...page.entries);
		cursor = page.cursor;
	} while (cursor && found.length < enough);
	return found;
}
