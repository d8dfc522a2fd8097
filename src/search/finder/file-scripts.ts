/**
 * The index for pages opened from a disk, which may not read files but may run scripts. Many files of the index are
 * combined in a script, a *pack*, which delivers their bytes.
 */
import type { ReadFile } from "./finder.ts";
import { reasonOf } from "./give-up.ts";

/** The global function that a pack calls. */
const receiver = "finderPack";

/** How many of the last used packs stay in memory. */
const keptPacks = 48;

/** The files of a pack in base64, by path below the index's root. */
type Pack = Readonly<Record<string, string>>;

/** A file of the index. `path` is below its root. */
export interface IndexFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/**
 * The script of a pack, to be stored as `packName(number)`.
 * @param number from 0, in the order of the files
 */
export function packScript(number: number, files: readonly IndexFile[]): string {
	const pack = Object.fromEntries(files.map(({ path, bytes }) => [path, toBase64(bytes)]));
	return `${receiver}(${number},${JSON.stringify(pack)})`;
}

export function packName(number: number): string {
	return `${number}.js`;
}

function toBase64(bytes: Uint8Array): string {
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary);
}

/**
 * Reads files of the index by adding the scripts of their packs to the page.
 *
 * @param root of the packs, relative to the page
 * @param firsts the first file of each pack; files are packed in the order of their paths' UTF-16 code units
 */
export function readByScripts(document: Document, root: string, firsts: readonly string[]): ReadFile {
	const waiting = new Map<number, (pack: Pack) => void>();
	const packs = new Map<number, Promise<Pack>>();
	const receive = (number: number, pack: Pack) => {
		waiting.get(number)?.(pack);
		waiting.delete(number);
	};
	Object.assign(globalThis, { [receiver]: receive });

	function load(number: number): Promise<Pack> {
		return new Promise((resolve, reject) => {
			const script = document.createElement("script");
			waiting.set(number, resolve);
			script.src = `${root}${packName(number)}`;
			const fail = () => {
				script.remove();
				// A script that was loaded but delivered nothing is damaged.
				if (waiting.delete(number)) reject(new Error(`${script.src}: no pack`));
			};
			script.addEventListener("load", fail);
			script.addEventListener("error", fail);
			document.head.append(script);
		});
	}

	function pack(number: number): Promise<Pack> {
		const known = packs.get(number) ?? load(number);
		packs.delete(number);
		packs.set(number, known);
		for (const oldest of packs.keys()) {
			if (packs.size <= keptPacks) break;
			packs.delete(oldest);
		}
		known.catch(() => packs.delete(number));
		return known;
	}

	return async (path, signal) => {
		if (signal?.aborted) throw reasonOf(signal);
		const file = (await pack(packOf(firsts, path)))[path];
		if (signal?.aborted) throw reasonOf(signal);
		if (file === undefined) throw new Error(`${path}: no such file`);
		return Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
	};
}

/** The last pack whose first file is this one or an earlier one. */
function packOf(firsts: readonly string[], path: string): number {
	let low = 0;
	let high = firsts.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (path < (firsts[middle] ?? "")) high = middle;
		else low = middle;
	}
	return low;
}
