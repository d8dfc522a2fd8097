/** The API below `/admin/api`. */
import { Hono } from "hono";
import { recordNames } from "../../model/record-names.ts";
import type { RelationAnswer, Session } from "../messages.ts";
import type { Person } from "../people.ts";
import { addPreviewRoutes } from "../preview/preview-routes.ts";
import { type RelationQuery, StoreFault } from "../store/index.ts";
import type { Desk, DeskEnv } from "./context.ts";
import { addEntryRoutes } from "./entries.ts";
import { addEventRoute } from "./event-route.ts";
import { addFileRoutes } from "./files.ts";
import { Refusal, refuse } from "./refuse.ts";
import { strings } from "./strings.ts";

/** @param personOf the person who sent a request; undefined if not signed in */
export function createApi(
	desk: Desk,
	personOf: (headers: Headers) => Promise<Person | undefined>,
): Hono<DeskEnv> {
	const api = new Hono<DeskEnv>();
	api.onError((error) => answerTo(error, desk.log));
	api.use(async (context, next) => {
		const person = await personOf(context.req.raw.headers);
		if (!person) return refuse(401, strings.signIn);
		context.set("person", person);
		await next();
		if (!context.res.headers.has("Cache-Control")) context.res.headers.set("Cache-Control", "no-store");
		return;
	});
	api.get("/session", (context) =>
		context.json({ person: context.get("person"), local: desk.local } satisfies Session),
	);
	addEntryRoutes(api, desk);
	addFileRoutes(api, desk);
	addEventRoute(api, desk);
	addPreviewRoutes(api, desk);
	api.get("/relations/:collection", async (context) => {
		const of = context.req.param("collection");
		if (!isRelation(of)) throw new Refusal(404, strings.unknownAddress);
		const { q, on, limit } = context.req.query();
		const asked = Number(limit ?? 20);
		const options = await desk.store.relations({
			of,
			...(q && { q: q.slice(0, 300) }),
			...(on && /^\d{4}-\d{2}-\d{2}$/.test(on) && { on }),
			limit: Number.isInteger(asked) && asked > 0 && asked <= 200 ? asked : 20,
		});
		return context.json({ options } satisfies RelationAnswer);
	});
	// The app that has this API would answer with a page of the site.
	api.all("*", () => refuse(404, strings.unknownAddress));
	return api;
}

const relations: readonly RelationQuery["of"][] = [
	"articles",
	"authors",
	"committees",
	"provinces",
	"tags",
	...recordNames,
];

function isRelation(name: string): name is RelationQuery["of"] {
	return (relations as readonly string[]).includes(name);
}

function answerTo(error: unknown, log: (line: string) => void): Response {
	if (error instanceof Refusal) return refuse(error.status, error.message, error.more);
	log(error instanceof Error ? (error.stack ?? error.message) : String(error));
	if (error instanceof StoreFault) {
		return refuse(503, error.code === "disk-full" ? strings.diskFull : strings.storeFault);
	}
	return (error as NodeJS.ErrnoException).code === "ENOSPC"
		? refuse(503, strings.diskFull)
		: refuse(500, strings.unexpected);
}
