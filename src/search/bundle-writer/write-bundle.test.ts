/** Bundles, held against those that Pagefind itself makes of the same records. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { close, createIndex } from "pagefind";
import { afterAll, describe, expect, test } from "vitest";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import type { SearchDocument } from "../record.ts";
import { language, toRecord } from "../record.ts";
import { writeBundle } from "./write-bundle.ts";

const scratch = mkdtempSync(join(tmpdir(), "bundle-"));
afterAll(async () => {
	rmSync(scratch, { recursive: true });
	await close();
});

const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Files by path: those of an index unpacked, of the engine's digests. */
type Bundle = Readonly<Record<string, string>>;

function unpacked(path: string, content: Uint8Array): string {
	if (path.includes(".pf_")) return gunzipSync(content).toString("latin1");
	return path.endsWith(".json")
		? Buffer.from(content).toString()
		: createHash("sha256").update(content).digest("hex");
}

async function pagefindBundle(documents: readonly SearchDocument[]): Promise<Bundle> {
	const { index } = await createIndex({ forceLanguage: language });
	for (const document of documents) await index?.addCustomRecord(toRecord(document));
	const files = (await index?.getFiles())?.files ?? [];
	await index?.deleteIndex();
	const used = files.filter(({ path }) => !unused.test(path));
	return Object.fromEntries(used.map(({ path, content }) => [path, unpacked(path, content)]));
}

async function ownBundle(documents: readonly SearchDocument[]): Promise<Bundle> {
	const directory = mkdtempSync(join(scratch, "own-"));
	const told: [string, string][] = [];
	await writeBundle(documents, directory, (path, content) => told.push([path, unpacked(path, content)]));
	const written = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile(),
	);
	expect(written).toHaveLength(told.length);
	return Object.fromEntries(told);
}

function document(number: number, more: Partial<SearchDocument>): SearchDocument {
	return {
		address: asUrlPath(`/2026/03/${number}.html`),
		title: `Tin số ${number}`,
		date: asIsoDateTime(`2026-03-${String(1 + (number % 28)).padStart(2, "0")}T08:00:00+07:00`),
		text: "Đường làng nở hoa.",
		bylines: ["Kỹ sư An"],
		filters: { province: [], committee: ["Ban Đo đạc"], tag: ["đường", "hoa"], author: ["An"] },
		...more,
	};
}

async function expectPagefinds(documents: readonly SearchDocument[]): Promise<void> {
	expect(await ownBundle(documents)).toEqual(await pagefindBundle(documents));
}

/** What texts may be made of, and what Pagefind has rules for. */
const pieces = [
	...'abBeqyx1 \t\n\u00A0\u0085\u200B\uFEFF\u2028.,:/@_-–…“”()<>&"\\#*',
	...["đ", "Đ", "ỹ", "ệ", "e\u0301", "\u0323", "\u0335", "ƯƠ", "ß", "İ", "Σ", "ǅ", "ﬁ", "Ⅷ", "²", "漢", "한"],
	...[
		"Tỉnh",
		"UBND",
		"TP.HCM",
		"1.000.000",
		"19h30",
		"camelCase",
		"HTMLParser",
		"😀",
		"👨‍👩‍👧",
		"©",
		"1\uFE0F",
		"𝐀",
	],
];
const text = (maxLength: number) => fc.string({ unit: fc.constantFrom(...pieces), maxLength });
const texts = fc.array(text(4), { maxLength: 2 });
const oddDocument = fc.record(
	{
		title: text(6),
		summary: text(12),
		text: text(150),
		bylines: texts,
		thumbnail: fc.nat(999).map((number) => asUrlPath(`/anh/${number}-480.webp`)),
		filters: fc.record({ province: texts, committee: texts, tag: texts, author: texts }),
	},
	{ requiredKeys: ["title", "text", "bylines", "filters"] },
);

describe("writeBundle", () => {
	test("writes the files that Pagefind writes, whatever stands in texts", { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(oddDocument, { minLength: 1, maxLength: 40 }), (documents) =>
				expectPagefinds(documents.map((more, number) => document(number, more))),
			),
			{ numRuns: 15 },
		);
	});

	test("parts an index where Pagefind parts it", { timeout: 60_000 }, async () => {
		const syllables = ["đường", "duong", "làng", "lang", "nở", "hoa", "quê", "mùa", "gặt", "chợ", "phiên"];
		const documents = Array.from({ length: 90 }, (_, number) => {
			const words = Array.from({ length: 700 }, (_, place) => {
				const syllable = syllables[(number * 7 + place * place) % syllables.length];
				return `${syllable}${place % 3 === 0 ? (number * place) % 997 : ""}`;
			});
			return document(number, { text: words.join(" ") });
		});
		const bundle = await ownBundle(documents);
		expect(Object.keys(bundle).filter((path) => path.startsWith("index/")).length).toBeGreaterThan(3);
		expect(bundle).toEqual(await pagefindBundle(documents));
	});

	test("counts a part of a compound that is too long by its first 64 characters", async () => {
		const long = "đường-làng-".repeat(9);
		const tails = [`a.${long}`, `a.${"x".repeat(70)}`, `a.${"x".repeat(64)}-y`, `b.cd.${long}.e`];
		await expectPagefinds(tails.map((text, number) => document(number, { text })));
	});

	test("leaves out a document without words", async () => {
		const empty = document(1, { text: "…", bylines: [], title: "…" });
		await expectPagefinds([document(0, {}), empty, document(2, {})]);
		await expectPagefinds([empty]);
	});
});
