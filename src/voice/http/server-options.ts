import type { ServerOptions } from "node:http";

/**
 * Milliseconds: for the headers of a request to arrive, and for the next request on a connection. Proxies keep idle
 * connections for a while, Caddy for two minutes. If the server closed them earlier, a request could meet a closed one.
 */
const patience = { headers: 15_000, idle: 125_000 };

/** What every HTTP server of ours is created with. @param longestRequest until all of it has arrived, in milliseconds */
export function serverOptions(longestRequest: number): ServerOptions {
	return {
		headersTimeout: patience.headers,
		requestTimeout: longestRequest,
		keepAliveTimeout: patience.idle,
		maxHeaderSize: 16 * 1024,
		connectionsCheckingInterval: 5_000,
	};
}
