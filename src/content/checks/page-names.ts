import { reservedNames } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { PortalCheck } from "./context.ts";

/** A server serves it for its folder, which has a page of its own. */
const folderName = "index";

/** Pages and articles that take a name which the site needs for itself. */
export const checkPageNames: PortalCheck = ({ pages, articles }) => [
	...[...pages.values()]
		.filter(({ slug }) => reservedNames.has(slug))
		.map(({ file, slug }) => ({ file, ...strings.reservedName(slug) })),
	...[...articles.values()]
		.filter(({ id }) => id.endsWith(`-${folderName}`) && id.length === `yyyy/mm/dd-${folderName}`.length)
		.map(({ file }) => ({ file, ...strings.reservedName(folderName) })),
];
