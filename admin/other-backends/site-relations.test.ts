import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findInSite } from "./site-relations.ts";

let site: Server;
let status = 200;

beforeAll(async () => {
	site = createServer((_request, response) => {
		response.writeHead(status, { "Content-Type": "application/json" });
		response.end(status === 200 ? JSON.stringify({ authors: [{ id: "lan-anh", name: "Lan Anh" }] }) : "");
	});
	await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
	const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
	const fetchAbsolute = fetch;
	// A browser completes the addresses by that of its page.
	vi.stubGlobal("fetch", (address: string) => fetchAbsolute(new URL(address, origin)));
});

afterAll(async () => {
	vi.unstubAllGlobals();
	await new Promise((resolve) => site.close(resolve));
});

test("a site that fails is no site without names, and it is asked again the next time", async () => {
	status = 503;
	await expect(findInSite("authors", "lan", 8)).rejects.toThrow("503");
	status = 200;
	expect(await findInSite("authors", "lan", 8)).toEqual([{ id: "lan-anh", title: "Lan Anh" }]);
});

test("a site without such a list has no names", async () => {
	status = 404;
	expect(await findInSite("committees", "", 8)).toEqual([]);
});
