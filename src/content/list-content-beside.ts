import { forkEntry } from "../program/running-program.ts";
import type { ContentInventory, ContentListing } from "./list-content.ts";

/**
 * Lists a content folder and identifies all its files in a separate process. For a hundred thousand files this takes as
 * long as loading the code of a build. Resolves to undefined if there is no folder; rejects with errors of the file
 * system.
 */
export async function listContentBeside(directory: string): Promise<ContentListing | undefined> {
	const inventory = await inventoryOf(directory);
	if (inventory === null) return undefined;
	const { fromInventory, listContent } = await import("./list-content.ts");
	// If the process failed, doing its work here shows the error.
	return inventory ? fromInventory(directory, inventory) : listContent(directory);
}

/** Null if there is no such folder; undefined if the process failed. */
function inventoryOf(directory: string): Promise<ContentInventory | null | undefined> {
	return new Promise((resolve) => {
		const lister = forkEntry("list-content-process", [directory], {
			serialization: "advanced",
			stdio: ["ignore", "ignore", "ignore", "ipc"],
		});
		lister.once("message", (inventory) => resolve(inventory as ContentInventory | null));
		lister.once("error", () => resolve(undefined));
		lister.once("disconnect", () => resolve(undefined));
	});
}
