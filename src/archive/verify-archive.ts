import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { type Progress, silentProgress } from "../model/progress.ts";
import { ArchiveError } from "./archive-error.ts";
import { ownPaths } from "./layout.ts";
import { type Manifest, parseSums } from "./manifest.ts";
import { manifestOf, type OpenArchive, openArchive } from "./open-archive.ts";
import { strings } from "./strings.ts";

/** How a copy differs from the archive that was made. Paths, sorted. */
export interface Verification {
	readonly manifest: Manifest;
	/** Files that were compared. */
	readonly files: number;
	/** Their bytes. */
	readonly bytes: number;
	readonly missing: readonly string[];
	readonly altered: readonly string[];
	/** Files that do not belong to the archive. */
	readonly extra: readonly string[];
}

/**
 * Compares every file of an archive with `SHA256SUMS`, and that with the manifest. For an update, only the files that
 * it has.
 *
 * @param path of a zip, or of the folder that one was unpacked to
 * @throws ArchiveError if it is not an archive
 */
export async function verifyArchive(
	path: string,
	progress: Progress = silentProgress,
): Promise<Verification> {
	const archive = await openArchive(path);
	try {
		const manifest = await manifestOf(archive, path);
		const sums = await sumsOf(archive, path);
		const listed = new Map(manifest.files.map(([name, , digest]) => [name, digest]));
		const missing: string[] = [];
		const altered: string[] = [];
		let files = 0;
		let bytes = 0;
		progress.start(strings.verifying, sums.size);
		for (const [name, digest] of sums) {
			progress.advance();
			const size = archive.files.get(name);
			if (size === undefined) {
				if (!archive.isUpdate) missing.push(name);
				continue;
			}
			files++;
			bytes += size;
			const isListed = name === ownPaths.manifest || listed.get(name) === digest;
			if (!isListed || (await digestIn(archive, name)) !== digest) altered.push(name);
		}
		progress.done();
		const unlisted = [...listed.keys()].filter((name) => !sums.has(name));
		const known: ReadonlySet<string> = new Set([...sums.keys(), ownPaths.sums, ownPaths.update]);
		return {
			manifest,
			files,
			bytes,
			missing: missing.sort(),
			altered: [...altered, ...(unlisted.length > 0 ? [ownPaths.sums] : [])].sort(),
			extra: [...archive.files.keys()].filter((name) => !known.has(name)).sort(),
		};
	} finally {
		archive.close();
	}
}

async function sumsOf(archive: OpenArchive, path: string): Promise<Map<string, string>> {
	const isThere = archive.files.has(ownPaths.sums);
	const sums = isThere
		? parseSums((await buffer(await archive.stream(ownPaths.sums))).toString("utf8"))
		: undefined;
	if (!sums) throw new ArchiveError(strings.noArchive(path), strings.noArchiveRemedy);
	return sums;
}

/** @returns undefined if the bytes cannot be read, as in a damaged zip */
async function digestIn(archive: OpenArchive, name: string): Promise<string | undefined> {
	const digest = createHash("sha256");
	try {
		for await (const chunk of await archive.stream(name)) digest.update(chunk as Uint8Array);
	} catch {
		return undefined;
	}
	return digest.digest("hex");
}
