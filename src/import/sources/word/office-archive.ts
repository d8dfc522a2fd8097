import { formatBytes } from "../../../text/index.ts";
import { openZip, type ZipArchive } from "../archives/zip-archive.ts";
import { strings } from "./strings.ts";
import { WordError } from "./word-document.ts";

/** The most uncompressed bytes of a part: ten times those of a thousand pages. */
const maxPartBytes = 64_000_000;

/** The parts of a .docx or .odt file, which is a ZIP archive. */
export class OfficeArchive {
	readonly #bytes: Buffer;
	readonly #zip: ZipArchive;
	readonly #sizes: ReadonlyMap<string, number>;

	private constructor(bytes: Buffer, zip: ZipArchive) {
		this.#bytes = bytes;
		this.#zip = zip;
		this.#sizes = new Map(zip.entries.map(({ name, size }) => [name, size]));
	}

	/**
	 * Opens an archive, reads from it and closes it.
	 * @throws {SourceError} if it is not a ZIP archive or is broken
	 */
	static async read<Result>(
		bytes: Buffer,
		read: (archive: OfficeArchive) => Promise<Result>,
	): Promise<Result> {
		const zip = await openZip(bytes);
		try {
			return await read(new OfficeArchive(bytes, zip));
		} finally {
			zip.close();
		}
	}

	/** The names of all parts, in the archive's order. */
	get names(): readonly string[] {
		return [...this.#sizes.keys()];
	}

	has(name: string): boolean {
		return this.#sizes.has(name);
	}

	/**
	 * A part, undefined if there is none.
	 * @throws {WordError} if it is too large
	 */
	async part(name: string): Promise<Buffer | undefined> {
		const size = this.#sizes.get(name);
		if (size === undefined) return undefined;
		if (size > maxPartBytes) throw new WordError(strings.tooLarge(formatBytes(maxPartBytes)));
		return this.#zip.read(name);
	}

	/** A part that is read when it is called for, when the archive may long have been closed. */
	later(name: string): () => Promise<Uint8Array> {
		return async () => {
			const zip = await openZip(this.#bytes);
			try {
				return await zip.read(name);
			} finally {
				zip.close();
			}
		};
	}
}
