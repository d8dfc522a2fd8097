/** The process of src/content/list-content-beside.ts. */
import { listContent, toInventory } from "./list-content.ts";

const [directory = ""] = process.argv.slice(2);
const listing = listContent(directory);
process.send?.(listing ? toInventory(listing) : null, () => process.disconnect());
