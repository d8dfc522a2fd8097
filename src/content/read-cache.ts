/**
 * Caches the parsed files, so that the next build reads only what has changed. Each file has two pieces of JSON, the
 * second of which is parsed on demand. The articles of a year share a volume, so that a new article changes only one
 * volume. A volume ends with a checksum, and a truncated or changed volume is ignored. So a broken cache costs only
 * time.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { checksum } from "../disk/digest.ts";

/** The cached content of a file. */
export interface StoredDocument {
	/** JSON of the part that every build needs. */
	readonly head: string;
	/** JSON of the rest. */
	readonly rest: string;
}

export interface FoundDocument {
	readonly head: unknown;
	rest(): unknown;
}

export interface ReadCache {
	/**
	 * The cached content of a file with its present identity. Fastest in the order of the paths.
	 *
	 * @param identity a text that changes whenever the file's bytes do; files without one are not cached
	 */
	find(path: string, identity: string | undefined): FoundDocument | undefined;
	/** Caches the content of a file that was not found, and returns it as if it had been found. */
	keep(path: string, document: StoredDocument): FoundDocument;
	/** Writes the volumes that have changed. */
	save(): Promise<void>;
}

export interface ReadCacheOptions {
	/** Contains only the cache. */
	readonly directory: string;
	/** Changes whenever the same bytes would be parsed differently. */
	readonly version: string;
}

/** A cache that stores nothing. */
export const noReadCache: ReadCache = {
	find: () => undefined,
	keep: (_, { head, rest }) => ({ head: JSON.parse(head), rest: () => JSON.parse(rest) }),
	async save() {},
};

export function openReadCache({ directory, version }: ReadCacheOptions): ReadCache {
	const volumes = readVolumes(directory, version);
	const added = new Map<string, CacheRecord[]>();
	// Identities from before a file is read. If it changes meanwhile, its content must not be cached under the later
	// identity.
	const sought = new Map<string, string | undefined>();

	return {
		find(path, identity) {
			const found = volumes.get(volumeOf(path))?.find(path, identity);
			if (!found) sought.set(path, identity);
			return found;
		},
		keep(path, document) {
			const { head } = document;
			// A buffer takes half the memory: strings with Vietnamese letters have two bytes per character.
			const rest = Buffer.from(document.rest);
			const identity = sought.get(path);
			if (identity !== undefined) {
				const name = volumeOf(path);
				const records = added.get(name) ?? [];
				records.push({ path, identity, head, rest });
				added.set(name, records);
			}
			return { head: JSON.parse(head), rest: () => JSON.parse(rest.toString()) };
		},
		async save() {
			for (const name of new Set([...volumes.keys(), ...added.keys()])) {
				const volume = volumes.get(name);
				const own = added.get(name) ?? [];
				if (own.length === 0 && volume?.isUsedWhole) continue;
				const records = [...(volume?.used() ?? []), ...own];
				if (records.length > 0) await writeVolume(join(directory, name), version, records);
				else rmSync(join(directory, name), { force: true });
			}
		},
	};
}

const volumeName = /^(?:(?:comments-)?\d{4}|others)$/;
const articlesFolder = "articles/";

/** The volume of a file: that of its year, or the one of everything else. */
function volumeOf(path: string): string {
	const year = path.slice(articlesFolder.length, articlesFolder.length + "yyyy".length);
	if (path.startsWith(articlesFolder) && volumeName.test(year)) return year;
	// Separate from articles, so that a comment does not change a large volume.
	const [, ofComments] = /^comments\/(\d{4})\//.exec(path) ?? [];
	return ofComments === undefined ? "others" : `comments-${ofComments}`;
}

interface CacheRecord {
	readonly path: string;
	readonly identity: string;
	readonly head: string;
	readonly rest: Buffer;
}

/**
 * Records sorted by path. The first line has the version; the second the paths, each followed by the identity. The
 * third has all heads as one list, which is parsed much faster than separate ones. Then follows the rest of each record
 * on its own line.
 */
class Volume {
	readonly #paths: string[] = [];
	readonly #identities: string[] = [];
	readonly #bytes: Buffer;
	readonly #heads: unknown[];
	/** Where the rest of each begins, and where the last ends. Computed on demand. */
	#rests: number[] | undefined;
	readonly #restsStart: number;
	readonly #isUsed: boolean[];
	/** The index of the record that is usually requested next. */
	#next = 0;
	#places: Map<string, number> | undefined;

