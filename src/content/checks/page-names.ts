import { recordsAddresses, reservedNames } from "../../model/addresses.ts";
import { recordNames } from "../../model/record-names.ts";
import { strings } from "../strings.ts";
import type { PortalCheck, RecordEntries } from "./context.ts";

/** A server serves it for its folder, which has a page of its own. */
const folderName = "index";

/** Pages and articles that take a name which the site needs for itself. */
export const checkPageNames: PortalCheck = ({ pages, articles, records }) => [
	...[...pages.values()]
		.filter(({ slug }) => reservedNames.has(slug) || isFolderOfRecords(slug, records))
		.map(({ file, slug }) => ({ file, ...strings.reservedName(slug) })),
	...[...articles.values()]
		.filter(({ id }) => id.endsWith(`-${folderName}`) && id.length === `yyyy/mm/dd-${folderName}`.length)
		.map(({ file }) => ({ file, ...strings.reservedName(folderName) })),
];

/** Whether the records of a collection are listed in the folder of that name; without records it is free. */
function isFolderOfRecords(slug: string, records: RecordEntries): boolean {
	return recordNames.some((name) => records[name].size > 0 && recordsAddresses[name] === `/${slug}/`);
}
