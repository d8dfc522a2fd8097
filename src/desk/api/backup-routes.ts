import type { Hono } from "hono";
import { z } from "zod";
import type { Backup } from "../messages.ts";
import type { Desk, DeskEnv } from "./context.ts";
import { entryOf } from "./context.ts";
import { jsonBody } from "./json-body.ts";
import { Refusal } from "./refuse.ts";
import { strings } from "./strings.ts";

const backupSchema = z.strictObject({
	text: z.string().max(3_000_000),
	base: z.string().max(200).nullable(),
});

/** Routes for a person's unsaved texts. */
export function addBackupRoutes(api: Hono<DeskEnv>, { backups, clock }: Desk): void {
	api.get("/backup/:collection/:id", async (context) => {
		const { collection, id } = entryOf(context);
		const backup = await backups.get(context.get("person"), collection, id);
		if (!backup) throw new Refusal(404, strings.noEntry);
		return context.json(backup);
	});
	api.post("/backup/:collection/:id", async (context) => {
		const { collection, id } = entryOf(context);
		const { text, base } = await jsonBody(context, backupSchema);
		const backup: Backup = { text, base, at: new Date(clock()).toISOString() };
		await backups.put(context.get("person"), collection, id, backup);
		return context.json(backup);
	});
	api.delete("/backup/:collection/:id", async (context) => {
		const { collection, id } = entryOf(context);
		await backups.remove(context.get("person"), collection, id);
		return context.body(null, 204);
	});
}
