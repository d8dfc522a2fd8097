/** Counts readers, each once a day for each article, in one transaction. */
import { sql, type Transaction } from "kysely";
import type { VoiceTables } from "../store/tables.ts";

/** A reader of an article, identified by a digest. */
export interface SeenVisit {
	/** Digest of the day's salt, the reader and the article. */
	readonly visit: string;
	/** Empty for a page that is not an article. */
	readonly article: string;
	readonly day: string;
}

/** Rows of one statement: SQLite takes 32,766 values, PostgreSQL 65,535. */
const rowsPerStatement = 1_000;

/** @returns the visits that were not counted before */
export async function addViews(
	transaction: Transaction<VoiceTables>,
	visits: Iterable<SeenVisit>,
): Promise<readonly SeenVisit[]> {
	// Always in one order, so that two processes never wait for each other.
	const all = [...new Map([...visits].map((each) => [each.visit, each])).values()].sort(by("visit"));
	const fresh: SeenVisit[] = [];
	for (const part of parts(all)) {
		const added = await transaction
			.insertInto("seen")
			.values(part.map(({ visit, day }) => ({ visit, day })))
			.onConflict((conflict) => conflict.doNothing())
			.returning("visit")
			.execute();
		const known = new Set(added.map(({ visit }) => visit));
		fresh.push(...part.filter(({ visit }) => known.has(visit)));
	}
	const ofDay = counted(fresh, ({ day, article }) => `${day} ${article}`).map(([key, count]) => {
		const [day = "", article = ""] = key.split(" ");
		return { day, article, count };
	});
	for (const part of parts(ofDay)) {
		await transaction
			.insertInto("views")
			.values(part)
			.onConflict((conflict) =>
				conflict.columns(["day", "article"]).doUpdateSet({ count: sql`views.count + excluded.count` }),
			)
			.execute();
	}
	await addTotals(
		transaction,
		counted(fresh, ({ article }) => article),
	);
	return fresh;
}

/** Adds to the totals of articles. @param counts in the order of the articles; may be negative */
export async function addTotals(
	transaction: Transaction<VoiceTables>,
	counts: readonly (readonly [article: string, count: number])[],
): Promise<void> {
	const totals = counts.map(([article, count]) => ({ article, month: monthOfArticle(article), count }));
	for (const part of parts(totals)) {
		await transaction
			.insertInto("totals")
			.values(part)
			.onConflict((conflict) =>
				conflict.column("article").doUpdateSet({ count: sql`totals.count + excluded.count` }),
			)
			.execute();
	}
}

/** The month in an article's address: `2026-11`. Empty for pages that are not articles. */
function monthOfArticle(article: string): string {
	return article.slice(0, "yyyy/mm".length).replace("/", "-");
}

/** How often each key occurs, in the order of the keys. */
export function counted<Item>(
	items: readonly Item[],
	keyOf: (item: Item) => string,
): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
	return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

function by<Name extends string>(name: Name) {
	return (one: Readonly<Record<Name, string>>, other: Readonly<Record<Name, string>>) =>
		one[name] < other[name] ? -1 : 1;
}

/** As many rows as one statement takes. */
export function* parts<Item>(items: readonly Item[]): Generator<Item[]> {
	for (let at = 0; at < items.length; at += rowsPerStatement) yield items.slice(at, at + rowsPerStatement);
}
