/**
 * Remembers between builds which inputs led to which digest. With the same inputs, the view need not be made. If the
 * archive is unchanged up to the last article that a file depends on, not even the inputs are computed. The entries of
 * an unchanged folder are reused without being read. Losing the memory costs only time.
 */
import { readSealed, writeSealed } from "../../disk/sealed-file.ts";
import type { UrlPath } from "../../model/ids.ts";

/** The part of a file or a folder that the memory needs. */
export interface Remembered {
	readonly address: UrlPath;
	/** Place of the newest article that it depends on, counted from the oldest; absent if it may depend on any. */
	readonly through?: number;
}

/** How the digests of a file are computed. */
export interface FileDigests<File extends Remembered> {
	/** Digest of a file's inputs. */
	inputs(file: File): string;
	/** Digest of its view, which follows from the inputs. */
	made(file: File): string;
}

/** What all files depend on, and the archive that they show. */
export interface Archive {
	/** Digest of everything except articles that a file may depend on. */
	readonly base: string;
	/** A key of 22 characters for each article, oldest first. It changes whenever a page that shows the article would. */
	readonly keys: readonly string[];
}

export interface PlanMemory {
	/**
	 * The digest that these inputs led to in the last build, or a new one.
	 *
	 * @param folder under which the file is remembered
	 */
	recall<File extends Remembered>(file: File, digests: FileDigests<File>, folder?: Remembered): string;
	/** Whether the last build planned a folder, and no article that its files depend on has changed since. */
	isUnchanged(folder: Remembered): boolean;
	/** Keeps the entries of an unchanged folder, none of whose files is recalled. */
	reuse(folder: Remembered): void;
	/** Writes the entries that were recalled and reused, if they have changed. */
	save(): Promise<void>;
}

/** Incremented with each change of the file's format; other versions are ignored. */
const version = "plan 3";

/** All digests have this length. A line begins with that of the inputs and that of the view. */
const digestLength = 22;

/** Files outside all folders are remembered under the root. */
const root: Remembered = { address: "/" as UrlPath };

export async function openPlanMemory(file: string, archive: Archive): Promise<PlanMemory> {
	const former = parse((await readSealed(file)) ?? "");
	const keys = archive.keys.join("");
	const unchanged = former.base === archive.base ? sameKeys(former.keys, keys) : 0;
	const volumes = new Map<UrlPath, Volume>();
	const volumeOf = ({ address, through }: Remembered) => {
		const known = volumes.get(address);
		if (known) return known;
		const volume = new Volume(former.volumes.get(address)?.text ?? "", through);
		volumes.set(address, volume);
		return volume;
	};
	const isBelow = (through: number | undefined) => through !== undefined && through < unchanged;
	return {
		recall(file, digests, folder = root) {
			const { address, through } = file;
			const volume = volumeOf(folder);
			const known = volume.find(address);
			if (known && isBelow(through) && isBelow(throughOf(known))) {
				volume.add(known);
				return madeOf(known);
			}
			const digest = digests.inputs(file);
			const made = known?.startsWith(digest) ? madeOf(known) : digests.made(file);
			volume.add(`${digest}${made}${through ?? ""} ${address}`);
			return made;
		},
		isUnchanged({ address, through }) {
			// The folder may have lost an article after the unchanged ones.
			return isBelow(through) && isBelow(former.volumes.get(address)?.through);
		},
		reuse(folder) {
			volumeOf(folder).reuse();
		},
		async save() {
			const isSame =
				former.base === archive.base &&
				former.keys === keys &&
				former.volumes.size === volumes.size &&
				[...volumes].every(([folder, { text }]) => former.volumes.get(folder)?.text === text);
			if (isSame) return;
			const texts = [...volumes.values()].map(({ text }) => text);
			const contents = [...volumes].map(([folder, { through }], at) => [folder, texts[at]?.length, through]);
			const lines = [version, archive.base, keys, JSON.stringify(contents), ...texts];
			await writeSealed(file, lines.join("\n"));
		},
	};
}

/** The remembered entries of a folder's files, one line each. */
class Volume {
	readonly #former: string;
	#known: Map<string, string> | undefined;
	readonly #lines: string[] = [];
	#isReused = false;

	readonly through: number | undefined;

	constructor(former: string, through: number | undefined) {
		this.#former = former;
		this.through = through;
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

	reuse(): void {
		this.#isReused = true;
	}

	get text(): string {
		return this.#isReused ? this.#former : this.#lines.join("\n");
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
	readonly volumes: ReadonlyMap<UrlPath, { readonly text: string; readonly through: number | undefined }>;
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
	const contents = JSON.parse(takeLine()) as [UrlPath, number, number | null][];
	const volumes = new Map(
		contents.map(([folder, length, through]) => [
			folder,
			{ text: take(length), through: through ?? undefined },
		]),
	);
	return { base, keys, volumes };
}
