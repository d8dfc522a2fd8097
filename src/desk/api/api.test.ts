import { Hono } from "hono";
import { expect, test } from "vitest";
import { createApi } from "./api.ts";
import type { Desk } from "./context.ts";
import { strings } from "./strings.ts";

test("an unknown address below the API is answered by the API, not by the site around it", async () => {
	const person = { id: "an", name: "An", email: "an@thu.example.vn", roles: [] };
	const app = new Hono().route(
		"/admin/api",
		createApi({} as Desk, async () => person),
	);
	app.all("*", (context) => context.html("<p>Trang của cổng tin</p>"));
	const answer = await app.request("/admin/api/khong-co");
	expect([answer.status, await answer.text()]).toEqual([
		404,
		JSON.stringify({ message: strings.unknownAddress }),
	]);
});