	/** @param bytes without version and checksum */
	constructor(bytes: Buffer) {
		const namesEnd = bytes.indexOf(lineEnd);
		const headsEnd = bytes.indexOf(lineEnd, namesEnd + 1);
		const names = JSON.parse(bytes.toString("utf8", 0, namesEnd)) as string[];
		for (let at = 0; at < names.length; at += 2) {
			this.#paths.push(names[at] ?? "");
			this.#identities.push(names[at + 1] ?? "");
		}
		this.#heads = JSON.parse(bytes.toString("utf8", namesEnd + 1, headsEnd)) as unknown[];
		this.#bytes = bytes;
		this.#restsStart = headsEnd + 1;
		this.#isUsed = this.#paths.map(() => false);
	}

	find(path: string, identity: string | undefined): FoundDocument | undefined {
		const at = this.#placeOf(path);
		if (at === undefined || this.#identities[at] !== identity) return undefined;
		this.#isUsed[at] = true;
		return new VolumeDocument(this, at, this.#heads[at]);
	}

	get isUsedWhole(): boolean {
		return this.#isUsed.every((isUsed) => isUsed);
	}

	/** The records that were found. */
	*used(): Generator<CacheRecord> {
		for (const [at, path] of this.#paths.entries()) {
			const identity = this.#identities[at];
			if (!this.#isUsed[at] || identity === undefined) continue;
			yield { path, identity, head: JSON.stringify(this.#heads[at]), rest: this.restOf(at) };
		}
	}

	#placeOf(path: string): number | undefined {
		if (this.#paths[this.#next] !== path) {
			this.#places ??= new Map(this.#paths.map((path, at) => [path, at]));
			const place = this.#places.get(path);
			if (place === undefined) return undefined;
			this.#next = place;
		}
		return this.#next++;
	}

	/** JSON of the rest of a record. */
	restOf(at: number): Buffer {
		if (!this.#rests) {
			this.#rests = [this.#restsStart];
			for (let start = this.#restsStart; start < this.#bytes.length; ) {
				start = this.#bytes.indexOf(lineEnd, start) + 1;
				this.#rests.push(start);
			}
		}
		return this.#bytes.subarray(this.#rests[at], (this.#rests[at + 1] ?? 0) - 1);
	}
}

/** A class instead of closures, because there is one object per article and closures would cost too much memory. */
class VolumeDocument implements FoundDocument {
	readonly head: unknown;
	readonly #volume: Volume;
	readonly #at: number;

	constructor(volume: Volume, at: number, head: unknown) {
		this.head = head;
		this.#volume = volume;
		this.#at = at;
	}

	rest(): unknown {
		return JSON.parse(this.#volume.restOf(this.#at).toString());
	}
}

const lineEnd = 0x0a;
/** The length of a checksum in characters. */
const checksumLength = 8;

function readVolumes(directory: string, version: string): Map<string, Volume> {
	const volumes = new Map<string, Volume>();
	for (const name of namesIn(directory)) {
		if (!volumeName.test(name)) continue;
		const bytes = bytesOf(join(directory, name));
		const body = bytes.length - checksumLength;
		const first = bytes.indexOf(lineEnd);
		if (body <= first || bytes.toString("utf8", 0, first) !== version) continue;
		if (bytes.toString("latin1", body) !== checksum(bytes.subarray(0, body))) continue;
		volumes.set(name, new Volume(bytes.subarray(first + 1, body)));
	}
	return volumes;
}

function namesIn(directory: string): string[] {
	try {
		return readdirSync(directory);
	} catch {
		return [];
	}
}

/** Empty if the file cannot be read. */
function bytesOf(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch {
		return Buffer.alloc(0);
	}
}

async function writeVolume(file: string, version: string, records: CacheRecord[]): Promise<void> {
	records.sort((one, other) => (one.path < other.path ? -1 : 1));
	const names = JSON.stringify(records.flatMap(({ path, identity }) => [path, identity]));
	const heads = `[${records.map(({ head }) => head).join(",")}]`;
	const end = Buffer.from("\n");
	const rests = records.flatMap(({ rest }) => [rest, end]);
	const text = Buffer.concat([Buffer.from(`${version}\n${names}\n${heads}\n`), ...rests]);
	await writeFileAtomically(file, Buffer.concat([text, Buffer.from(checksum(text))]), { flush: false });
}
