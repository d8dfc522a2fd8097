/** Reads an archive: the zip, or the folder to which it was unpacked. */
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise } from "yauzl";
import { ArchiveError } from "./archive-error.ts";
import { type ArchivePictures, ownPaths } from "./layout.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import type { ArchiveScope } from "./scope.ts";
import { strings } from "./strings.ts";

/** Larger manifests are not ours: that of a million files is smaller. */
const mostManifestBytes = 200_000_000;

export interface OpenArchive {
	/** Files by path, with their sizes in bytes. */
	readonly files: ReadonlyMap<string, number>;
	/** Whether it is a zip that was made to be unpacked over an older archive. */
	readonly isUpdate: boolean;
	/** The bytes of a file that exists. */
	stream(path: string): Promise<Readable>;
	close(): void;
}

/** @throws ArchiveError if there is none */
export async function openArchive(path: string): Promise<OpenArchive> {
	const status = await stat(path).catch(() => undefined);
	if (!status) throw new ArchiveError(strings.noArchive(path), strings.noArchiveRemedy);
	if (status.isDirectory()) return openFolder(path);
	try {
		return await openZip(path);
	} catch (error) {
		if (isOfDisk(error)) throw error;
		throw new ArchiveError(strings.noArchive(path), strings.noArchiveRemedy);
	}
}

/** Whether the error is the system's, and not a damaged zip. */
function isOfDisk(error: unknown): boolean {
	return (
		error instanceof Error &&
		"code" in error &&
		typeof error.code === "string" &&
		/^E[A-Z]+$/.test(error.code)
	);
}

async function openFolder(folder: string): Promise<OpenArchive> {
	const files = new Map<string, number>();
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		files.set(file.slice(join(folder, "/").length).replaceAll("\\", "/"), (await stat(file)).size);
	}
	return {
		files,
		isUpdate: false,
		stream: async (path) => createReadStream(join(folder, path)),
		close: () => {},
	};
}

async function openZip(path: string): Promise<OpenArchive> {
	const zip = await openPromise(path, { autoClose: false });
	const entries = new Map<string, Entry>();
	try {
		for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
	} catch (error) {
		zip.close();
		throw error;
	}
	return {
		files: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
		isUpdate: entries.has(ownPaths.update),
		async stream(name) {
			const entry = entries.get(name);
			if (!entry) throw new Error(name);
			return zip.openReadStreamPromise(entry);
		},
		close: () => zip.close(),
	};
}

/** An archive's manifest. @throws ArchiveError if there is none */
export async function manifestOf(archive: OpenArchive, path: string): Promise<Manifest> {
	const size = archive.files.get(ownPaths.manifest);
	const isReadable = size !== undefined && size <= mostManifestBytes;
	const text = isReadable ? (await buffer(await archive.stream(ownPaths.manifest))).toString("utf8") : "";
	const manifest = parseManifest(text);
	if (!manifest) throw new ArchiveError(strings.noArchive(path), strings.noArchiveRemedy);
	return manifest;
}

/**
 * The manifest of an archive that has to be of a certain scope.
 *
 * @throws ArchiveError if there is none, or it is of another scope
 */
export async function readManifest(
	path: string,
	{ scope, pictures }: { readonly scope: ArchiveScope; readonly pictures: ArchivePictures },
): Promise<Manifest> {
	const archive = await openArchive(path);
	try {
		const manifest = await manifestOf(archive, path);
		const names = ["from", "to", "committee", "province"] as const;
		const isSame =
			manifest.pictures === pictures && names.every((name) => manifest.scope[name] === scope[name]);
		if (!isSame) throw new ArchiveError(strings.otherScope(path), strings.otherScopeRemedy);
		return manifest;
	} finally {
		archive.close();
	}
}
