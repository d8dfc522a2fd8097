/** Content that passes `check` can be built and deployed. Content that does not pass is reported with a remedy. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { checkPortal } from "../src/build/check-portal.ts";
import { verifySite } from "../src/deploy/verify-site.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { articleText, soundFolder } from "./support/content-folder.ts";
import { shareCache, temporaryFolder } from "./support/fixture.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");

const name = fc.oneof(
	fc.constantFrom(
		"index",
		"404",
		"tin-moi",
		"hoi-nghi",
		"api",
		"2026",
		"sitemap",
		"a".repeat(80),
		"admin",
		"bài",
		"A",
	),
	fc.stringMatching(/^[a-z0-9-]{1,12}$/),
);
const text = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 30 }),
	fc.constantFrom(
		"Hội nghị #30",
		"a: b",
		"{{ a }}",
		"{% a %}",
		"<b>a</b>",
		"‮ab",
		'"a"',
		"---",
		"<%= a %>",
		"\0",
	),
);
const address = fc.oneof(
	fc.constantFrom(
		"/2026/11/20",
		"/_headers",
		"/robots.txt/",
		"/x?",
		"/a//b",
		"/tin/a.html",
		"/tin/a.html/x",
		"/TIN/a.html",
	),
	fc.constantFrom(
		"/a{{b}}.html",
		"/a'b.html",
		'/a"b.html',
		"/a<b>.html",
		"/a;b/",
		"/a$b",
		"/con/nul",
		"/a~b.html",
		"/ế.html",
	),
	fc.array(fc.oneof(name, text), { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}`),
);
const body = fc.array(
	fc.oneof(
		text,
		address.map((to) => `[a](${to})`),
		fc.constantFrom(
			"![a](20-a/a.jpg)",
			"![a](20-a/b.png)",
			"![a](20-a/c.svg)",
			"## Một",
			"[^1]",
			"[^1]: a",
			"|a|\n|-|\n|b|c|",
			"{{ a }}",
		),
	),
	{ maxLength: 4 },
);
const files = fc.record(
	{
		"articles/2026/11/20-a/a.jpg": fc.constantFrom("", "x", "\xff\xd8\xff\xe0"),
		"articles/2026/11/20-a/c.svg": fc.constantFrom(
			"<svg/>",
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>',
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><script/></svg>',
		),
		"articles/2026/11/20-a/d.pdf": fc.constantFrom("%PDF-1.4", "<html>", ""),
	},
	{ requiredKeys: [] },
);
const articles = fc.array(
	fc.record({
		day: fc.constantFrom("20", "21", "22", "31"),
		slug: name,
		title: text,
		lines: fc.subarray([
			"draft: true",
			"date: 2026-12-20T08:00:00+07:00",
			"tags: [Bão, Báo, C++]",
			"attachments: [{ title: A, file: 20-a/d.pdf }]",
			"committee: ban-dan-van",
			"province: dong-nai",
		]),
		addresses: fc.array(address, { maxLength: 3 }),
		body,
	}),
	{ maxLength: 3 },
);

test("content that passes the check can be built and verified; otherwise the check names a file and a remedy", async () => {
	const directory = temporaryFolder();
	const cacheDirectory = join(directory, "cache");
	shareCache(cacheDirectory);
	let built = 0;
	await fc.assert(
		fc.asyncProperty(
			articles,
			fc.array(fc.tuple(name, body), { maxLength: 2 }),
			files,
			async (stories, pages, others) => {
				const contentDirectory = join(directory, "content");
				rmSync(contentDirectory, { recursive: true, force: true });
				const all: Record<string, string> = { ...(soundFolder as Record<string, string>) };
				for (const [path, bytes] of Object.entries(others)) all[path] = bytes;
				for (const [slug, parts] of pages)
					all[`pages/${slug}.md`] = `---\ntitle: Trang\n---\n${parts.join("\n\n")}\n`;
				for (const { day, slug, title, lines, addresses, body: parts } of stories) {
					const former = addresses.length > 0 ? [`formerAddresses: ${JSON.stringify(addresses)}`] : [];
					const heading = `title: ${JSON.stringify(`Bài thử ${title}`)}`;
					all[`articles/2026/11/${day}-${slug}.md`] = articleText(
						[heading, ...lines, ...former],
						parts.join("\n\n"),
					);
				}
				for (const [path, content] of Object.entries(all)) {
					const target = join(contentDirectory, path);
					mkdirSync(dirname(target), { recursive: true });
					writeFileSync(target, content, path.endsWith(".jpg") ? "latin1" : "utf8");
				}
				const check = await checkPortal({ contentDirectory, cacheDirectory, now });
				for (const { file, message, remedy } of check.problems) {
					expect(Object.keys(all).some((path) => path === file || file === "")).toBe(true);
					expect([message, remedy].every((part) => part.length > 3)).toBe(true);
				}
				const outputDirectory = join(directory, "site");
				const build = await buildPortal({
					contentDirectory,
					outputDirectory,
					cacheDirectory,
					now,
					search: false,
				});
				expect(build.problems).toHaveLength(check.problems.length);
				if (check.problems.length > 0) return;
				built += 1;
				const { missing, altered, extra } = await verifySite({ directory: outputDirectory });
				expect({ missing, altered, extra }).toEqual({ missing: [], altered: [], extra: [] });
			},
		),
		{ numRuns: 60 },
	);
	expect(built).toBeGreaterThan(0);
}, 300_000);
