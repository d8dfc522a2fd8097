/** The desk's own pages below `/ban-lam-viec/`. */
import { type Context, Hono } from "hono";
import { compareNames, compareVietnamese } from "../../text/index.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Desk } from "../api/context.ts";
import { Refusal } from "../api/refuse.ts";
import { storeCollection } from "../desk-collections.ts";
import {
	apiPath,
	type Collection,
	deskPath,
	editorPath,
	leadingBack,
	navigationPath,
	newFormFragment,
	sectionAddresses,
	signInPath,
} from "../messages.ts";
import type { Person } from "../people.ts";
import { addWritersPreviews } from "../preview/preview-routes.ts";
import { addAccountPages } from "./account-pages.tsx";
import { addArticlePages } from "./article-pages.tsx";
import { CollectionsPage, listedCollections, type NameList } from "./collections-page.tsx";
import { addCommentsPages } from "./comments-pages.tsx";
import { DeskHeader, Layout, newArticlePath } from "./layout.tsx";
import { addMediaPages } from "./media-pages.tsx";
import { goTo, type PageEnv, pageAnswer } from "./page-answer.tsx";
import { addPeoplePages } from "./people-pages.tsx";
import { addHistoryPage, addTrashPage } from "./restore-pages.tsx";
import { readStart, StartPage } from "./start-page.tsx";
import { addStatisticsPages } from "./statistics-pages.tsx";
import { strings } from "./strings.ts";

export interface DeskPagesOptions {
	readonly desk: Desk;
	readonly accounts: Accounts | undefined;
	readonly personOf: (headers: Headers) => Promise<Person | undefined>;
}

/** The live reload client: pages reload after the site was rebuilt. */
const reloadClient = `new EventSource("${apiPath}/events").addEventListener("built", () => location.reload());\n`;

export function addDeskPages(app: Hono, { desk, accounts, personOf }: DeskPagesOptions): void {
	const { store, local } = desk;
	const pages = new Hono<PageEnv>();

	pages.use(`${deskPath}*`, async (context, next) => {
		const person = await personOf(context.req.raw.headers);
		if (!person) {
			const { pathname, search } = new URL(context.req.url);
			return goTo(leadingBack(signInPath, pathname + search));
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
	addFramePages(pages, desk);
	addArticlePages(pages, desk);
	addCollectionsPage(pages, desk);
	addMediaPages(pages, desk);
	addTrashPage(pages, desk);
	addHistoryPage(pages, desk);
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

/** The start page, the navigation for the form, and the way to a new article. */
function addFramePages(pages: Hono<PageEnv>, desk: Desk): void {
	const { local } = desk;

	pages.get(newArticlePath, (context) => context.redirect(`${editorPath}${newFormFragment("articles")}`));

	pages.get(navigationPath, (context) => {
		const section = context.req.query("muc") === "articles" ? "articles" : "pages";
		return pageAnswer(<DeskHeader person={context.get("person")} local={local} section={section} />);
	});

	pages.get(deskPath, async (context) => {
		const person = context.get("person");
		return pageAnswer(<StartPage data={await readStart(desk, person)} person={person} local={local} />);
	});
}

function addCollectionsPage(pages: Hono<PageEnv>, { store, local }: Desk): void {
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
}
