/**
 * Remembers, from build to build, which inputs led to which digest, so that the view behind a digest need not be made
 * again to learn that it is the same. Of a file that depends on nothing after a certain article not even the inputs
 * are made again, as long as the archive up to there is as it was. Losing it costs time and nothing else.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { sealText, unsealText } from "../content/index.ts";
import type { UrlPath } from "../model/ids.ts";

/** What a file is made from, as far as the memory needs to know. */
export interface Remembered {
	readonly address: UrlPath;
	/** Place of the newest article that it depends on, counted from the oldest; absent where any may matter. */
	readonly through?: number;
	/** Digest of what it is made from. */
	readonly inputs: () => string;
	/** Digest of its view, which follows from the inputs. */
	readonly make: () => string;
}

/** What all files have in common, and the archive that they show. */
export interface Archive {
	/** Digest of everything beside the articles that a file may depend on. */
	readonly base: string;
	/** Of each article, oldest first: 22 characters that change whenever a page that shows it would. */
	readonly keys: readonly string[];
}

export interface PlanMemory {
	/** The digest that these inputs led to, or the one that is found now. */
	recall(file: Remembered): string;
	/** Writes what this build recalled, where it differs from what was known. */
	save(): Promise<void>;
}

/** All digests have this length. On a line, that of the inputs and of the view stand first. */
const digestLength = 22;

export async function openPlanMemory(file: string, archive: Archive): Promise<PlanMemory> {
	const former = parse(unsealText(await readFile(file, "utf8").catch(() => "")) ?? "");
	const keys = archive.keys.join("");
	const unchanged = former.base === archive.base ? sameKeys(former.keys, keys) : 0;
	const lines: string[] = [];
	let isChanged = former.base !== archive.base || former.keys !== keys;
	return {
		recall({ address, through, inputs, make }) {
			const known = former.lines.get(address);
			if (
				known &&
				through !== undefined &&
				through < unchanged &&
				(throughOf(known) ?? unchanged) < unchanged
			) {
				lines.push(known);
				return madeOf(known);
			}
			const digest = inputs();
			const made = known?.startsWith(digest) ? madeOf(known) : make();
			const line = `${digest}${made}${through ?? ""} ${address}`;
			if (line !== known) isChanged = true;
			lines.push(line);
			return made;
		},
		async save() {
			if (!isChanged && lines.length === former.lines.size) return;
			await mkdir(dirname(file), { recursive: true });
			const unfinished = `${file}.${process.pid}`;
			await writeFile(unfinished, sealText(`${[archive.base, keys, ...lines].join("\n")}\n`));
			await rename(unfinished, file);
		},
	};
}

/** How many articles from the oldest on have the same keys. */
function sameKeys(former: string, keys: string): number {
	const length = Math.min(former.length, keys.length);
	let same = 0;
	while (same < length && former.charCodeAt(same) === keys.charCodeAt(same)) same++;
	return Math.floor(same / digestLength);
}

function madeOf(line: string): string {
	return line.slice(digestLength, 2 * digestLength);
}

function throughOf(line: string): number | undefined {
	const text = line.slice(2 * digestLength, line.indexOf(" "));
	return text === "" ? undefined : Number(text);
}

function parse(text: string): { base: string; keys: string; lines: Map<string, string> } {
	const baseEnd = text.indexOf("\n");
	const keysEnd = text.indexOf("\n", baseEnd + 1);
	const lines = new Map<string, string>();
	for (let start = keysEnd + 1; start > 0 && start < text.length; ) {
		const end = text.indexOf("\n", start);
		const line = text.slice(start, end);
		lines.set(line.slice(line.indexOf(" ") + 1), line);
		start = end + 1;
	}
	return { base: text.slice(0, baseEnd), keys: text.slice(baseEnd + 1, keysEnd), lines };
}
