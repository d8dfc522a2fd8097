import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { removingWorker } from "../site/offline/service-worker.ts";
import { createSiteFiles } from "./site-files.ts";

test("the desk serves a service worker that removes itself, so that no page is stale", async () => {
	const outputDirectory = temporaryFolder();
	writeFileSync(join(outputDirectory, "sw.js"), "the site's own");
	const files = createSiteFiles({ outputDirectory, isSecure: false, waitFor: async () => undefined });
	const server = createServer((request, response) => void files.serve(request, response)).listen(0);
	await once(server, "listening");
	const response = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/sw.js`);
	expect(await response.text()).toBe(removingWorker);
	expect(response.headers.get("Cache-Control")).toBe("no-store");
	server.close();
});
