import { statSync } from "node:fs";
import { type ContentFiles, listContentFiles } from "./content-files.ts";
import { identifyFiles } from "./file-identities.ts";
import type { ContentProblem } from "./problem.ts";

/** What a content folder holds before a file is opened. */
export interface ContentListing {
	readonly files: ContentFiles;
	/** Files that are no content. */
	readonly problems: readonly ContentProblem[];
	/** A word that changes whenever the file's bytes do, as they were when it was first asked for. */
	readonly identityOf: (path: string) => string | undefined;
}

/** Lists a content folder; undefined where there is none. */
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
	return { files, problems, identityOf };
}
