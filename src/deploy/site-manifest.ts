/** Reads the manifest of any copy of the site, as JSON. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { UrlPath } from "../model/ids.ts";

/** A file of the site. */
export interface SiteFile {
	readonly address: UrlPath;
	/** SHA-256 of its bytes, in hexadecimal. */
	readonly sha256: string;
	/** In bytes. */
	readonly size: number;
}

export type SiteFiles = ReadonlyMap<UrlPath, SiteFile>;

/** The manifest's file in a site's folder. */
export const siteManifestFile = "manifest.json";

/** The folder for a deployment's own files, in the folder that receives a site. */
export const deployFolder = ".tintinh-deploy";

/** The file of an address, relative to the site's folder: `/tin-moi/` is `tin-moi/index.html`. */
export function fileOfAddress(address: string): string {
	return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

/**
 * Whether an address names a file inside the site's folder that is not one of our own records. This matters, as a
 * manifest decides what is deleted, and others may be able to write it.
 */
export function isSiteAddress(address: unknown): address is UrlPath {
	if (typeof address !== "string" || !/^\/[^\p{Cc}\\]*$/u.test(address)) return false;
	const file = fileOfAddress(address);
	const parts = file.split("/");
	if (file === siteManifestFile) return false;
	return parts.every((part) => part !== "" && part !== "." && part !== "..") && parts[0] !== deployFolder;
}

/** Reads the text of a manifest; undefined if it cannot be trusted. */
export function parseSiteManifest(text: string): SiteFiles | undefined {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return undefined;
	}
	const { version, files } = (document ?? {}) as { version?: unknown; files?: unknown };
	if (version !== 1 || !Array.isArray(files) || !files.every(isSiteFile)) return undefined;
	return new Map(files.map(({ address, sha256, size }) => [address, { address, sha256, size }]));
}

function isSiteFile(entry: unknown): entry is SiteFile {
	const { address, sha256, size } = (entry ?? {}) as Record<string, unknown>;
	return (
		isSiteAddress(address) &&
		typeof sha256 === "string" &&
		/^[0-9a-f]{64}$/.test(sha256) &&
		Number.isSafeInteger(size) &&
		Number(size) >= 0
	);
}

/** Reads the manifest of a site's folder; undefined if there is none or it cannot be trusted. */
export async function readSiteManifest(directory: string): Promise<SiteFiles | undefined> {
	try {
		return parseSiteManifest(await readFile(join(directory, siteManifestFile), "utf8"));
	} catch {
		return undefined;
	}
}
