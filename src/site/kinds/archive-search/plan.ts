import { archiveSearchAddress } from "../../../model/addresses.ts";
import type { PlanContext } from "../../plan/context.ts";
import { type Output, output } from "../../plan/output.ts";
import { pagefindPeriods } from "../../plan/pagefind-periods.ts";

/** The page on which a part of the archive is searched. @param search whether there is an index */
export function archiveSearchPage({ index }: PlanContext, search: boolean): Output {
	return output("archive-search", archiveSearchAddress, () => ({
		bundles: search ? [...pagefindPeriods(index).keys()] : [],
	}));
}
