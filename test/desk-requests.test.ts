/** Requests of hostile or broken clients: each is refused, and the desk keeps running. */
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRequest } from "./support/any-request.ts";
import { articleText } from "./support/content-folder.ts";
import { articleId, articlePath, DeskFolder } from "./support/desk-store.ts";
import { type DeskClient, officeContent, TestDesk } from "./support/running-desk.ts";

/** How long the API is fuzzed; by default, 300 requests are sent. */
const fuzzMinutes = Number(process.env.DESK_FUZZ_MINUTES ?? 0);

const entry = `/admin/api/entries/articles/${encodeURIComponent(articleId)}`;

async function localDesk(): Promise<{ desk: TestDesk; editor: DeskClient; log: string[] }> {
	const log: string[] = [];
	const desk = await TestDesk.open(new DeskFolder({ files: officeContent }), { local: true, log });
	return { desk, editor: desk.stranger, log };
}

async function isAlive(editor: DeskClient): Promise<boolean> {
	const response = await editor.fetch("/suc-khoe");
	return response.status === 200 && ((await response.json()) as { ok: boolean }).ok;
}

/** The revision that the desk names for an entry, for a request that goes on from it. */
async function revisionOf(editor: DeskClient, entry: string | undefined): Promise<string> {
	const response = entry === undefined ? undefined : await editor.fetch(entry);
	if (response?.status !== 200) return "0";
	return ((await response.json()) as { revision: string }).revision;
}

/** Sends raw bytes. Returns what the server answers until it closes the connection or is silent. */
function sendRaw(port: number, bytes: string, silence = 1_000): Promise<string> {
	return new Promise((resolve) => {
		let text = "";
		const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
		socket.setTimeout(silence, () => socket.destroy());
		socket.on("data", (data) => {
			text += data.toString("latin1");
		});
		socket.on("error", () => {});
		socket.on("close", () => resolve(text));
	});
}

