/** Keeps a person's unsaved text of an entry, so that it is available on another computer too. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import type { Backup, Collection } from "./messages.ts";
import type { Person } from "./people.ts";

/** Days after which a backup is deleted. */
const keptDays = 30;

export interface Backups {
	get(person: Person, collection: Collection, id: string): Promise<Backup | undefined>;
	put(person: Person, collection: Collection, id: string, backup: Backup): Promise<void>;
	remove(person: Person, collection: Collection, id: string): Promise<void>;
	/** Deletes those that are too old. */
	tidy(now: number): Promise<void>;
}

export function openBackups(directory: string): Backups {
	// Names are digests: neither ids of people nor of entries become paths.
	const fileOf = (person: Person, collection: string, id: string) =>
		join(directory, digest(person.id), `${digest(`${collection}/${id}`)}.json`);
	return {
		async get(person, collection, id) {
			try {
				return JSON.parse(await readFile(fileOf(person, collection, id), "utf8")) as Backup;
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError)
					return undefined;
				throw error;
			}
		},
		async put(person, collection, id, backup) {
			await writeFileAtomically(fileOf(person, collection, id), JSON.stringify(backup));
		},
		async remove(person, collection, id) {
			await rm(fileOf(person, collection, id), { force: true });
		},
		async tidy(now) {
			const names = await readdir(directory, { recursive: true }).catch(() => []);
			for (const name of names) {
				const file = join(directory, name);
				const found = await stat(file).catch(() => undefined);
				if (found?.isFile() && now - found.mtimeMs > keptDays * 24 * 60 * 60 * 1000)
					await rm(file, { force: true });
			}
		},
	};
}

function digest(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
