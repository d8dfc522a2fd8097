import { recordsAddresses, reservedNames } from "../../model/addresses.ts";
import { recordNames } from "../../model/record-names.ts";
import { strings } from "../strings.ts";
import type { PortalCheck, RecordEntries } from "./context.ts";

/** Servers use this file name for its folder, which has its own page. */
const folderName = "index";

/** Finds pages and articles with a name that the site itself needs. */
export const checkPageNames: PortalCheck = ({ pages, articles, records }) => [
	...[...pages.values()]
		.filter(({ slug }) => reservedNames.has(slug) || isFolderOfRecords(slug, records))
		.map(({ file, slug }) => ({ file, ...strings.reservedName(slug) })),
	...[...articles.values()]
		.filter(({ id }) => id.endsWith(`-${folderName}`) && id.length === `yyyy/mm/dd-${folderName}`.length)
		.map(({ file }) => ({ file, ...strings.reservedName(folderName) })),
];

/** Whether a collection's records are listed in the folder of that name. Without records, the name is free. */
function isFolderOfRecords(slug: string, records: RecordEntries): boolean {
	return recordNames.some((name) => records[name].size > 0 && recordsAddresses[name] === `/${slug}/`);
}
