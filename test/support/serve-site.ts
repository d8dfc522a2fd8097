/** Serves a built site over HTTP as a host would: index files, the 404 page, and the headers that the site asks for. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { HeaderRule } from "../../src/site/feeds/headers.ts";
import { headersFor } from "../../src/site/feeds/headers.ts";

const types: Readonly<Record<string, string>> = {
	".css": "text/css",
	".html": "text/html; charset=utf-8",
	".jpg": "image/jpeg",
	".js": "text/javascript",
	".json": "application/json",
	".pdf": "application/pdf",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".webp": "image/webp",
	".woff2": "font/woff2",
	".xml": "application/xml",
};

export interface ServedSite {
	/** Without a trailing slash. */
	readonly url: string;
	/** The requested addresses and the bytes that were sent. */
	readonly answers: { readonly address: string; readonly bytes: number }[];
	close(): Promise<void>;
}

/**
 * Serves a folder of this machine.
 *
 * @param port 0 chooses any free port
 * @param lead may answer instead of the server
 */
export async function serveSite(
	directory: string,
	port = 0,
	lead: (address: string, response: ServerResponse) => boolean | Promise<boolean> = () => false,
): Promise<ServedSite> {
	const answers: { address: string; bytes: number }[] = [];
	const rules = readRules(await readFile(join(directory, "_headers"), "utf8"));
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		const address = decodeURIComponent(pathname);
		if (await lead(address, response)) return;
		const file = address.endsWith("/") ? `${address}index.html` : address;
		const bytes = await readFile(join(directory, file)).catch(() => undefined);
		// With this header, browsers would insist on https from then on.
		const { "Strict-Transport-Security": _, ...headers } = headersFor(address, rules);
		const type = types[extname(bytes ? file : "404.html")] ?? "application/octet-stream";
		const tag = bytes && `"${createHash("sha256").update(bytes).digest("base64url")}"`;
		const isSame = tag !== undefined && request.headers["if-none-match"] === tag;
		const body = isSame ? undefined : (bytes ?? (await readFile(join(directory, "404.html"))));
		response.writeHead(isSame ? 304 : bytes ? 200 : 404, {
			...headers,
			"Content-Type": type,
			...(tag && { ETag: tag }),
		});
		answers.push({ address, bytes: body?.length ?? 0 });
		response.end(body);
	}
	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			response.writeHead(500).end(String(error));
		});
	});
	server.listen(port, "127.0.0.1");
	await once(server, "listening");
	return {
		answers,
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

/** Parses a `_headers` file: unindented patterns, each followed by its indented headers. */
export function readRules(text: string): HeaderRule[] {
	return text
		.split(/\n(?=\S)/)
		.filter((block) => block.trim() !== "")
		.map((block) => {
			const [pattern = "", ...lines] = block.trim().split(/\n\s*/);
			return {
				pattern,
				headers: Object.fromEntries(
					lines.map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1) ?? [line, ""]),
				),
			};
		});
}