describe("a request", () => {
	test("with another host name, from another origin or through a proxy is refused", async () => {
		const { desk, editor } = await localDesk();
		const port = Number(new URL(desk.origin).port);
		const status = async (lines: string[]) =>
			Number((await sendRaw(port, [...lines, "Connection: close", "", ""].join("\r\n"))).split(" ")[1]);
		const own = `Host: localhost:${port}`;
		// A host name that an attacker has pointed to this machine (DNS rebinding).
		expect(await status(["GET /admin/api/session HTTP/1.1", "Host: evil.example"])).toBe(421);
		expect(await status(["GET / HTTP/1.1", `Host: evil.example:${port}`])).toBe(421);
		expect(await status(["GET /admin/api/session HTTP/1.1", own])).toBe(403);
		expect(await status(["GET /admin/api/session HTTP/1.1", own, "Sec-Fetch-Site: cross-site"])).toBe(403);
		expect(await status(["GET /admin/api/session HTTP/1.1", own, "Sec-Fetch-Site: same-origin"])).toBe(200);
		for (const header of ["X-Forwarded-For: 1.2.3.4", "Forwarded: for=1.2.3.4", "Via: 1.1 x"]) {
			expect(
				await status(["GET /admin/api/session HTTP/1.1", own, "Sec-Fetch-Site: same-origin", header]),
			).toBe(403);
		}
		for (const origin of ["https://evil.example", "null", `http://localhost:${port + 1}`]) {
			expect(await status([`PUT ${entry} HTTP/1.1`, own, `Origin: ${origin}`, "Content-Length: 0"])).toBe(
				403,
			);
		}
		expect(await status([`PUT ${entry} HTTP/1.1`, own, "Content-Length: 0"])).toBe(403);
		expect(await isAlive(editor)).toBe(true);
	});

	test("may come on a connection that a proxy has kept idle for two minutes", async () => {
		const { editor } = await localDesk();
		const [, seconds] =
			/timeout=(\d+)/.exec((await editor.fetch("/suc-khoe")).headers.get("keep-alive") ?? "") ?? [];
		expect(Number(seconds)).toBeGreaterThan(120);
	});

	test("that is not HTTP, never ends or has an invalid address does not end the process", async () => {
		const { desk, editor } = await localDesk();
		const port = Number(new URL(desk.origin).port);
		const head = `HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`;
		for (const bytes of [
			`GET /% ${head}`,
			`GET /%2e%2e/%2e%2e/etc/passwd ${head}`,
			`GET /..%2fsite-secret.txt ${head}`,
			`GET //evil.example/ ${head}`,
			`GET //_headers ${head}`,
			`GET /%2f_headers ${head}`,
			`GET http://evil.example/ ${head}`,
			`GET /%00 ${head}`,
			`GET /${"a".repeat(20_000)} ${head}`,
			`GET / HTTP/1.1\r\nHost: localhost:${port}\r\n${"X: y\r\n".repeat(5_000)}\r\n`,
			"\0\x01\x02 garbage\r\n\r\n",
			`OPTIONS * ${head}`,
			`POST /admin/api/uploads HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${desk.origin}\r\nContent-Length: -1\r\n\r\n`,
			`POST /admin/api/uploads HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${desk.origin}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
		]) {
			const answer = await sendRaw(port, bytes);
			expect(answer).not.toMatch(/^HTTP\/1\.1 (?:200|5)/);
			expect(answer).not.toContain("root:");
		}
		expect(await isAlive(editor)).toBe(true);
	});

	test("with a body that is too large, too deeply nested or of another type is refused", async () => {
		const { editor, log } = await localDesk();
		const put = async (body: string, type = "application/json") =>
			(await editor.fetch(entry, { method: "PUT", body, headers: { "Content-Type": type } })).status;
		const deep = `${'{"text":'.repeat(20)}1${"}".repeat(20)}`;
		const tooDeep = await editor.fetch(entry, {
			method: "PUT",
			body: deep,
			headers: { "Content-Type": "application/json" },
		});
		expect(await tooDeep.text()).toContain("lồng quá nhiều lớp");
		expect(await put("[".repeat(100_000))).toBe(400);
		expect(await put(`${'{"text":'.repeat(20)}1${"}".repeat(20)}`)).toBe(400);
		expect(await put(JSON.stringify({ text: "x".repeat(5_000_000), base: null }))).toBe(413);
		expect(await put('{"action":"info","params":"x"}')).toBe(400);
		expect(await put("{", "application/json")).toBe(400);
		expect(await put("text=x&base=", "application/x-www-form-urlencoded")).toBe(415);
		expect(await put('{"__proto__":{"text":"x"},"base":null}')).toBe(400);
		const upload = await editor.fetch("/admin/api/uploads?name=a.jpg", {
			method: "POST",
			body: Buffer.alloc(51 * 1024 * 1024),
		});
		expect(upload.status).toBe(413);
		expect(log).toEqual([]);
	});

	test("for a file that the desk does not edit writes nothing", async () => {
		const { desk, editor } = await localDesk();
		const before = desk.folder.git("rev-parse", "main");
		const text = articleText();
		for (const id of [
			"../package.json",
			"..%2f..%2fevil",
			".git/config",
			"a/../../b",
			"evil.sh\0",
			"a\\b",
			"",
			"a".repeat(300),
		]) {
			for (const collection of ["articles", "pages", "settings", "media", "../x", "__proto__"]) {
				const { status } = await editor.ask(
					"PUT",
					`/entries/${encodeURIComponent(collection)}/${encodeURIComponent(id)}`,
					{ text, base: null },
				);
				expect(status, `${collection} ${id}`).toBeGreaterThanOrEqual(400);
				expect(status).toBeLessThan(500);
			}
		}
		const path = `articles/${articleId}/../../../../evil.jpg`;
		const assets = [{ path, upload: "00000000-0000-0000-0000-000000000000" }];
		expect(
			(
				await editor.ask("PUT", `/entries/articles/${encodeURIComponent(articleId)}`, {
					text,
					base: null,
					assets,
				})
			).status,
		).toBeGreaterThanOrEqual(400);
		expect(desk.folder.git("rev-parse", "main")).toBe(before);
		expect(desk.folder.git("status", "--porcelain")).toBe("");
		expect(desk.folder.readers(articlePath)).toBeDefined();
	});
});

test.runIf(process.env.TINTINH_SLOW === "1")(
	"a client that sends its request byte by byte is disconnected, and delays nobody else",
	async () => {
		const { desk, editor } = await localDesk();
		const port = Number(new URL(desk.origin).port);
		const slow = Array.from({ length: 50 }, () => connect(port, "127.0.0.1"));
		const closed = slow.map(
			(socket) => new Promise<void>((resolve) => socket.once("close", () => resolve())),
		);
		for (const socket of slow) {
			socket.on("error", () => {});
			socket.write("GET / HTTP/1.1\r\nX-Slow: ");
		}
		const dripping = setInterval(() => {
			for (const socket of slow) if (!socket.destroyed) socket.write("a");
		}, 500);
		expect(await isAlive(editor)).toBe(true);
		await Promise.all(closed);
		clearInterval(dripping);
		expect(await isAlive(editor)).toBe(true);
	},
	120_000,
);

test(
	"no request at all causes a server error or stops the desk",
	async () => {
		const { editor, log } = await localDesk();
		let requests = 0;
		await fc.assert(
			fc.asyncProperty(
				anyRequest([articleId, "2026/11/21-khac"]),
				async ({ method, address, body, type, entry }) => {
					requests += 1;
					const named = body?.includes("{base}") ? await revisionOf(editor, entry) : "";
					const response = await editor.fetch(address, {
						method,
						...(body !== undefined && { body: body.replaceAll("{base}", named) }),
						...(type !== undefined && { headers: { "Content-Type": type } }),
					});
					// The stream of events never ends.
					if (response.headers.get("content-type")?.startsWith("text/event-stream"))
						await response.body?.cancel();
					else await response.text();
					expect(response.status, log.join("\n")).toBeLessThan(500);
				},
			),
			fuzzMinutes > 0
				? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: fuzzMinutes * 60_000 }
				: { numRuns: 300 },
		);
		if (fuzzMinutes > 0) console.info(`${requests} requests`);
		// An article that names a deleted author does not fit into the site. It is taken back, and its author is told.
		expect(log.filter((line) => !line.startsWith('{"kind":"problems"'))).toEqual([]);
		expect(await isAlive(editor)).toBe(true);
	},
	600_000 + fuzzMinutes * 60_000,
);
