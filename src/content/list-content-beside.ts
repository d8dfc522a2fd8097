import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ContentListing } from "./list-content.ts";
import type { ContentProblem } from "./problem.ts";

/** A listing as it comes from its process. */
export interface ContentInventory {
	/** Each path followed by the file's identity, or by nothing, all divided by NUL: one string is handed over at once. */
	readonly names: string;
	readonly problems: readonly ContentProblem[];
}

/**
 * Lists a content folder and identifies all of its files in a process of its own, which at a hundred thousand files
 * takes as long as loading the code of a build. Resolves to undefined where there is no folder; rejects with what the
 * disk refuses.
 */
export async function listContentBeside(directory: string): Promise<ContentListing | undefined> {
	const inventory = await inventoryOf(directory);
	if (inventory === null) return undefined;
	if (!inventory) {
		// Whatever went wrong there is told best by doing it here.
		const { listContent } = await import("./list-content.ts");
		return listContent(directory);
	}
	const { contentFiles } = await import("./content-files.ts");
	const pieces = inventory.names === "" ? [] : inventory.names.split("\0");
	const identities = new Map<string, string>();
	for (let at = 0; at < pieces.length; at += 2) identities.set(pieces[at] ?? "", pieces[at + 1] ?? "");
	return {
		files: contentFiles(directory, [...identities.keys()]),
		problems: inventory.problems,
		identityOf: (path) => identities.get(path) || undefined,
	};
}

/** Null where there is no such folder; undefined where the process failed. */
function inventoryOf(directory: string): Promise<ContentInventory | null | undefined> {
	const program = fileURLToPath(new URL("./list-content-process.ts", import.meta.url));
	return new Promise((resolve) => {
		const lister = fork(program, [directory], {
			execArgv: ["--import", "tsx"],
			serialization: "advanced",
			stdio: ["ignore", "ignore", "ignore", "ipc"],
		});
		lister.once("message", (inventory) => resolve(inventory as ContentInventory | null));
		lister.once("error", () => resolve(undefined));
		lister.once("exit", () => resolve(undefined));
	});
}
