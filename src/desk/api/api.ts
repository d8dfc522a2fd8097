/** The API's routes. */
import { Hono } from "hono";
import type { Person, Session } from "../messages.ts";
import { Refusal, refuse } from "./refuse.ts";
import { strings } from "./strings.ts";

export interface ApiOptions {
	/** Who sent a request; undefined for nobody that is known. */
	readonly personOf: (request: Request) => Promise<Person | undefined>;
	readonly local: boolean;
}

export type ApiContext = { Variables: { person: Person } };

export function createApi({ personOf, local }: ApiOptions): Hono<ApiContext> {
	const api = new Hono<ApiContext>();
	api.onError((error) => {
		if (error instanceof Refusal) return refuse(error.status, error.message, error.more);
		console.error(error);
		return refuse(500, strings.unexpected);
	});
	api.notFound(() => refuse(404, strings.unknownAddress));
	api.use(async (context, next) => {
		const person = await personOf(context.req.raw);
		if (!person) return refuse(401, strings.signIn);
		context.set("person", person);
		context.header("Cache-Control", "no-store");
		return await next();
	});
	api.get("/session", (context) => context.json({ person: context.get("person"), local } satisfies Session));
	api.all("*", () => refuse(503, strings.notReady));
	return api;
}
