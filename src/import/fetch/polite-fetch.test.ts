import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SourceError } from "../source.ts";
import { maxFetchBytes, politeFetch } from "./polite-fetch.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let cache = "";
let server: Server;
let origin = "";
let asked: { path: string; at: number; headers: IncomingMessage["headers"] }[] = [];
let answers: Record<string, Answer> = {};
/** A clock that only advances by waiting, so that tests do not depend on the machine's speed. */
let clock = 0;

const text =
	(body: string, headers: Record<string, string> = {}): Answer =>
	(_request, response) => {
		response.writeHead(200, headers).end(body);
	};

beforeEach(async () => {
	cache = await mkdtemp(join(tmpdir(), "polite-fetch-"));
	asked = [];
	answers = {};
	clock = 1_000_000;
	server = createServer((request, response) => {
		const path = request.url ?? "";
		asked.push({ path, at: clock, headers: request.headers });
		const answer = answers[path];
		if (answer) answer(request, response);
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	await rm(cache, { recursive: true });
});

function start(rate?: number) {
	const fetch = politeFetch({
		cache,
		...(rate === undefined ? {} : { rate }),
		now: () => clock,
		wait: async (milliseconds) => {
			clock += milliseconds;
		},
	});
	return async (path: string) =>
		Buffer.from(await fetch(path.startsWith("http") ? path : origin + path)).toString();
}

const paths = () => asked.map(({ path }) => path);

describe("politeFetch", () => {
	test("reads robots.txt once and waits a second between requests, even if many are made at once", async () => {
		answers = { "/a": text("một"), "/b": text("hai") };
		const get = start();
		expect(await Promise.all([get("/a"), get("/b")])).toEqual(["một", "hai"]);
		expect(paths()).toEqual(["/robots.txt", "/a", "/b"]);
		expect(asked.map(({ at }) => at - 1_000_000)).toEqual([0, 1000, 2000]);
		expect(asked[1]?.headers["user-agent"]).toContain("tintinh-import");
	});

	test("obeys the rules and the delay of robots.txt", async () => {
		answers = {
			"/robots.txt": text("User-agent: *\nDisallow: /kin/\nCrawl-delay: 7\n"),
			"/a": text("một"),
			"/b": text("hai"),
			"/kin/c": text("kín"),
			"/d": (_request, response) => response.writeHead(302, { Location: "/kin/c" }).end(),
		};
		const get = start();
		await get("/a");
		await get("/b");
		expect((asked[2]?.at ?? 0) - (asked[1]?.at ?? 0)).toBe(7000);
		await expect(get("/kin/c")).rejects.toThrow("robots.txt");
		await expect(get("/d")).rejects.toThrow("robots.txt");
		expect(paths()).not.toContain("/kin/c");
	});

	test("fetches nothing from a server whose robots.txt cannot be read", async () => {
		answers = { "/robots.txt": (_request, response) => response.writeHead(500).end(), "/a": text("một") };
		await expect(start()("/a")).rejects.toThrow("robots.txt");
		expect(paths()).toEqual(["/robots.txt"]);
	});

	test("requests only one host, also in redirects", async () => {
		answers = {
			"/a": text("một"),
			"/b": (_request, response) => response.writeHead(301, { Location: "http://khac.example/" }).end(),
		};
		const get = start();
		await get("/a");
		await expect(get("http://khac.example/a")).rejects.toThrow("máy chủ khác");
		await expect(get("/b")).rejects.toThrow("máy chủ khác");
		await expect(get("file:///etc/passwd")).rejects.toThrow(SourceError);
	});

	test("continues from its cache after an interruption, and requests nothing twice", async () => {
		answers = { "/a": text("một") };
		await start()("/a");
		expect(await start()("/a")).toBe("một");
		expect(paths()).toEqual(["/robots.txt", "/a"]);
	});

	test("revalidates its cache after a day", async () => {
		answers = {
			"/a": (request, response) => {
				if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
				else
					response
						.writeHead(200, { ETag: '"1"', "Last-Modified": "Wed, 01 May 2019 01:02:03 GMT" })
						.end("một");
			},
		};
		await start()("/a");
		clock += 25 * 3_600_000;
		expect(await start()("/a")).toBe("một");
		expect(asked.at(-1)?.headers).toMatchObject({
			"if-none-match": '"1"',
			"if-modified-since": "Wed, 01 May 2019 01:02:03 GMT",
		});
		await start()("/a");
		expect(paths()).toEqual(["/robots.txt", "/a", "/robots.txt", "/a"]);
	});

	test("ignores a truncated cache entry", async () => {
		answers = { "/a": text("một") };
		await start()("/a");
		const [name = ""] = (await readdir(cache)).filter((each) => !each.endsWith(".json"));
		await writeFile(join(cache, name), "mộ");
		expect(await start()("/a")).toBe("một");
	});

	test("waits as long as a busy server asks, and gives up eventually", async () => {
		let attempts = 0;
		answers = {
			"/a": (_request, response) => {
				attempts += 1;
				if (attempts < 3) response.writeHead(503, { "Retry-After": "30" }).end();
				else response.writeHead(200).end("một");
			},
			"/b": (_request, response) => response.writeHead(429).end(),
		};
		const get = start();
		expect(await get("/a")).toBe("một");
		expect((asked[2]?.at ?? 0) - (asked[1]?.at ?? 0)).toBe(30_000);
		await expect(get("/b")).rejects.toThrow("429");
	});

	test("reports missing pages, redirect loops and responses that are too large", async () => {
		answers = {
			"/vong": (_request, response) => response.writeHead(302, { Location: "/vong" }).end(),
			"/lon": (_request, response) => {
				response.writeHead(200);
				const part = Buffer.alloc(1_000_000);
				const send = () => {
					while (!response.destroyed && response.write(part));
				};
				response.on("drain", send);
				send();
			},
		};
		const get = start(1000);
		await expect(get("/khong")).rejects.toThrow("404");
		await expect(get("/vong")).rejects.toThrow("chuyển hướng");
		await expect(get("/lon")).rejects.toThrow("dài quá");
		expect(maxFetchBytes).toBeGreaterThan(50_000_000);
	});

	test("explains why a server cannot be reached", async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		await expect(start()("/a")).rejects.toThrow("Không tải được");
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	});
});
