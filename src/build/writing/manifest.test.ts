import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { IsoDateTime, UrlPath } from "../../model/ids.ts";
import {
	filesIn,
	type Manifest,
	type ManifestEntry,
	manifestFile,
	readManifest,
	readManifestWithout,
	sameManifest,
	writeManifest,
} from "./manifest.ts";

const [tree, next] = ["manifest-", "manifest-next-"].map((name) => mkdtempSync(join(tmpdir(), name))) as [
	string,
	string,
];
afterAll(() => {
	for (const directory of [tree, next]) rmSync(directory, { recursive: true, force: true });
});

const anyEntry: fc.Arbitrary<ManifestEntry> = fc.record(
	{
		address: fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `/${text}` as UrlPath),
		sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
		size: fc.nat(),
		changed: fc.constantFrom("2026-11-22T08:00:00+07:00" as IsoDateTime),
		made: fc.string({ unit: "grapheme" }),
	},
	{ requiredKeys: ["address", "sha256", "size", "made"] },
);

const entry = { address: "/a/" as UrlPath, sha256: "0".repeat(64), size: 1, made: "m" };

function manifestOf(entries: readonly ManifestEntry[]): Manifest {
	return new Map(entries.map((entry) => [entry.address, entry]));
}

test("a manifest is read as it was written, is JSON, and is sorted by address", () => {
	fc.assert(
		fc.property(fc.array(anyEntry), (entries) => {
			const manifest = manifestOf(entries);
			writeManifest(tree, manifest);
			const read = readManifest(tree);
			expect(read).toEqual(manifest);
			const { version, count, files } = JSON.parse(readFileSync(join(tree, manifestFile), "utf8"));
			expect({ version, count }).toEqual({ version: 1, count: manifest.size });
			expect(files).toEqual([...(read ?? [])].map(([, entry]) => entry));
			expect([...(read?.keys() ?? [])]).toEqual([...manifest.keys()].sort((a, b) => (a < b ? -1 : 1)));
		}),
	);
});

test("reused folders are skipped when a manifest is read, and copied in place when it is written", () => {
	const anyFolder = fc.constantFrom("/a/", "/b/c/", "/x/");
	const anyFile = fc.tuple(fc.oneof(anyFolder, fc.constant("/")), anyEntry).map(([folder, entry]) => ({
		...entry,
		address: (folder + entry.address.slice(1)) as UrlPath,
	}));
	fc.assert(
		fc.property(fc.array(anyFile), fc.uniqueArray(anyFolder), (entries, names) => {
			const folders = names as UrlPath[];
			writeManifest(tree, manifestOf(entries));
			const whole = readFileSync(join(tree, manifestFile), "utf8");
			const read = readManifestWithout(tree, folders);
			const isWithin = (address: UrlPath) => folders.some((folder) => address.startsWith(folder));
			const all = [...manifestOf(entries).values()];
			expect([...(read?.files.keys() ?? [])].filter(isWithin)).toEqual([]);
			expect(read?.reused.flatMap(filesIn).map(({ address }) => address)).toEqual(
				all
					.map(({ address }) => address)
					.filter(isWithin)
					.sort((a, b) => (a < b ? -1 : 1)),
			);
			expect(read?.count).toBe(all.length);
			writeManifest(next, read?.files ?? new Map(), read?.reused, read?.count);
			expect(readFileSync(join(next, manifestFile), "utf8")).toBe(whole);
		}),
	);
});

test("folders are found among lines of any length", () => {
	const entries = ["/a/", "/b/", "/c/"].flatMap((folder) =>
		[1, 3000, 20, 1100].map((length, number) => ({
			...entry,
			// The first is the page at the folder's own address.
			address: `${folder}${number === 0 ? "" : number}${"x".repeat(number === 0 ? 0 : length)}` as UrlPath,
		})),
	);
	writeManifest(tree, manifestOf(entries));
	const read = readManifestWithout(tree, ["/b/" as UrlPath]);
	expect(read?.reused.flatMap(filesIn)).toEqual(entries.slice(4, 8));
	expect([...(read?.files.values() ?? [])]).toEqual([...entries.slice(0, 4), ...entries.slice(8)]);
});

test("a long manifest is written completely", () => {
	const entries = Array.from({ length: 6000 }, (_, number) => ({
		address: `/x/${String(number).padStart(200, "0")}` as UrlPath,
		sha256: "0".repeat(64),
		size: number,
		made: "m",
	}));
	writeManifest(tree, manifestOf(entries));
	expect([...(readManifest(tree)?.values() ?? [])]).toEqual(entries);
	const { files, reused, count } = readManifestWithout(tree, ["/x/" as UrlPath]) ?? {};
	writeManifest(next, files ?? new Map(), reused, count);
	expect([...(readManifest(next)?.values() ?? [])]).toEqual(entries);
});

test.each<[string, (text: string) => string]>([
	["that was cut short", (text) => text.slice(0, -30)],
	["whose last line is missing", (text) => text.slice(0, text.lastIndexOf("]}"))],
	["with more after its end", (text) => `${text}x`],
	["of another version", (text) => text.replace('"version":1', '"version":2')],
	["with another number of files", (text) => text.replace('"count":2', '"count":3')],
	["with a digest that is none", (text) => text.replace("000", "xyz")],
	["in which a digest was changed", (text) => text.replace("00000", "00001")],
	["whose lines were put in another order", (text) => text.replace(/(\{"a.*),\n(\{"a.*)/, "$2,\n$1")],
	["whose checksum is missing", (text) => text.replace(/,"checksum":"\w+"/, "")],
	["with a file without a size", (text) => text.replace('"size":1,', "")],
	["that is empty", () => ""],
])("a manifest %s is not trusted", (_, damage) => {
	writeManifest(tree, manifestOf([entry, { ...entry, address: "/b/" as UrlPath }]));
	const file = join(tree, manifestFile);
	writeFileSync(file, damage(readFileSync(file, "utf8")));
	expect(readManifest(tree)).toBeUndefined();
});

test("a manifest that names fewer files than it counts is not trusted", () => {
	writeManifest(tree, manifestOf([entry]), [], 2);
	expect(readManifest(tree)).toBeUndefined();
});

test.each<[string, (text: string) => string]>([
	["that was cut short", (text) => text.slice(0, -30)],
	["with more after its end", (text) => `${text}x`],
	["with more before its end", (text) => text.replace("],", "x],")],
	["with a file without a size", (text) => text.replace('"size":1,', "")],
	["with a file without a size after the folder", (text) => text.replace('"size":3,', "")],
])("a manifest %s is not trusted where a folder is left out, either", (_, damage) => {
	const addresses = ["/a/", "/b/", "/c/"] as UrlPath[];
	writeManifest(tree, manifestOf(addresses.map((address, at) => ({ ...entry, address, size: at + 1 }))));
	const file = join(tree, manifestFile);
	writeFileSync(file, damage(readFileSync(file, "utf8")));
	expect(readManifestWithout(tree, ["/b/" as UrlPath])).toBeUndefined();
});

test("two trees are the same if their manifests are one file or have the same bytes", () => {
	writeManifest(tree, manifestOf([entry]));
	writeManifest(next, manifestOf([entry]));
	expect(sameManifest(tree, next)).toBe(true);
	writeManifest(next, manifestOf([{ ...entry, size: 2 }]));
	expect(sameManifest(tree, next)).toBe(false);
	rmSync(join(next, manifestFile));
	expect(sameManifest(tree, next)).toBe(false);
	linkSync(join(tree, manifestFile), join(next, manifestFile));
	expect(sameManifest(tree, next)).toBe(true);
});
