import { forkEntry } from "../program/running-program.ts";
import type { ContentInventory, ContentListing } from "./list-content.ts";

/**
 * Lists a content folder and identifies all of its files in a process of its own, which at a hundred thousand files
 * takes as long as loading the code of a build. Resolves to undefined where there is no folder; rejects with what the
 * disk refuses.
 */
export async function listContentBeside(directory: string): Promise<ContentListing | undefined> {
	const inventory = await inventoryOf(directory);
	if (inventory === null) return undefined;
	const { fromInventory, listContent } = await import("./list-content.ts");
	// Doing the work here shows what went wrong there.
	return inventory ? fromInventory(directory, inventory) : listContent(directory);
}

/** Null where there is no such folder; undefined where the process failed. */
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
