import { archiveAddress } from "../../../model/addresses.ts";
import { visible } from "../../plan/archive-index.ts";
import type { PlanContext } from "../../plan/context.ts";
import { type Output, output } from "../../plan/output.ts";
import { monthsOfYear } from "../../plan/periods.ts";
import type { ArchiveView } from "../../views.ts";

/** The page with the overview of the whole archive. */
export function archivePage(context: PlanContext): Output {
	return output("archive", archiveAddress, () => archiveView(context));
}

function archiveView({ index, archives = [] }: PlanContext): ArchiveView {
	return {
		total: visible(index.all).length,
		years: [...index.byYear.keys()].reverse().map((year) => ({
			year,
			counts: monthsOfYear(year).map((month) => visible(index.byMonth.get(month) ?? []).length),
		})),
		...(archives.length > 0 && { offers: archives }),
	};
}
