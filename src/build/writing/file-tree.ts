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

/** Files that one tree is to take over from another. Plain data, so that a process of its own can take it. */
export interface FileLinks {
	/** The roots of the trees. */
	readonly from: string;
	readonly to: string;
	/** Paths below them; there are none of these yet where they are to be. */
	readonly files: readonly string[];
}

/** Takes files over without copying their bytes. */
export function linkFiles({ from, to, files }: FileLinks): void {
	const tree = new FileTree(to);
	for (const file of files) tree.linkFrom(from, file);
}

/** Bytes from which on a file system that can share them between copies is asked to. */
const worthCloning = 65_536;

/** The files of a tree, changed one at a time. Synchronous: a system call costs less than waiting for a turn. */
export class FileTree {
	readonly root: string;
	private readonly folders = new Set<string>();

	constructor(root: string) {
		this.root = root;
	}

	/** Takes a file over from another tree without copying its bytes. */
	linkFrom(tree: string, file: string): void {
		this.makeFolder(file);
		try {
			linkSync(join(tree, file), join(this.root, file));
		} catch {
			// A file system without links.
			copyFileSync(join(tree, file), join(this.root, file));
		}
	}

	write({ address, source }: StaticFile): WrittenFile {
		const file = fileOf(address);
		this.makeFolder(file);
		const bytes = readFileSync(source);
		// Not a link: an editor's program may write over its file in place.
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
