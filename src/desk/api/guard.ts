/** Which requests are accepted at all, before authentication. */
import type { MiddlewareHandler } from "hono";
import { apiPath, deskHeader } from "../messages.ts";
import { refuse } from "./refuse.ts";
import { strings } from "./strings.ts";

export interface GuardOptions {
	/**
	 * The only origin whose pages may use the desk: `https://tin.example.vn`. Only requests for its host are answered.
	 */
	readonly origin: string;
	/** Further origins of this machine: `http://127.0.0.1:8080`. */
	readonly aliases: readonly string[];
	/** Whether the desk is for this machine only: forwarded requests are refused. */
	readonly local: boolean;
}

/** Headers in which proxies name the client. */
const forwardingHeaders = [
	"forwarded",
	"via",
	"x-forwarded-for",
	"x-forwarded-host",
	"x-forwarded-proto",
	"x-real-ip",
];

const readingMethods = new Set(["GET", "HEAD"]);

/**
 * Refuses requests with a foreign host name (DNS rebinding), changing requests from pages of other origins (CSRF), and,
 * in local mode, forwarded requests. Browsers send `Origin` with every changing request, so one without it did not come
 * from our pages.
 */
export function guard({ origin, aliases, local }: GuardOptions): MiddlewareHandler {
	const origins = new Set([origin, ...aliases]);
	const hosts = new Set([...origins].map((each) => new URL(each).host));
	return async (context, next) => {
		const header = (name: string) => context.req.header(name);
		if (local && forwardingHeaders.some((name) => header(name) !== undefined)) {
			return refuse(403, strings.forwarded);
		}
		if (!hosts.has((header("host") ?? "").toLowerCase())) return refuse(421, strings.foreignHost);
		const from = header("origin");
		const isReading = readingMethods.has(context.req.method);
		if (from !== undefined ? !isReading && !origins.has(from) : !isReading) {
			return refuse(403, strings.foreignOrigin);
		}
		const isApi = context.req.path.startsWith(`${apiPath}/`);
		if (isApi && !isFromOwnPage(header)) return refuse(403, strings.foreignOrigin);
		return await next();

		/**
		 * Also for reading: since 2023, browsers send the site that a request comes from, on secure origins and loopback.
		 */
		function isFromOwnPage(header: (name: string) => string | undefined): boolean {
			const site = header("sec-fetch-site");
			if (site !== undefined) return site === "same-origin" || site === "none";
			if (from !== undefined) return origins.has(from);
			return !local || header(deskHeader) !== undefined;
		}
	};
}
