import { reservedNames } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import type { PortalCheck } from "./context.ts";

/** Pages that take a name which the site needs for itself. */
export const checkPageNames: PortalCheck = ({ pages }) =>
	[...pages.values()]
		.filter(({ slug }) => reservedNames.has(slug))
		.map(({ file, slug }) => ({ file, ...strings.reservedName(slug) }));
