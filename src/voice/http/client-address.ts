import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * The address of the client.
 *
 * @param trustsProxy whether to trust the last entry of `X-Forwarded-For`, which our own proxy wrote
 */
export function clientAddress(context: Context, trustsProxy: boolean): string {
	const forwarded = trustsProxy
		? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
		: undefined;
	const { incoming } = context.env as HttpBindings;
	return forwarded || incoming.socket.remoteAddress || "unknown";
}
