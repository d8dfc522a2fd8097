/** The desk's own pages below `/ban-lam-viec/`. */
import { type Context, Hono } from "hono";
import {
	compareNames,
	compareVietnamese,
	fold,
	formatNumber,
	monthOf,
	spellingKey,
	toVietnamMoment,
} from "../../text/index.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { collectionOf, type Desk, entryOf } from "../api/context.ts";
import { readQuery } from "../api/entries.ts";
import { Refusal } from "../api/refuse.ts";
import { happy } from "../api/results.ts";
import { strings as apiStrings } from "../api/strings.ts";
import { storeCollection } from "../desk-collections.ts";
import { type Collection, deskPath, navigationPath, signInPath } from "../messages.ts";
import type { Person } from "../people.ts";
import { addWritersPreviews } from "../preview/preview-routes.ts";
import type { EntrySummary, MediaRemoved, Version } from "../store/index.ts";
import { addAccountPages } from "./account-pages.tsx";
import { articlesOfMonth } from "./articles-of-month.ts";
import { doForAll } from "./bulk.ts";
import { CalendarPage } from "./calendar-page.tsx";
import { CollectionsPage, listedCollections, type NameList } from "./collections-page.tsx";
import { addCommentsPages } from "./comments-pages.tsx";
import { documentDifference } from "./document-difference.ts";
import { formBody } from "./form-body.ts";
import { HistoryPage } from "./history-page.tsx";
import { DeskHeader, Layout, newArticlePath, sectionAddresses } from "./layout.tsx";
import { ListPage, parametersOf } from "./list-page.tsx";
import { MediaPage, parametersOf as mediaParametersOf, mediaQueryOf } from "./media-page.tsx";
import { goTo, type PageEnv, pageAnswer } from "./page-answer.tsx";
import { addPeoplePages } from "./people-pages.tsx";
import { royaltiesOf } from "./royalties.ts";
import { createOutcomes, type Said } from "./said.tsx";
import { readStart, StartPage } from "./start-page.tsx";
import { addStatisticsPages } from "./statistics-pages.tsx";
import { entryStrings, strings } from "./strings.ts";
import { TrashPage } from "./trash-page.tsx";

export interface DeskPagesOptions {
	readonly desk: Desk;
	readonly accounts: Accounts | undefined;
	readonly personOf: (headers: Headers) => Promise<Person | undefined>;
}

/** The tag that is meant by what was typed: one that is spelled so, or else the most used one that is found by it. */
async function knownTag({ store }: Desk, typed: string): Promise<string> {
	const found = await store.relations({ of: "tags", q: typed, limit: 200 });
	const spelled = found.find(({ title }) => spellingKey(title) === spellingKey(typed));
	return (spelled ?? found.find(({ title }) => fold(title) === fold(typed)) ?? found[0])?.title ?? typed;
}

/** Most entries of a month that the calendar shows. */
const mostInMonth = 1_000;

/** The live reload client: pages reload after the site was rebuilt. */
const reloadClient = `new EventSource("/admin/api/events").addEventListener("built", () => location.reload());\n`;

