import { statSync } from "node:fs";
import { sha256 } from "../disk/digest.ts";
import { type ContentFiles, contentFiles, listContentFiles } from "./content-files.ts";
import { identifyFiles } from "./file-identities.ts";
import type { ContentProblem } from "./problem.ts";

/** The files of a content folder, before any is opened. */
export interface ContentListing {
	readonly files: ContentFiles;
	/** Problems of files that cannot be content. */
	readonly problems: readonly ContentProblem[];
	/** An identity that changes whenever the file's bytes do, as of its first request. */
	readonly identityOf: (path: string) => string | undefined;
	/** Changes whenever a file is added, removed or changed; undefined if that is unknown. */
	readonly digest: () => string | undefined;
}

/** A listing in a form that can be sent to another process. */
export interface ContentInventory {
	/** Each path followed by the file's identity or nothing, all separated by NUL. A single string is sent fastest. */
	readonly names: string;
	readonly problems: readonly ContentProblem[];
	readonly digest: string | undefined;
}

/** Lists a content folder; undefined if there is none. */
export function listContent(directory: string): ContentListing | undefined {
	if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
	const { files, problems } = listContentFiles(directory);
	const identities = new Map<string, string | undefined>();
	let identify: ((path: string) => string | undefined) | undefined;
	const identityOf = (path: string) => {
		if (!identities.has(path)) {
			identify ??= identifyFiles(directory, files.paths);
			identities.set(path, identify(path));
		}
		return identities.get(path);
	};
	return { files, problems, identityOf, digest: () => digestOf(namesOf(files.paths, identityOf)) };
}

export function toInventory({ files, problems, identityOf }: ContentListing): ContentInventory {
	const names = namesOf(files.paths, identityOf);
	return { names, problems, digest: digestOf(names) };
}

export function fromInventory(
	directory: string,
	{ names, problems, digest }: ContentInventory,
): ContentListing {
	const pieces = names === "" ? [] : names.split("\0");
	const identities = new Map<string, string>();
	for (let at = 0; at < pieces.length; at += 2) identities.set(pieces[at] ?? "", pieces[at + 1] ?? "");
	return {
		files: contentFiles(directory, [...identities.keys()]),
		problems,
		identityOf: (path) => identities.get(path) || undefined,
		digest: () => digest,
	};
}

function namesOf(paths: readonly string[], identityOf: ContentListing["identityOf"]): string {
	return paths.map((path) => `${path}\0${identityOf(path) ?? ""}`).join("\0");
}

/** Undefined if a path has no identity. */
function digestOf(names: string): string | undefined {
	return names.includes("\0\0") || names.endsWith("\0") ? undefined : sha256(names);
}
