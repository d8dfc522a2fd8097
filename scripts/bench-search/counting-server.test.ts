import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CountingServer, startCountingServer } from "./counting-server.ts";

const work = mkdtempSync(join(tmpdir(), "counting-server-"));
let server: CountingServer;

beforeAll(async () => {
	for (const folder of ["site", "index"]) mkdirSync(join(work, folder));
	writeFileSync(join(work, "site", "index.html"), "<p>Trang nhà</p>".repeat(1000));
	writeFileSync(join(work, "index", "a.bin"), Buffer.alloc(5000, 7));
	server = await startCountingServer({ "/": join(work, "site"), "/chi-muc/": join(work, "index") });
});
afterAll(async () => {
	await server.close();
	rmSync(work, { recursive: true });
});

test("counts the bytes that are sent: text compressed, other files as they are, headers included", async () => {
	expect(await (await fetch(`${server.url}/`)).text()).toContain("Trang nhà");
	const page = server.take();
	expect(page.requests).toBe(1);
	expect(page.bytes).toBeGreaterThan(150);
	expect(page.bytes).toBeLessThan(1000);
	expect((await (await fetch(`${server.url}/chi-muc/a.bin`)).arrayBuffer()).byteLength).toBe(5000);
	const file = server.take();
	expect(file.bytes).toBeGreaterThan(5100);
	expect(file.bytes).toBeLessThan(5500);
	expect(server.take()).toEqual({ bytes: 0, requests: 0 });
});

test("answers 404 for a missing file, and counts it", async () => {
	expect((await fetch(`${server.url}/khong-co`)).status).toBe(404);
	expect((await fetch(`${server.url}/chi-muc/%2e%2e/site/index.html`)).status).toBe(404);
	expect(server.take().requests).toBe(2);
});

test("can simulate a slow connection", async () => {
	server.setLine({ latency: 50, rate: 50_000 });
	const began = performance.now();
	await Promise.all([1, 2].map(() => fetch(`${server.url}/chi-muc/a.bin`)));
	// 50 ms of latency, then two responses of 5 kB at 50 kB/s, one after the other.
	expect(performance.now() - began).toBeGreaterThan(245);
	server.setLine(undefined);
});
