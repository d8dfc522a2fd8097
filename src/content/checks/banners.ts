import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Banners that would end before they begin. */
export const checkBanners: PortalCheck = (context) =>
	[...context.records.banners.values()].flatMap(({ file, fields: { from, until } }) =>
		from !== undefined && until !== undefined && until <= from
			? [problemAt(context, file, ["until"], strings.bannerEndsBefore)]
			: [],
	);
