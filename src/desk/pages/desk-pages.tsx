/** The desk's own pages below `/ban-lam-viec/`. */
import type { Hono } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import type { Desk } from "../api/context.ts";
import { deskPath, signInPath } from "../messages.ts";
import type { Person } from "../people.ts";
import { DeskHeader, Layout } from "./layout.tsx";
import { goTo, pageAnswer } from "./page-answer.tsx";
import { strings } from "./strings.ts";

export interface DeskPagesOptions {
	readonly desk: Desk;
	readonly accounts: Accounts | undefined;
	readonly personOf: (headers: Headers) => Promise<Person | undefined>;
}

type PageEnv = { Variables: { person: Person } };

export function addDeskPages(app: Hono, { desk, personOf }: DeskPagesOptions): void {
	const pages = app as unknown as Hono<PageEnv>;
	pages.use(`${deskPath}*`, async (context, next) => {
		const person = await personOf(context.req.raw.headers);
		if (!person) {
			const { pathname, search } = new URL(context.req.url);
			return goTo(`${signInPath}?tiep=${encodeURIComponent(pathname + search)}`);
		}
		context.set("person", person);
		return await next();
	});

	/** The navigation for the editor's own page, which fetches it. */
	pages.get(`${deskPath}dau-trang/`, (context) =>
		pageAnswer(<DeskHeader person={context.get("person")} local={desk.local} />, { isPiece: true }),
	);

	pages.all(`${deskPath}*`, (context) =>
		pageAnswer(
			<Layout title={strings.desk} person={context.get("person")} local={desk.local}>
				<h1>{strings.notFound}</h1>
			</Layout>,
			{ status: 404 },
		),
	);
}
