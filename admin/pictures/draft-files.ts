import type { Map as ImmutableMap } from "immutable";
import { newArticleFolder } from "../../src/editor/forms/index.ts";
import { slugify } from "../../src/text/index.ts";

type Entry = ImmutableMap<string, unknown>;

/** The properties that Decap passes to a control, as far as adding files needs them. */
export interface DraftFiles {
	readonly field: unknown;
	readonly collection: ImmutableMap<string, unknown>;
	/** The current entry. */
	readonly getEntry: () => Entry;
	/** Adds a file to the draft, until the draft is saved. */
	readonly onPersistMedia: (file: File, options: { field: unknown }) => Promise<unknown>;
}

/**
 * Adds a file to the draft and returns its path for the document: `22-hoi-nghi/anh.jpg` in an article,
 * `/media/logo.svg` elsewhere.
 */
export async function keepWithDraft(
	file: File,
	{ field, collection, getEntry, onPersistMedia }: DraftFiles,
): Promise<string> {
	const entry = getEntry();
	const isShared = collection.get("name") !== "articles";
	// Decap keeps only one file with the same bytes, under its last name.
	const known = isShared ? undefined : await nameOfSame(file, entry);
	if (known !== undefined) return `${folderOf(entry)}/${known}`;
	// In the shared folder, a unique name prevents overwriting other files.
	const name = isShared ? sharedName(file.name, await digestOf(file)) : freeName(file.name, takenIn(entry));
	await onPersistMedia(new File([file], name, { type: file.type }), { field });
	return `${isShared ? "/media" : folderOf(entry)}/${name}`;
}

function folderOf(entry: Entry): string {
	const path = String(entry.get("path") ?? "");
	return path === "" ? newArticleFolder : path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}

async function digestOf(file: File): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
	return [...digest.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sharedName(name: string, digest: string): string {
	const safe = freeName(name, () => false);
	const dot = safe.lastIndexOf(".");
	return dot === -1 ? `${safe}-${digest}` : `${safe.slice(0, dot)}-${digest}${safe.slice(dot)}`;
}

interface DraftFile {
	readonly name: string;
	readonly file: File | undefined;
}

/** The files that the draft has, new and saved ones. */
function filesOf(entry: Entry): readonly DraftFile[] {
	const files = entry.get("mediaFiles") as Iterable<Partial<DraftFile> | Entry> | undefined;
	return [...(files ?? [])].map((each) => {
		const { name, file } = "get" in each ? { name: each.get("name"), file: each.get("file") } : each;
		return { name: String(name ?? "").toLowerCase(), file: file instanceof File ? file : undefined };
	});
}

/** Names are taken by files, and by references to missing files: a new file would be shown in their place. */
function takenIn(entry: Entry): (name: string) => boolean {
	const values = JSON.stringify(entry.get("data") ?? null);
	const names = new Set(filesOf(entry).map(({ name }) => name));
	return (name) => names.has(name) || values.includes(`/${name}`);
}

/** The name of a file in the draft with the same bytes. */
async function nameOfSame(file: File, entry: Entry): Promise<string | undefined> {
	const alike = filesOf(entry).filter((other) => other.file?.size === file.size);
	if (alike.length === 0) return undefined;
	const digest = await digestOf(file);
	for (const { name, file: other } of alike) if (other && (await digestOf(other)) === digest) return name;
	return undefined;
}

/** `IMG 0001.JPG` → `img-0001.jpg`, with a number if the name is taken. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
	const dot = name.lastIndexOf(".");
	const base = slugify(dot === -1 ? name : name.slice(0, dot)).slice(0, 80) || "tep";
	const extension = dot === -1 ? "" : name.slice(dot).toLowerCase();
	for (let number = 1; ; number += 1) {
		const candidate = `${base}${number === 1 ? "" : `-${number}`}${extension}`;
		if (!isTaken(candidate)) return candidate;
	}
}
