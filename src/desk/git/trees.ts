import type { ObjectReader } from "./object-reader.ts";

/** A line of a tree. */
export interface TreeEntry {
	/** `100644`, `100755`, `120000`, `40000` or `160000`. */
	readonly mode: string;
	readonly id: string;
}

const fileMode = "100644";
const folderMode = "40000";

/** The change of a path: a blob, or null to remove it. */
export type TreeChange = string | null;

/** Two changes that exclude each other: a file where the other needs a folder. */
class TreeConflict extends Error {
	override readonly name = "TreeConflict";
}

/** @param idBytes 20, or 32 in a repository with SHA-256 */
function parseTree(bytes: Buffer, idBytes: number): Map<string, TreeEntry> {
	const entries = new Map<string, TreeEntry>();
	let at = 0;
	while (at < bytes.length) {
		const space = bytes.indexOf(0x20, at);
		const end = bytes.indexOf(0, space);
		const mode = bytes.toString("latin1", at, space);
		const name = bytes.toString("utf8", space + 1, end);
		at = end + 1 + idBytes;
		entries.set(name, { mode, id: bytes.toString("hex", end + 1, at) });
	}
	return entries;
}

/** Reads a tree that is known to exist. */
export async function readTree(reader: ObjectReader, id: string): Promise<Map<string, TreeEntry>> {
	const object = await reader.read(id);
	if (object?.type !== "tree") throw new Error(`No tree ${id}`);
	return parseTree(object.bytes, object.id.length / 2);
}

/** Makes trees; `input` has the form of `git mktree`. */
export interface TreeWriter {
	writeTree(entries: ReadonlyMap<string, TreeEntry>): Promise<string>;
}

/**
 * A tree with other contents at some paths. Only the folders above them are read and written. Folders that become empty
 * are removed.
 *
 * @param root undefined for the empty tree
 * @param changes blobs by path
 * @returns undefined if nothing is left
 * @throws {TreeConflict}
 */
export async function editTree(
	reader: ObjectReader,
	writer: TreeWriter,
	root: string | undefined,
	changes: ReadonlyMap<string, TreeChange>,
): Promise<string | undefined> {
	const entries = root === undefined ? new Map<string, TreeEntry>() : await readTree(reader, root);
	const below = new Map<string, Map<string, TreeChange>>();
	for (const [path, change] of changes) {
		const slash = path.indexOf("/");
		if (slash === -1) {
			const former = entries.get(path);
			if (change === null) entries.delete(path);
			else if (former?.mode === folderMode) throw new TreeConflict(path);
			else entries.set(path, { mode: former?.mode === "100755" ? former.mode : fileMode, id: change });
			continue;
		}
		const name = path.slice(0, slash);
		const inFolder = below.get(name) ?? new Map<string, TreeChange>();
		inFolder.set(path.slice(slash + 1), change);
		below.set(name, inFolder);
	}
	for (const [name, inFolder] of below) {
		const former = entries.get(name);
		if (former !== undefined && former.mode !== folderMode) {
			if ([...inFolder.values()].every((change) => change === null)) continue;
			throw new TreeConflict(name);
		}
		const id = await editTree(reader, writer, former?.id, inFolder);
		if (id === undefined) entries.delete(name);
		else entries.set(name, { mode: folderMode, id });
	}
	return entries.size === 0 ? undefined : await writer.writeTree(entries);
}
