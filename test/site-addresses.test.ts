/** Compares the addresses that the content checks assume with the plan of a whole portal. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { prepareFiles } from "../src/build/static-files/prepare-files.ts";
import { readPortal } from "../src/content/index.ts";
import { defaultAccent } from "../src/model/accent.ts";
import type { UrlPath } from "../src/model/ids.ts";
import { silentProgress } from "../src/model/progress.ts";
import { everyOutput, planPortal } from "../src/site/plan/plan.ts";
import { articleText } from "./support/content-folder.ts";
import { fixtureDirectory, fixtureNow, shareCache, temporaryFolder } from "./support/fixture.ts";

async function plannedAddresses(
	content: string,
): Promise<{ pages: UrlPath[]; redirects: UrlPath[]; files: UrlPath[] }> {
	const { portal } = await readPortal({ directory: content, now: fixtureNow });
	if (!portal) throw new Error("nothing is wrong with the fixture");
	const cacheDirectory = join(temporaryFolder(), "cache");
	shareCache(cacheDirectory);
	const prepared = await prepareFiles(
		portal,
		{ contentDirectory: content, cacheDirectory, accent: defaultAccent },
		silentProgress,
	);
	const outputs = everyOutput(planPortal(portal, prepared, { search: true }));
	const of = (isRedirect: boolean) =>
		outputs.filter(({ template }) => (template === "redirect") === isRedirect).map(({ address }) => address);
	return { pages: of(false), redirects: of(true), files: prepared.files.map(({ address }) => address) };
}

/** The problems of a copy of the fixture with additional files. */
async function problemsOf(files: Readonly<Record<string, string>>) {
	const directory = join(temporaryFolder(), "content");
	cpSync(fixtureDirectory, directory, { recursive: true });
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	}
	return (await readPortal({ directory, now: fixtureNow })).problems;
}

const page = (links: readonly string[]) =>
	`---\ntitle: Mọi liên kết\n---\n${links.map((address) => `[a](<${address}>)\n\n`).join("")}`;

test("links to all planned files are valid, and links to addresses beside them are not", async () => {
	const { pages, redirects, files } = await plannedAddresses(fixtureDirectory);
	const forHosts = /^\/_(?:headers|redirects)/;
	const linked = [...pages.filter((address) => !forHosts.test(address)), ...redirects, ...files];
	expect(linked.length).toBeGreaterThan(100);
	expect(await problemsOf({ "pages/lien-ket.md": page(linked) })).toEqual([]);
	const known = new Set<string>(linked);
	const neighbours = pages
		.flatMap((address) => [
			address.replace(/^\/2\d/, "/1"),
			address.replace(/\/(\d+)\.html$/, "/9$1.html"),
			address.replace(/([a-z])(\/|\.html)$/, "$1-khong-co$2"),
			address.replace(/^\/(\d{4})\/\d{2}/, "/$1/13"),
		])
		.filter((address) => !known.has(address));
	expect(neighbours.length).toBeGreaterThan(100);
	const unique = [...new Set(neighbours)];
	expect(await problemsOf({ "pages/lien-ket.md": page(unique) })).toHaveLength(unique.length);
}, 60_000);

test("no former address may hide a planned file, however the address is written", async () => {
	const { pages, files } = await plannedAddresses(fixtureDirectory);
	const ways = [...pages, ...files]
		.filter((address) => address !== "/")
		.flatMap((address) => [
			address,
			address.toUpperCase(),
			address.endsWith("/") ? `${address}index.html` : `${address}/`,
			address.endsWith("/") ? address.slice(0, -1) : `${address}/x`,
		]);
	const chunks = Array.from({ length: Math.ceil(ways.length / 20) }, (_, at) =>
		ways.slice(at * 20, (at + 1) * 20),
	);
	const articles = chunks.map((chunk, at): [string, string] => [
		`articles/2026/11/21-cu-${at}.md`,
		articleText([
			"author: ly-van-thu",
			"draft: true",
			"formerAddresses:",
			...chunk.map((address) => `  - ${JSON.stringify(address)}`),
		]),
	]);
	const problems = await problemsOf(Object.fromEntries(articles));
	expect(problems.filter(({ field }) => !field?.startsWith("formerAddresses"))).toEqual([]);
	const told = problems.map(({ message }) => message).join("\n");
	expect(ways.filter((address) => !told.includes(` ${address} `))).toEqual([]);
	expect(problems).toHaveLength(ways.length);
}, 60_000);
