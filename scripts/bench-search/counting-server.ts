/** Serves folders as a content delivery network would, and counts every byte that it sends. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const brotli = promisify(brotliCompress);
/** The quality that such hosts use for files that they compress on the fly. */
const brotliQuality = 5;

const types: Readonly<Record<string, string>> = {
	".css": "text/css",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".json": "application/json",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
	".webp": "image/webp",
	".woff2": "font/woff2",
};
const compressed = new Set([".css", ".html", ".js", ".json", ".svg", ".wasm"]);

/** What a server has sent: bodies as transferred, and headers. */
export interface Transfer {
	readonly bytes: number;
	readonly requests: number;
}

/** A reader's connection, which transfers one answer after the other. */
export interface Line {
	/** Milliseconds until an answer begins. */
	readonly latency: number;
	/** Bytes per second, for all answers together. */
	readonly rate: number;
}

/** The mobile line that Lighthouse measures by: 1.6 Mbit/s, 150 ms. */
export const slowLine: Line = { latency: 150, rate: 200_000 };

export interface CountingServer {
	/** Without a slash at the end. */
	readonly url: string;
	/** What was sent since the last call. */
	take(): Transfer;
	/** Behaves like such a line from now on; undefined for one without limits. */
	setLine(line: Line | undefined): void;
	close(): Promise<void>;
}

/** @param mounts folders by address prefixes; the longest matching prefix counts */
export async function startCountingServer(mounts: Readonly<Record<string, string>>): Promise<CountingServer> {
	const byLength = Object.entries(mounts).sort(([a], [b]) => b.length - a.length);
	const bodies = new Map<string, Promise<Buffer>>();
	let bytes = 0;
	let requests = 0;
	let line: Line | undefined;
	let lineIsFreeAt = 0;

	function fileOf(address: string): string | undefined {
		const [prefix, directory] = byLength.find(([prefix]) => address.startsWith(prefix)) ?? [];
		if (prefix === undefined || directory === undefined || address.includes("..")) return undefined;
		const path = address.slice(prefix.length);
		return join(directory, path === "" || path.endsWith("/") ? `${path}index.html` : path);
	}

	async function bodyOf(file: string): Promise<Buffer> {
		const content = await readFile(file);
		if (!compressed.has(extname(file))) return content;
		return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } });
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		requests++;
		const file = fileOf(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
		const before = request.socket.bytesWritten;
		response.once("finish", () => {
			bytes += request.socket.bytesWritten - before;
		});
		if (file === undefined) {
			response.writeHead(404).end();
			return;
		}
		let body = bodies.get(file);
		if (body === undefined) {
			body = bodyOf(file);
			bodies.set(file, body);
		}
		const content = await body.catch(() => undefined);
		if (line !== undefined) await turn(line, content?.length ?? 0);
		if (content === undefined) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {
			"Content-Type": types[extname(file)] ?? "application/octet-stream",
			"Content-Length": content.length,
			"Cache-Control": "public, max-age=3600",
			...(compressed.has(extname(file)) ? { "Content-Encoding": "br" } : {}),
		});
		response.end(content);
	}

	/** Waits until an answer of this size has been transferred. */
	async function turn({ latency, rate }: Line, size: number): Promise<void> {
		const now = performance.now();
		lineIsFreeAt = Math.max(now + latency, lineIsFreeAt) + (size / rate) * 1000;
		await new Promise((resolve) => setTimeout(resolve, lineIsFreeAt - now));
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		take() {
			const taken = { bytes, requests };
			bytes = 0;
			requests = 0;
			return taken;
		},
		setLine(next) {
			line = next;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}
