import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const plugin = await import(new URL("index.js", import.meta.url).href);

beforeEach(() => {
	vi.spyOn(console, "log").mockImplementation(() => {});
	vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** The part of Netlify's cache that the plugin uses: stored folders, and folders in the working directory. */
function fakeNetlify(stored: string[], present: string[]) {
	const cache = {
		async restore(path: string) {
			if (!stored.includes(path)) return false;
			present.push(path);
			return true;
		},
		async save(path: string) {
			if (!present.includes(path)) return false;
			stored.push(path);
			return true;
		},
	};
	return { utils: { cache } };
}

test("netlify.toml publishes the folder that its command deploys to, which is never a symbolic link", () => {
	const settings = readFileSync("netlify.toml", "utf8");
	const published = /^publish = "(.*)"$/m.exec(settings)?.[1];
	expect(published).not.toBe("_site");
	expect(settings).toMatch(
		new RegExp(`^command = "npm run build && npm run deploy -- --to ${published}"$`, "m"),
	);
});

describe("the Netlify plugin", () => {
	test("is named by netlify.toml and by its manifest", () => {
		expect(readFileSync("netlify.toml", "utf8")).toContain('package = "/scripts/netlify-cache"');
		expect(readFileSync("scripts/netlify-cache/manifest.yml", "utf8")).toMatch(/^name: [a-z-]+$/m);
	});

	test("restores the cache of the last build", async () => {
		const stored: string[] = [];
		await plugin.onPreBuild(fakeNetlify(stored, []));
		await plugin.onPostBuild(fakeNetlify(stored, [".cache"]));
		const present: string[] = [];
		await plugin.onPreBuild(fakeNetlify(stored, present));
		expect(present).toEqual([".cache"]);
	});

	test("never makes a build fail", async () => {
		const broken = async () => {
			throw new Error("no room");
		};
		const netlify = { utils: { cache: { restore: broken, save: broken } } };
		await plugin.onPreBuild(netlify);
		await plugin.onPostBuild(netlify);
		expect(console.warn).toHaveBeenCalledTimes(2);
	});
});
