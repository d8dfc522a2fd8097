/** What answers below `/tieng-noi/`: in the desk's process, in one of its own, or as a function of a host. */
import { Hono } from "hono";
import { voiceAddress } from "../../model/voice-addresses.ts";
import { strings } from "../strings.ts";
import { addCommentRoutes } from "./comment-routes.ts";
import { addLetterRoute } from "./letter-route.ts";
import { addNumberRoutes } from "./number-routes.ts";
import { Refusal } from "./refusal.ts";
import type { VoiceOptions } from "./voice-options.ts";

export function createVoice(options: VoiceOptions): Hono {
	const app = new Hono();
	app.onError((error) => answerTo(error, options.log));
	app.notFound(() => refuse(404, strings.unknown));
	const routes = new Hono();
	addNumberRoutes(routes, options);
	addCommentRoutes(routes, options);
	addLetterRoute(routes, options);
	app.route(voiceAddress.slice(0, -1), routes);
	return app;
}

/** Any other error comes from the database: it is locked, full or unreachable. */
function answerTo(error: unknown, log: (line: string) => void): Response {
	if (error instanceof Refusal) return refuse(error.status, error.message);
	log(error instanceof Error ? (error.stack ?? error.message) : String(error));
	return refuse(503, strings.unavailable);
}

function refuse(status: number, message: string): Response {
	return Response.json({ message }, { status, headers: { "Cache-Control": "no-store" } });
}
