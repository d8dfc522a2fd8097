/** The list of articles, the calendar, and the table for royalties. */
import type { Hono } from "hono";
import { fold, isMonth, monthOf, spellingKey, toVietnamDay } from "../../text/index.ts";
import type { Desk } from "../api/context.ts";
import { readQuery } from "../api/entries.ts";
import { Refusal } from "../api/refuse.ts";
import { strings as apiStrings } from "../api/strings.ts";
import { deskPath, sectionAddresses } from "../messages.ts";
import type { DeskStore, EntrySummary } from "../store/index.ts";
import { articlesOfMonth } from "./articles-of-month.ts";
import { doForAll } from "./bulk.ts";
import { CalendarPage } from "./calendar-page.tsx";
import { formBody } from "./form-body.ts";
import { ListPage, parametersOf } from "./list-page.tsx";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { royaltiesOf } from "./royalties.ts";
import { createOutcomes, type Said } from "./said.tsx";

/** Most entries of a month that the calendar shows. */
const mostInMonth = 1_000;

export function addArticlePages(pages: Hono<PageEnv>, desk: Desk): void {
	addList(pages, desk);
	addCalendar(pages, desk);
	addRoyalties(pages, desk);
}

function addList(pages: Hono<PageEnv>, desk: Desk): void {
	const { store, local } = desk;
	const address = sectionAddresses.articles;
	const outcomes = createOutcomes<Said>();

	pages.get(address, async (context) => {
		const asked = readQuery(context.req.query());
		const query = asked.tag === undefined ? asked : { ...asked, tag: await knownTag(store, asked.tag) };
		const offered = (of: "committees" | "authors" | "tags", limit: number) => store.relations({ of, limit });
		const [page, committees, authors, tags] = await Promise.all([
			store.list("articles", query),
			offered("committees", 500),
			offered("authors", 500),
			offered("tags", 100),
		]);
		const person = context.get("person");
		return pageAnswer(
			<ListPage
				person={person}
				local={local}
				query={query}
				page={page}
				choices={{ committees, authors, tags }}
				said={outcomes.take(person, context.req.url)}
			/>,
		);
	});

	pages.post(address, async (context) => {
		const query = readQuery(context.req.query());
		const person = context.get("person");
		const said = await doForAll(desk, await formBody(context), person);
		return outcomes.show(person, said, `${address}?${parametersOf(query)}`);
	});
}

function addCalendar(pages: Hono<PageEnv>, { store, local, clock }: Desk): void {
	pages.get(sectionAddresses.calendar, async (context) => {
		const asked = context.req.query("thang") ?? "";
		const today = toVietnamDay(clock());
		const month = isMonth(asked) ? asked : monthOf(today);
		const entries = await entriesOfMonth(store, month);
		const person = context.get("person");
		return pageAnswer(<CalendarPage {...{ person, local, month, today, entries }} />);
	});
}

function addRoyalties(pages: Hono<PageEnv>, { store }: Desk): void {
	pages.get(`${deskPath}nhuan-but.csv`, async (context) => {
		const month = context.req.query("thang") ?? "";
		if (!isMonth(month)) throw new Refusal(400, apiStrings.badRequest);
		const table = await royaltiesOf(store, month, context.get("person"));
		return context.body(table, 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="nhuan-but-${month}.csv"`,
			"Cache-Control": "no-store",
		});
	});
}

/** What went online in a month, or will, in that order. */
async function entriesOfMonth(store: DeskStore, month: string): Promise<readonly EntrySummary[]> {
	const scheduled = await store.list("articles", { state: "scheduled", limit: 200 });
	const entries = new Map<string, EntrySummary>();
	for (const entry of await articlesOfMonth(store, month, mostInMonth))
		if (entry.isPublished) entries.set(entry.id, entry);
	for (const entry of scheduled.entries)
		if ((entry.scheduledFor ?? "").startsWith(month)) entries.set(entry.id, entry);
	return [...entries.values()].sort((one, other) =>
		(one.scheduledFor ?? one.date ?? "") < (other.scheduledFor ?? other.date ?? "") ? -1 : 1,
	);
}

/** The tag that is meant by what was typed: one that is spelled so, or else the most used one that is found by it. */
async function knownTag(store: DeskStore, typed: string): Promise<string> {
	const found = await store.relations({ of: "tags", q: typed, limit: 200 });
	const spelled = found.find(({ title }) => spellingKey(title) === spellingKey(typed));
	return (spelled ?? found.find(({ title }) => fold(title) === fold(typed)) ?? found[0])?.title ?? typed;
}
