import type { Map as ImmutableMap } from "immutable";
import { newArticleFolder } from "../../src/editor/forms/index.ts";
import { slugify } from "../../src/text/index.ts";

type Entry = ImmutableMap<string, unknown>;

/** What Decap hands to a control, as far as keeping files with the draft asks for it. */
export interface DraftFiles {
	readonly field: unknown;
	readonly collection: ImmutableMap<string, unknown>;
	/** The entry as it stands now. */
	readonly getEntry: () => Entry;
	/** Keeps a file with the draft, until the draft is saved. */
	readonly onPersistMedia: (file: File, options: { field: unknown }) => Promise<unknown>;
}

/**
 * Keeps a file with the draft and gives the path under which the document names it: `22-hoi-nghi/anh.jpg` in an article,
 * `/media/logo.svg` elsewhere.
 */
export async function keepWithDraft(
	file: File,
	{ field, collection, getEntry, onPersistMedia }: DraftFiles,
): Promise<string> {
	const entry = getEntry();
	const isShared = collection.get("name") !== "articles";
	// In the folder that all share, a name of one's own keeps others' files from being replaced.
	const name = isShared ? sharedName(file.name, await digestOf(file)) : freeName(file.name, namesIn(entry));
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
	const safe = freeName(name, new Set());
	const dot = safe.lastIndexOf(".");
	return dot === -1 ? `${safe}-${digest}` : `${safe.slice(0, dot)}-${digest}${safe.slice(dot)}`;
}

function namesIn(entry: Entry): ReadonlySet<string> {
	const files = entry.get("mediaFiles") as
		| Iterable<{ readonly name?: string } | ImmutableMap<string, string>>
		| undefined;
	return new Set(
		[...(files ?? [])].map((file) =>
			String(("get" in file ? file.get("name") : file.name) ?? "").toLowerCase(),
		),
	);
}

/** `IMG 0001.JPG` → `img-0001.jpg`, with a number where the name is taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
	const dot = name.lastIndexOf(".");
	const base = slugify(dot === -1 ? name : name.slice(0, dot)).slice(0, 80) || "tep";
	const extension = dot === -1 ? "" : name.slice(dot).toLowerCase();
	for (let number = 1; ; number += 1) {
		const candidate = `${base}${number === 1 ? "" : `-${number}`}${extension}`;
		if (!taken.has(candidate)) return candidate;
	}
}
