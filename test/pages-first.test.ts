/** The first build of `npm start` writes pages that can be read at once; the next build adds the rest. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { createAwaitedFiles } from "../src/desk/awaited-files.ts";
import { buildSite } from "./support/build-site.ts";
import { PortalCopy, temporaryFolder } from "./support/fixture.ts";
import { compareTrees, noDifference, readTree } from "./support/site-tree.ts";

const isPage = (path: string) => path.endsWith(".html") && !path.startsWith("/admin/");

test("a pages-first build writes the same pages as a full build; the next build adds the rest and touches none of them", {
	timeout: 300_000,
}, async () => {
	const portal = new PortalCopy();
	// An empty cache.
	const cacheDirectory = join(temporaryFolder(), "cache");
	const options = { ...portal.options, cacheDirectory, search: true, pagesFirst: true };
	const first = await buildSite(options);
	const tree = readTree(portal.output);
	const awaited = Object.keys(first.awaited ?? {});
	expect(awaited.length).toBeGreaterThan(5);
	expect(awaited.filter((address) => tree.has(address))).toEqual([]);
	expect(tree.has("/admin/index.html")).toBe(false);

	const address = awaited.find((each) => each.endsWith(".webp")) ?? "";
	const files = createAwaitedFiles({ contentDirectory: portal.content, cacheDirectory });
	const picture = files.waitFor(address);
	const whole = new PortalCopy();
	await buildSite({ ...whole.options, search: true });
	const complete = readTree(whole.output);
	const missing = [...complete.keys()].filter((path) => !tree.has(path));
	const waiting = missing.map(async (path) => ({ path, found: await files.waitFor(path) }));
	files.built(first.awaited);
	expect(await picture).toMatch(/\.webp$/);
	expect(await files.waitFor("/anh/khong-co.webp")).toBeUndefined();
	expect(await files.waitFor("/tin-moi/khong-co.html")).toBeUndefined();

	const second = await buildSite(options);
	expect(second.awaited).toBeUndefined();
	files.built(second.awaited);
	const found = await Promise.all(waiting);
	expect(found.filter(({ found }) => found === undefined)).toEqual([]);
	expect(found).toContainEqual({ path: "/admin/index.html", found: "published" });
	expect(await files.waitFor("/admin/")).toBeUndefined();
	expect(second.changed.filter((address) => address !== "/manifest.json")).toEqual([]);
	expect(second.removed).toEqual([]);
	expect(second.added).toEqual(expect.arrayContaining(awaited));

	expect([...complete.keys()].filter(isPage).filter((path) => !tree.has(path))).toEqual([]);
	expect(compareTrees(complete, readTree(portal.output))).toEqual(noDifference);

	const unchanged = await buildSite(options);
	expect(unchanged).toMatchObject({ added: [], changed: [], removed: [] });
});