export function addDeskPages(app: Hono, { desk, accounts, personOf }: DeskPagesOptions): void {
	const { store, local, clock } = desk;
	const outcomes = createOutcomes<Said>();
	const pages = new Hono<PageEnv>();
	const today = () => toVietnamMoment(clock()).slice(0, 10);

	pages.use(`${deskPath}*`, async (context, next) => {
		const person = await personOf(context.req.raw.headers);
		if (!person) {
			const { pathname, search } = new URL(context.req.url);
			return goTo(`${signInPath}?tiep=${encodeURIComponent(pathname + search)}`);
		}
		context.set("person", person);
		return await next();
	});
	pages.onError((error, context) => faultPage(context, error));

	if (local) {
		pages.get(`${deskPath}tai-lai.js`, (context) =>
			context.body(reloadClient, 200, { "Content-Type": "text/javascript" }),
		);
	}

	addWritersPreviews(pages, desk);

	pages.get(newArticlePath, (context) => context.redirect("/admin/#/collections/articles/new"));

	pages.get(navigationPath, (context) => {
		const section = context.req.query("muc") === "articles" ? "articles" : "pages";
		return pageAnswer(<DeskHeader person={context.get("person")} local={local} section={section} />);
	});

	pages.get(deskPath, async (context) => {
		const person = context.get("person");
		return pageAnswer(<StartPage data={await readStart(desk, person)} person={person} local={local} />);
	});

	pages.get(sectionAddresses.articles, async (context) => {
		const asked = readQuery(context.req.query());
		const query = asked.tag === undefined ? asked : { ...asked, tag: await knownTag(desk, asked.tag) };
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
	pages.post(sectionAddresses.articles, async (context) => {
		const query = readQuery(context.req.query());
		const person = context.get("person");
		const said = await doForAll(desk, await formBody(context), person);
		return outcomes.show(person, said, `${sectionAddresses.articles}?${parametersOf(query)}`);
	});

	pages.get(sectionAddresses.calendar, async (context) => {
		const asked = context.req.query("thang") ?? "";
		const month = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(today());
		const scheduled = await store.list("articles", { state: "scheduled", limit: 200 });
		const entries = new Map<string, EntrySummary>();
		for (const entry of await articlesOfMonth(store, month, mostInMonth))
			if (entry.isPublished) entries.set(entry.id, entry);
		for (const entry of scheduled.entries) {
			if ((entry.scheduledFor ?? "").startsWith(month)) entries.set(entry.id, entry);
		}
		const inOrder = [...entries.values()].sort((one, other) =>
			(one.scheduledFor ?? one.date ?? "") < (other.scheduledFor ?? other.date ?? "") ? -1 : 1,
		);
		return pageAnswer(
			<CalendarPage
				person={context.get("person")}
				local={local}
				month={month}
				today={today()}
				entries={inOrder}
			/>,
		);
	});

	pages.get(sectionAddresses.pages, async (context) => {
		const q = context.req.query("q")?.trim() ?? "";
		const lists: Partial<Record<Collection, NameList>> = {};
		for (const collection of listedCollections) {
			const { entries, count } = await store.list(storeCollection(collection), {
				// Fewer while nobody looks for a name, so that every kind is near on a phone.
				limit: q === "" ? 12 : 60,
				sort: "title",
				...(q !== "" && { q }),
			});
			const compare = collection === "authors" ? compareNames : compareVietnamese;
			lists[collection] = {
				entries: [...entries].sort((one, other) => compare(one.title, other.title)),
				more: count - entries.length,
			};
		}
		return pageAnswer(<CollectionsPage {...{ person: context.get("person"), local, q, lists }} />);
	});

	pages.get(sectionAddresses.media, async (context) => {
		const person = context.get("person");
		const query = mediaQueryOf(context.req.query());
		const page = await store.media(query);
		const said = outcomes.take(person, context.req.url);
		return pageAnswer(<MediaPage {...{ person, local, query, page, said }} />);
	});
	pages.post(sectionAddresses.media, async (context) => {
		const person = context.get("person");
		const query = mediaQueryOf(context.req.query());
		const paths = (await formBody(context)).getAll("path");
		const result = await store.removeMedia(paths, person);
		const said = result.kind === "refused" ? { faults: [result.message] } : mediaSaid(result);
		return outcomes.show(person, said, `${sectionAddresses.media}${mediaParametersOf(query)}`);
	});

	pages.get(sectionAddresses.trash, async (context) => {
		const person = context.get("person");
		const said = outcomes.take(person, context.req.url);
		return pageAnswer(<TrashPage person={person} local={local} items={await store.trash()} said={said} />);
	});
	pages.post(sectionAddresses.trash, async (context) => {
		const person = context.get("person");
		const form = await formBody(context);
		const result = await store.restoreFromTrash(form.get("key") ?? "", person);
		return outcomes.show(person, saidOf(result, entryStrings.trash.restored), sectionAddresses.trash);
	});

	const historyPath = `${deskPath}lich-su/:collection/:id/`;
	pages.get(historyPath, async (context) => {
		const { stored, id } = entryOf(context);
		const { collection } = collectionOf(context);
		const person = context.get("person");
		const opened = await store.open(stored, id, person);
		if ("kind" in opened) throw new Refusal(404, apiStrings.noEntry);
		const versions = await store.history(stored, id);
		const version = versions.find(({ commit }) => commit === context.req.query("so"));
		const textOf = ({ commit }: Version) => store.versionText(stored, id, commit);
		const text = version && (await textOf(version));
		return pageAnswer(
			<HistoryPage
				person={person}
				local={local}
				collection={collection}
				id={id}
				title={opened.summary.title || id}
				revision={opened.revision}
				versions={versions}
				current={await newestWith(opened.text, versions, textOf)}
				compared={
					version && text !== undefined
						? { version, fields: documentDifference(collection, opened.summary.path, text, opened.text) }
						: undefined
				}
				said={outcomes.take(person, context.req.url)}
			/>,
		);
	});
	pages.post(historyPath, async (context) => {
		const { stored, id } = entryOf(context);
		const person = context.get("person");
		const form = await formBody(context);
		const [commit, base] = [form.get("commit") ?? "", form.get("base") ?? ""];
		if (!isCommit(commit)) throw new Refusal(400, apiStrings.badRequest);
		const result = await store.restore(stored, id, commit, base, person);
		const said = saidOf(result, entryStrings.versions.restored);
		return outcomes.show(person, said, new URL(context.req.url).pathname);
	});

	pages.get(`${deskPath}nhuan-but.csv`, async (context) => {
		const month = context.req.query("thang") ?? "";
		if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new Refusal(400, apiStrings.badRequest);
		const table = await royaltiesOf(store, month, context.get("person"));
		return context.body(table, 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="nhuan-but-${month}.csv"`,
			"Cache-Control": "no-store",
		});
	});

	addCommentsPages(pages, desk);
	addStatisticsPages(pages, desk);
	if (accounts) {
		addPeoplePages(pages, accounts, store);
		addAccountPages(pages, accounts);
	}

	pages.all(`${deskPath}*`, (context) => messagePage(context, 404, strings.notFound));
	app.route("/", pages);

	function messagePage(context: Context<PageEnv>, status: number, message: string): Response {
		return pageAnswer(
			<Layout title={message} person={context.get("person")} local={local}>
				<h1>{message}</h1>
			</Layout>,
			{ status },
		);
	}

	function faultPage(context: Context<PageEnv>, error: unknown): Response {
		if (error instanceof Refusal) return messagePage(context, error.status, error.message);
		desk.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
		return messagePage(context, 500, strings.unexpected);
	}
}

function isCommit(text: string): boolean {
	return /^[0-9a-f]{4,64}$/.test(text);
}

function mediaSaid({ removed, kept }: MediaRemoved): Said {
	const strings = entryStrings.media;
	return {
		...(removed.length > 0 && { done: strings.removed(formatNumber(removed.length)) }),
		...(kept.length > 0 && { faults: kept.map(strings.kept) }),
	};
}

/** The message about a change that the store made or refused. */
function saidOf(result: Parameters<typeof happy>[0], done: string): Said {
	try {
		happy(result);
		return { done };
	} catch (error) {
		if (error instanceof Refusal) return { faults: [error.message] };
		throw error;
	}
}

/** The newest version that has a text. */
async function newestWith(
	text: string,
	versions: readonly Version[],
	textOf: (version: Version) => Promise<string | undefined>,
): Promise<Version | undefined> {
	for (const version of versions) if ((await textOf(version)) === text) return version;
	return undefined;
}
