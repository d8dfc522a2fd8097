/** Uploaded files that are not saved with an entry yet. */
import { randomUUID } from "node:crypto";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolderAtomically } from "../../disk/atomic-write.ts";
import { slugify } from "../../text/index.ts";
import type { UploadAnswer } from "../messages.ts";
import { apiPath } from "../messages.ts";
import type { Person } from "../people.ts";
import { createWorkLine } from "../work-line.ts";
import { fileKindOf } from "./file-kind.ts";
import { preparePicture } from "./prepare-picture.ts";
import { strings } from "./strings.ts";

/** Bytes of one file. */
export const uploadLimit = 50 * 1024 * 1024;
/** Most unsaved files of one person; an article with a hundred photos has two hundred. */
const mostWaiting = 300;
/** Milliseconds after which an unsaved file is deleted. */
const keptFor = 2 * 24 * 60 * 60 * 1000;
/** Pictures that are prepared at the same time, as each may take 300 MB. */
const mostAtOnce = 2;
/** Longest name of a file, without its extension. */
const longestName = 80;

export interface Upload extends UploadAnswer {
	/** Who sent it. */
	readonly owner: string;
}

export interface Uploads {
	/** @returns the upload, or the reason in Vietnamese why it is rejected */
	receive(
		file: { readonly name: string; readonly bytes: Buffer },
		person: Person,
	): Promise<UploadAnswer | string>;
	/** Undefined if it does not exist or is another person's. */
	find(
		upload: string,
		person: Person,
	): Promise<{ readonly answer: UploadAnswer; readonly bytes: Buffer } | undefined>;
	tidy(now: number): Promise<void>;
}

/** Only names that we made ourselves. */
const uploadName = /^[0-9a-f-]{36}$/;

export function openUploads(directory: string): Uploads {
	const line = createWorkLine(mostAtOnce);
	const waitingOf = async (person: Person) => {
		const owned = await Promise.all(
			(await readdir(directory).catch(() => [])).map((name) => readUpload(name).catch(() => undefined)),
		);
		return owned.filter((upload) => upload?.owner === person.id).length;
	};
	const readUpload = async (upload: string) =>
		JSON.parse(await readFile(join(directory, upload, "upload.json"), "utf8")) as Upload;

	return {
		async receive({ name, bytes }, person) {
			if (bytes.length === 0) return strings.empty;
			const kind = await fileKindOf(bytes);
			if (kind.kind === "refused") return strings[kind.reason];
			if ((await waitingOf(person)) >= mostWaiting) return strings.tooMany;
			const made =
				kind.kind === "picture"
					? await line(() => preparePicture(bytes, kind.format))
					: { extension: kind.extension, type: kind.type, content: bytes };
			if (typeof made === "string") return made;
			const { content, ...facts } = made;
			const upload = randomUUID();
			const safe = `${safeName(name)}.${facts.extension}`;
			const answer: Upload = {
				upload,
				name: safe,
				type: facts.type,
				bytes: content.length,
				...("width" in facts && { width: facts.width, height: facts.height }),
				address: `${apiPath}/uploads/${upload}/${safe}`,
				owner: person.id,
			};
			await makeFolderAtomically(join(directory, upload), async (unfinished) => {
				await writeFile(join(unfinished, "file"), content, { flush: true });
				await writeFile(join(unfinished, "upload.json"), JSON.stringify(answer));
			});
			return withoutOwner(answer);
		},
		async find(upload, person) {
			if (!uploadName.test(upload)) return undefined;
			try {
				const answer = await readUpload(upload);
				if (answer.owner !== person.id) return undefined;
				return { answer: withoutOwner(answer), bytes: await readFile(join(directory, upload, "file")) };
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
				throw error;
			}
		},
		async tidy(now) {
			for (const name of await readdir(directory).catch(() => [])) {
				const folder = join(directory, name);
				const found = await stat(folder).catch(() => undefined);
				if (found && now - found.mtimeMs > keptFor) await rm(folder, { recursive: true, force: true });
			}
		},
	};
}

function withoutOwner({ owner: _, ...answer }: Upload): UploadAnswer {
	return answer;
}

/** A file's name for use in an address, without its extension. */
function safeName(name: string): string {
	const stem = name
		.normalize("NFC")
		.replace(/^.*[\\/]/s, "")
		.replace(/\.[^.]*$/, "")
		.slice(0, 200);
	return slugify(stem).slice(0, longestName).replace(/-+$/, "") || "tep";
}
