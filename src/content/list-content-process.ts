/** The process of src/content/list-content-beside.ts. */
import { listContent } from "./list-content.ts";
import type { ContentInventory } from "./list-content-beside.ts";

const [directory = ""] = process.argv.slice(2);
const listing = listContent(directory);
const inventory: ContentInventory | null = listing
	? {
			names: listing.files.paths.map((path) => `${path}\0${listing.identityOf(path) ?? ""}`).join("\0"),
			problems: listing.problems,
		}
	: null;
process.send?.(inventory, () => process.disconnect());
