/**
 * Remembers, from build to build, which inputs led to which digest, so that the view behind a digest need not be made
 * again to learn that it is the same. Of a file that depends on nothing after a certain article not even the inputs
 * are made again, as long as the archive up to there is as it was; and what is remembered of a folder that rests is
 * taken over unread. Losing it costs time and nothing else.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { sealText, unsealText } from "../../content/index.ts";
import type { UrlPath } from "../../model/ids.ts";

/** A file, as far as the memory needs to know it. */
export interface Remembered {
	readonly address: UrlPath;
	/** Place of the newest article that it depends on, counted from the oldest; absent where any may matter. */
	readonly through?: number;
}

/** How the digests of files are found: one for all of them. */
export interface FileDigests<File extends Remembered> {
	/** Digest of what a file is made from. */
	inputs(file: File): string;
	/** Digest of its view, which follows from the inputs. */
	made(file: File): string;
}

/** What all files have in common, and the archive that they show. */
export interface Archive {
	/** Digest of everything beside the articles that a file may depend on. */
	readonly base: string;
	/** Of each article, oldest first: 22 characters that change whenever a page that shows it would. */
	readonly keys: readonly string[];
}

export interface PlanMemory {
	/**
	 * The digest that these inputs led to, or the one that is found now.
	 *
	 * @param folder that the file is remembered with
	 */
	recall<File extends Remembered>(file: File, digests: FileDigests<File>, folder?: UrlPath): string;
	/** Goes on remembering the files of a folder of which none is recalled. */
	keep(folder: UrlPath): void;
	/** Writes what this build recalled and kept, where it differs from what was known. */
	save(): Promise<void>;
}

/** Raised when the form of the file changes; others are not read. */
const version = "plan 2";

/** All digests have this length. On a line, that of the inputs and of the view stand first. */
const digestLength = 22;

/** What is remembered of files outside all folders stands under the root. */
const root = "/" as UrlPath;

export async function openPlanMemory(file: string, archive: Archive): Promise<PlanMemory> {
	const former = parse(unsealText(await readFile(file, "utf8").catch(() => "")) ?? "");
	const keys = archive.keys.join("");
	const unchanged = former.base === archive.base ? sameKeys(former.keys, keys) : 0;
	const volumes = new Map<UrlPath, Volume>();
	const volumeOf = (folder: UrlPath) => {
		const known = volumes.get(folder);
		if (known) return known;
		const volume = new Volume(former.volumes.get(folder) ?? "");
		volumes.set(folder, volume);
		return volume;
	};
	return {
		recall(file, digests, folder = root) {
			const { address, through } = file;
			const volume = volumeOf(folder);
			const known = volume.find(address);
			if (
				known &&
				through !== undefined &&
				through < unchanged &&
				(throughOf(known) ?? unchanged) < unchanged
			) {
				volume.add(known);
				return madeOf(known);
			}
			const digest = digests.inputs(file);
			const made = known?.startsWith(digest) ? madeOf(known) : digests.made(file);
			volume.add(`${digest}${made}${through ?? ""} ${address}`);
			return made;
		},
		keep(folder) {
			volumeOf(folder).keep();
		},
		async save() {
			const texts = [...volumes].map(([folder, volume]): [UrlPath, string] => [folder, volume.text]);
			const isSame =
				former.base === archive.base &&
				former.keys === keys &&
				former.volumes.size === texts.length &&
				texts.every(([folder, text]) => former.volumes.get(folder) === text);
			if (isSame) return;
			await mkdir(dirname(file), { recursive: true });
			const unfinished = `${file}.${process.pid}`;
			const contents = JSON.stringify(texts.map(([folder, { length }]) => [folder, length]));
			const lines = [version, archive.base, keys, contents, ...texts.map(([, text]) => text)];
			await writeFile(unfinished, sealText(lines.join("\n")));
			await rename(unfinished, file);
		},
	};
}

/** What is remembered of the files of a folder: one a line. */
class Volume {
	readonly #former: string;
	#known: Map<string, string> | undefined;
	readonly #lines: string[] = [];
	#isKept = false;

	constructor(former: string) {
		this.#former = former;
	}

	find(address: UrlPath): string | undefined {
		this.#known ??= new Map(
			this.#former.split("\n").map((line): [string, string] => [line.slice(line.indexOf(" ") + 1), line]),
		);
		return this.#known.get(address);
	}

	add(line: string): void {
		this.#lines.push(line);
	}

	keep(): void {
		this.#isKept = true;
	}

	get text(): string {
		return this.#isKept ? this.#former : this.#lines.join("\n");
	}
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

interface Former {
	readonly base: string;
	readonly keys: string;
	readonly volumes: ReadonlyMap<UrlPath, string>;
}

function parse(text: string): Former {
	if (!text.startsWith(`${version}\n`)) return { base: "", keys: "", volumes: new Map() };
	let start = version.length + 1;
	const take = (length: number) => {
		const piece = text.slice(start, start + length);
		start += length + 1;
		return piece;
	};
	const takeLine = () => take(text.indexOf("\n", start) - start);
	const [base, keys] = [takeLine(), takeLine()];
	const contents = JSON.parse(takeLine()) as [UrlPath, number][];
	return { base, keys, volumes: new Map(contents.map(([folder, length]) => [folder, take(length)])) };
}
