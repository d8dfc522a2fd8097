import {
	calendarAddress,
	recordAddress,
	recordsAddresses,
	reservedNames,
	wholeCalendarAddress,
} from "../../model/addresses.ts";
import { fileAtPath } from "../../model/former-address.ts";
import type { Slug } from "../../model/ids.ts";
import { type RecordCollection, recordNames } from "../../model/record-names.ts";
import { strings } from "../strings.ts";
import type { PortalCheck, RecordEntries } from "./context.ts";

/** Servers use this file name for its folder, which has its own page. */
const folderName = "index";

/** Finds pages, articles and records with a name that the site itself needs. */
export const checkPageNames: PortalCheck = ({ pages, articles, records }) => [
	...[...pages.values()]
		.filter(({ slug }) => reservedNames.has(slug) || isFolderOfRecords(slug, records))
		.map(({ file, slug }) => ({ file, ...strings.reservedName(slug) })),
	...[...articles.values()]
		.filter(({ id }) => id.endsWith(`-${folderName}`) && id.length === `yyyy/mm/dd-${folderName}`.length)
		.map(({ file }) => ({ file, ...strings.reservedName(folderName) })),
	...recordNames.flatMap((name) =>
		[...records[name]]
			.filter(([id]) => isOfList(name, id))
			.map(([id, { file }]) => ({ file, ...strings.reservedName(id) })),
	),
];

/** Whether a record's page or calendar would have the address of its list's. */
function isOfList(name: RecordCollection, id: Slug): boolean {
	const address = recordAddress(name, id);
	const isListPage = address.endsWith(".html") && fileAtPath(address) === fileAtPath(recordsAddresses[name]);
	return isListPage || (name === "schedules" && calendarAddress(id) === wholeCalendarAddress);
}

/** Whether a collection's records are listed in the folder of that name. Without records, the name is free. */
function isFolderOfRecords(slug: string, records: RecordEntries): boolean {
	return recordNames.some((name) => records[name].size > 0 && recordsAddresses[name] === `/${slug}/`);
}
