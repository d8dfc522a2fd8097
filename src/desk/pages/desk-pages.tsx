/** The desk's own pages below `/ban-lam-viec/`. */
import type { Context, Hono } from "hono";
import { compareVietnamese, monthOf, toVietnamMoment } from "../../text/index.ts";
import type { AccountResult, Accounts } from "../accounts/accounts.ts";
import { collectionOf, type Desk, entryOf } from "../api/context.ts";
import { readQuery } from "../api/entries.ts";
import { Refusal } from "../api/refuse.ts";
import { happy } from "../api/results.ts";
import { strings as apiStrings } from "../api/strings.ts";
import { storeCollection } from "../desk-collections.ts";
import { type Collection, deskPath, signInPath } from "../messages.ts";
import type { Person } from "../people.ts";
import type { EntrySummary } from "../store/index.ts";
import { addAccountPages } from "./account-pages.tsx";
import { articlesOfMonth } from "./articles-of-month.ts";
import { doForAll, isBulkAction } from "./bulk.ts";
import { CalendarPage } from "./calendar-page.tsx";
import { CollectionsPage, listedCollections } from "./collections-page.tsx";
import { formBody } from "./form-body.ts";
import { HistoryPage } from "./history-page.tsx";
import { DeskHeader, Layout, sectionAddresses } from "./layout.tsx";
import { ListPage } from "./list-page.tsx";
import { goTo, type PageEnv, pageAnswer } from "./page-answer.tsx";
import { grantsOf, PeoplePage, type PeoplePageProps } from "./people-page.tsx";
import { royaltiesOf } from "./royalties.ts";
import { readStart, StartPage } from "./start-page.tsx";
import { entryStrings, peopleStrings, strings } from "./strings.ts";
import { textDifference } from "./text-difference.ts";
import { TrashPage } from "./trash-page.tsx";

export interface DeskPagesOptions {
	readonly desk: Desk;
	readonly accounts: Accounts | undefined;
	readonly personOf: (headers: Headers) => Promise<Person | undefined>;
}

/** Sign-ins that the page of people shows. */
const shownSignIns = 30;
/** Entries of a month that the calendar shows. */
const mostInMonth = 1_000;

/** The client of the live reload: pages of the site are shown anew when the site is. */
const reloadClient = `new EventSource("/admin/api/events").addEventListener("built", () => location.reload());\n`;

export function addDeskPages(app: Hono, { desk, accounts, personOf }: DeskPagesOptions): void {
	const { store, local, clock } = desk;
	const pages = app as unknown as Hono<PageEnv>;
	const today = () => toVietnamMoment(clock()).slice(0, 10);

	pages.use(`${deskPath}*`, async (context, next) => {
		const person = await personOf(context.req.raw.headers);
		if (!person) {
			const { pathname, search } = new URL(context.req.url);
			return goTo(`${signInPath}?tiep=${encodeURIComponent(pathname + search)}`);
		}
		context.set("person", person);
		try {
			return await next();
		} catch (error) {
			return faultPage(context, error);
		}
	});

	if (local) {
		pages.get(`${deskPath}tai-lai.js`, (context) =>
			context.body(reloadClient, 200, { "Content-Type": "text/javascript" }),
		);
	}

	/** The navigation for the editor's own page, which fetches it. */
	pages.get(`${deskPath}dau-trang/`, (context) =>
		pageAnswer(<DeskHeader person={context.get("person")} local={local} />, { isPiece: true }),
	);

	pages.get(deskPath, async (context) => {
		const person = context.get("person");
		return pageAnswer(<StartPage data={await readStart(desk, person)} person={person} local={local} />);
	});

	pages.get(sectionAddresses.articles, (context) => listPage(context));
	pages.post(sectionAddresses.articles, async (context) => {
		const form = await formBody(context);
		const action = form.get("action") ?? "";
		if (!isBulkAction(action)) throw new Refusal(400, apiStrings.badRequest);
		const outcome = await doForAll(
			desk,
			action,
			form.getAll("id"),
			form.get("value") ?? "",
			context.get("person"),
		);
		return await listPage(context, outcome);
	});

	async function listPage(
		context: Context<PageEnv>,
		outcome?: { readonly done: number; readonly failures: readonly string[] },
	): Promise<Response> {
		const query = readQuery(context.req.query());
		const [page, committees] = await Promise.all([
			store.list("articles", query),
			store.relations({ of: "committees", limit: 200 }),
		]);
		const person = context.get("person");
		return pageAnswer(
			<ListPage
				person={person}
				local={local}
				query={query}
				page={page}
				committees={committees}
				outcome={outcome}
			/>,
		);
	}

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
		const entries: Partial<Record<Collection, readonly EntrySummary[]>> = {};
		for (const collection of listedCollections) {
			const page = await store.list(storeCollection(collection), { limit: 200, sort: "title" });
			entries[collection] = [...page.entries].sort((one, other) => compareVietnamese(one.title, other.title));
		}
		return pageAnswer(<CollectionsPage person={context.get("person")} local={local} entries={entries} />);
	});

	pages.get(sectionAddresses.trash, async (context) =>
		pageAnswer(<TrashPage person={context.get("person")} local={local} items={await store.trash()} />),
	);
	pages.post(sectionAddresses.trash, async (context) => {
		const form = await formBody(context);
		const result = await store.restoreFromTrash(form.get("key") ?? "", context.get("person"));
		const fault = messageOf(result);
		return pageAnswer(
			<TrashPage
				person={context.get("person")}
				local={local}
				items={await store.trash()}
				done={fault === undefined ? entryStrings.trash.restored : undefined}
				fault={fault}
			/>,
		);
	});

	const historyPath = `${deskPath}lich-su/:collection/:id/`;
	pages.get(historyPath, (context) => historyPage(context));
	pages.post(historyPath, async (context) => {
		const { stored, id } = entryOf(context);
		const form = await formBody(context);
		const [commit, base] = [form.get("commit") ?? "", form.get("base") ?? ""];
		if (!isCommit(commit)) throw new Refusal(400, apiStrings.badRequest);
		const fault = messageOf(await store.restore(stored, id, commit, base, context.get("person")));
		return await historyPage(
			context,
			fault === undefined ? { done: entryStrings.versions.restored } : { fault },
		);
	});

	async function historyPage(
		context: Context<PageEnv>,
		said: { readonly done?: string; readonly fault?: string } = {},
	): Promise<Response> {
		const { stored, id } = entryOf(context);
		const { collection } = collectionOf(context);
		const person = context.get("person");
		const opened = await store.open(stored, id, person);
		if ("kind" in opened) throw new Refusal(404, apiStrings.noEntry);
		const versions = await store.history(stored, id);
		const version = versions.find(({ commit }) => commit === context.req.query("so"));
		const text = version && (await store.versionText(stored, id, version.commit));
		return pageAnswer(
			<HistoryPage
				person={person}
				local={local}
				collection={collection}
				id={id}
				title={opened.summary.title || id}
				revision={opened.revision}
				versions={versions}
				compared={
					version && text !== undefined ? { version, pieces: textDifference(text, opened.text) } : undefined
				}
				{...said}
			/>,
		);
	}

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

	if (accounts) {
		addPeoplePages(pages, accounts);
		addAccountPages(pages, accounts);
	}

	pages.all(`${deskPath}*`, (context) => messagePage(context, 404, strings.notFound));

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

