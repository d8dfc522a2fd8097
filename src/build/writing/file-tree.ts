import {
	constants,
	copyFileSync,
	linkSync,
	mkdirSync,
	readFileSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../disk/digest.ts";
import { fileOf } from "../../site/plan/output.ts";
import type { StaticFile } from "../static-files/static-file.ts";
import type { WrittenFile } from "./render-batch.ts";

/** The task of linking files of one tree into another. It is plain data, so that it can be sent to another process. */
export interface FileLinks {
	/** The roots of the trees. */
	readonly from: string;
	readonly to: string;
	/** Relative paths. None of these files exists in the target tree yet. */
	readonly files: readonly string[];
}

/** Links files without copying their bytes. */
export function linkFiles({ from, to, files }: FileLinks): void {
	const tree = new FileTree(to);
	for (const file of files) tree.linkFrom(from, file);
}

/** The size in bytes from which a copy asks the file system to share the data (copy-on-write). */
const worthCloning = 65_536;

/** The files of a tree, changed one at a time. Synchronous: a system call costs less than waiting for a turn. */
export class FileTree {
	readonly root: string;
	private readonly folders = new Set<string>();

	constructor(root: string) {
		this.root = root;
	}

	/** Links a file of another tree without copying its bytes. */
	linkFrom(tree: string, file: string): void {
		this.makeFolder(file);
		try {
			linkSync(join(tree, file), join(this.root, file));
		} catch {
			// The file system has no hard links.
			copyFileSync(join(tree, file), join(this.root, file));
		}
	}

	write({ address, source }: StaticFile): WrittenFile {
		const file = fileOf(address);
		this.makeFolder(file);
		const bytes = readFileSync(source);
		// Copied, not linked: a program may overwrite the source file in place.
		if (bytes.length < worthCloning) writeFileSync(join(this.root, file), bytes);
		else copyFileSync(source, join(this.root, file), constants.COPYFILE_FICLONE);
		return { address, sha256: sha256(bytes), size: bytes.length };
	}

	/** Removes a file before it is rewritten: the other tree may hold a link to the same file. */
	remove(file: string): void {
		rmSync(join(this.root, file), { force: true });
	}

	/** Removes everything. */
	clear(): void {
		rmSync(this.root, { recursive: true, force: true });
	}

	/** Removes the folders that lost their last file. */
	removeEmptyFolders(files: readonly string[]): void {
		for (const file of files) {
			for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
				try {
					rmdirSync(join(this.root, folder));
				} catch {
					break;
				}
			}
		}
	}

	private makeFolder(file: string): void {
		const folder = dirname(join(this.root, file));
		if (this.folders.has(folder)) return;
		mkdirSync(folder, { recursive: true });
		this.folders.add(folder);
	}
}
