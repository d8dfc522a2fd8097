import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readData, writeData } from "../content/index.ts";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";
import { isSlug, type Slug } from "../model/ids.ts";
import { AuthorRegister } from "./author-register.ts";
import { writeWhole } from "./write-file.ts";

/** The files of `authors/`: existing ones and those that the import adds. */
export class AuthorFiles {
	readonly register = new AuthorRegister();
	written = 0;
	readonly #directory: string;
	readonly #isWriting: boolean;
	readonly #present = new Map<string, Promise<void>>();

	private constructor(directory: string, isWriting: boolean) {
		this.#directory = directory;
		this.#isWriting = isWriting;
	}

	/** @param content the content folder */
	static async open(content: string, isWriting: boolean): Promise<AuthorFiles> {
		const files = new AuthorFiles(join(content, "authors"), isWriting);
		if (isWriting) await mkdir(files.#directory, { recursive: true });
		const names = (await readdir(files.#directory).catch(undefinedIfMissing)) ?? [];
		for (const file of names.sort()) {
			const id = basename(file, ".yml");
			if (!file.endsWith(".yml") || !isSlug(id)) continue;
			const { document } = readData(`authors/${file}`, await readFile(join(files.#directory, file)));
			const name = document?.fields.name;
			files.register.add(id, typeof name === "string" ? name : undefined);
			files.#present.set(id, Promise.resolve());
		}
		return files;
	}

	/** Writes an author's file if there is none. */
	write(id: Slug, name: string, organisation?: string): Promise<void> {
		const present = this.#present.get(id);
		if (present) return present;
		const text = writeData({ name, ...(organisation === undefined ? {} : { organisation }) }, "author");
		const work = this.#isWriting ? writeWhole(join(this.#directory, `${id}.yml`), text) : Promise.resolve();
		const counted = work.then(() => {
			this.written += 1;
		});
		this.#present.set(id, counted);
		return counted;
	}
}
