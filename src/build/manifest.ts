/** What a built site consists of: `manifest.json` in its root. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UrlPath } from "../model/ids.ts";
import type { WrittenFile } from "./render-batch.ts";

/** A published file. */
export interface ManifestEntry extends WrittenFile {
	/**
	 * The digest of what the file was made from: its view, the site's settings and the code; or a static file's
	 * identity.
	 */
	readonly made: string;
}

/** The files of a site by their addresses. */
export type Manifest = ReadonlyMap<UrlPath, ManifestEntry>;

/** Raised when the form of the file changes; others are not read. */
const version = 1;

/** Where a tree keeps it. Removed before the tree is changed, so that a half-made tree has none. */
export const manifestFile = "manifest.json";

/** Reads a tree's manifest; undefined where there is none, or none that can be trusted. */
export function readManifest(tree: string): Map<UrlPath, ManifestEntry> | undefined {
	try {
		const manifest: unknown = JSON.parse(readFileSync(join(tree, manifestFile), "utf8"));
		if (!isManifest(manifest)) return undefined;
		return new Map(manifest.files.map((entry) => [entry.address, entry]));
	} catch {
		return undefined;
	}
}

function isManifest(value: unknown): value is { readonly files: readonly ManifestEntry[] } {
	if (typeof value !== "object" || value === null || !("version" in value) || value.version !== version)
		return false;
	return "files" in value && Array.isArray(value.files) && value.files.every(isEntry);
}

function isEntry(entry: Partial<ManifestEntry> | null): boolean {
	return (
		typeof entry?.address === "string" &&
		entry.address.startsWith("/") &&
		typeof entry.made === "string" &&
		typeof entry.size === "number" &&
		entry.sha256?.length === 64
	);
}

/** Whether two trees hold the same files, as far as their manifests tell. */
export function sameManifest(tree: string, other: string): boolean {
	try {
		return readFileSync(join(tree, manifestFile)).equals(readFileSync(join(other, manifestFile)));
	} catch {
		return false;
	}
}

/** Writes a tree's manifest: one file a line, by address. */
export function writeManifest(tree: string, manifest: Manifest): void {
	const lines = [...manifest.values()]
		.sort((a, b) => (a.address < b.address ? -1 : 1))
		.map(({ address, sha256, size, changed, made }) =>
			JSON.stringify({ address, sha256, size, changed, made }),
		);
	writeFileSync(join(tree, manifestFile), `{"version":${version},"files":[\n${lines.join(",\n")}\n]}\n`);
}
