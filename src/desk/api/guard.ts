/** Which requests are heard at all, before anybody asks who sent them. */
import type { MiddlewareHandler } from "hono";
import { apiPath, deskHeader } from "../messages.ts";
import { refuse } from "./refuse.ts";
import { strings } from "./strings.ts";

export interface GuardOptions {
	/** The only origin whose pages may use the desk: `https://tin.example.vn`. Its host is the only one answered. */
	readonly origin: string;
	/** More names of this machine that are answered, each an origin of its own: `http://127.0.0.1:8080`. */
	readonly aliases: readonly string[];
	/** Whether the desk is for this machine alone: what a proxy hands on is refused. */
	readonly local: boolean;
}

/** Headers by which proxies tell for whom they ask. */
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
 * Refuses requests under foreign names (DNS rebinding), changing requests from pages of other origins (cross-site
 * posts), and in local mode what was forwarded. Browsers send `Origin` with every changing request, so that one
 * without it did not come from a page of ours.
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

		/** Also for reading: browsers tell since 2023 where a request comes from, on secure origins and loopback. */
		function isFromOwnPage(header: (name: string) => string | undefined): boolean {
			const site = header("sec-fetch-site");
			if (site !== undefined) return site === "same-origin" || site === "none";
			if (from !== undefined) return origins.has(from);
			return !local || header(deskHeader) !== undefined;
		}
	};
}
