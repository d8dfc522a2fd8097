/**
 * Remembers what was read of each file, so that the next build reads only what has changed: two pieces of JSON, of
 * which the second is parsed when somebody asks. The articles of a year share a volume, so that a new one leaves the
 * others' volumes alone. A volume ends with a checksum: of one that was cut short or changed by hand nothing is
 * believed, so a broken cache costs time and nothing else.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { checksum } from "../disk/digest.ts";

/** What was read of a file. */
export interface StoredDocument {
	/** JSON of what every build looks at. */
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
	 * What was kept of a file under the identity that it has now. Quickest when asked in the order of the paths.
	 *
	 * @param identity a word that changes whenever the file's bytes do; nothing is kept of files without one
	 */
	find(path: string, identity: string | undefined): FoundDocument | undefined;
	/** Keeps what was read of a file that was not found, and hands it back as if it had been. */
	keep(path: string, document: StoredDocument): FoundDocument;
	/** Writes the volumes in which a record has come, changed or gone. */
	save(): Promise<void>;
}

export interface ReadCacheOptions {
	/** Holds nothing else. */
	readonly directory: string;
	/** Changes whenever the same bytes would be read otherwise. */
	readonly version: string;
}

/** Remembers nothing. */
export const noReadCache: ReadCache = {
	find: () => undefined,
	keep: (_, { head, rest }) => ({ head: JSON.parse(head), rest: () => JSON.parse(rest) }),
	async save() {},
};

export function openReadCache({ directory, version }: ReadCacheOptions): ReadCache {
	const volumes = readVolumes(directory, version);
	const added = new Map<string, CacheRecord[]>();
	// Taken before a file is read: should it change meanwhile, what was read is not kept under the later identity.
	const sought = new Map<string, string | undefined>();

	return {
		find(path, identity) {
			const found = volumes.get(volumeOf(path))?.find(path, identity);
			if (!found) sought.set(path, identity);
			return found;
		},
		keep(path, document) {
			const { head } = document;
			// Takes half of a string's memory: outside English, strings have two bytes a letter.
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
	// Apart from the articles, so that a comment leaves a large volume alone.
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
 * Records in the order of their paths. On the first line stands the version; on the second the paths, each followed
 * by the identity; on the third all heads as one list, which is parsed much faster than each by itself; then the rest
 * of each on a line of its own.
 */
class Volume {
	readonly #paths: string[] = [];
	readonly #identities: string[] = [];
	readonly #bytes: Buffer;
	readonly #heads: unknown[];
	/** Where the rest of each begins, and where that of the last ends; found when somebody asks. */
	#rests: number[] | undefined;
	readonly #restsStart: number;
	readonly #isUsed: boolean[];
	/** What is asked for next, most of the time. */
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

/** A class, as there is one for each article: a function of its own for each would cost more than all else. */
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
/** Characters of a checksum. */
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

/** None where the file cannot be read. */
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