function addPeoplePages(pages: Hono<PageEnv>, accounts: Accounts): void {
	const address = sectionAddresses.people;
	type Said = Pick<PeoplePageProps, "done" | "fault" | "link">;

	pages.use(`${address}*`, async (context, next) => {
		const isAdministrator = context.get("person").roles.some(({ role }) => role === "administrator");
		if (!isAdministrator) throw new Refusal(403, strings.forbidden);
		return await next();
	});
	pages.get(address, (context) => peoplePage(context));
	pages.post(address, async (context) => {
		const form = await formBody(context);
		const roles = grantsOf(form);
		if (roles.length === 0) return await peoplePage(context, { fault: peopleStrings.needsRole });
		const [name, email] = [form.get("name")?.trim() ?? "", form.get("email")?.trim() ?? ""];
		if (name === "" || !/^[^\s@]+@[^\s@]+$/.test(email)) {
			return await peoplePage(context, { fault: strings.first.fieldsMissing });
		}
		return await peoplePage(context, saidOf(await accounts.invite({ name, email, roles })));
	});
	pages.post(`${address}:person/`, async (context) => {
		const id = context.req.param("person") ?? "";
		const form = await formBody(context);
		const person = (await accounts.list()).find((each) => each.id === id);
		if (!person) throw new Refusal(404, strings.notFound);
		switch (form.get("lam")) {
			case "lien-ket":
				return await peoplePage(context, saidOf(await accounts.resetLink(person.email)));
			case "xoa":
				return await peoplePage(context, doneOf(await accounts.remove(id), peopleStrings.removed));
			default: {
				const roles = grantsOf(form);
				if (roles.length === 0) return await peoplePage(context, { fault: peopleStrings.needsRole });
				return await peoplePage(context, doneOf(await accounts.changeRoles(id, roles), peopleStrings.saved));
			}
		}
	});

	async function peoplePage(context: Context<PageEnv>, said: Said = {}): Promise<Response> {
		const [people, signIns] = [await accounts.list(), await accounts.signIns(shownSignIns)];
		return pageAnswer(
			<PeoplePage person={context.get("person")} people={people} signIns={signIns} {...said} />,
			{ status: said.fault === undefined ? 200 : 422 },
		);
	}

	function saidOf(result: AccountResult<{ readonly link: string; readonly isMailed: boolean }>): Said {
		if (result.kind === "refused") return { fault: result.message };
		return result.isMailed ? { done: peopleStrings.mailed, link: result.link } : { link: result.link };
	}

	function doneOf(result: AccountResult, done: string): Said {
		return result.kind === "refused" ? { fault: result.message } : { done };
	}
}

function isCommit(text: string): boolean {
	return /^[0-9a-f]{4,64}$/.test(text);
}

/** Why something was not done; undefined where it was. */
function messageOf(result: Parameters<typeof happy>[0]): string | undefined {
	try {
		happy(result);
		return undefined;
	} catch (error) {
		if (error instanceof Refusal) return error.message;
		throw error;
	}
}
