import { asIsoDay } from "../model/ids.ts";
import type { ProvinceChanges } from "../model/province-changes.ts";
import { createProvinces, ProvinceChangeError, type Provinces, provinces } from "../model/provinces.ts";
import { addDays, formatDay } from "../text/index.ts";
import { type CheckContext, type Entry, problemAt } from "./checks/context.ts";
import { nearest } from "./nearest.ts";
import type { ContentProblem } from "./problem.ts";
import { strings } from "./strings.ts";

/** The provinces with the changes of `provinces.yml`; only the built-in ones if the file has problems. */
export function extendProvinces(
	context: Pick<CheckContext, "lineOf">,
	{ file, fields }: Entry<ProvinceChanges>,
): { readonly provinces: Provinces; readonly problems: readonly ContentProblem[] } {
	const changes = fields.changes ?? [];
	try {
		return { provinces: createProvinces(changes), problems: [] };
	} catch (error) {
		if (!(error instanceof ProvinceChangeError)) throw error;
		const { change, unit, reason } = error;
		const index = changes.findIndex((each) => each === change);
		const day = formatDay(change.day);
		const names = provinces.on(asIsoDay(addDays(change.day, -1))).map(({ name }) => name);
		const wording =
			reason === "unknown"
				? strings.provinceOfNoChange(unit, day, nearest(unit, names))
				: reason === "twice"
					? strings.provinceChangedTwice(unit, day)
					: strings.provinceMadeTwice(unit, day);
		const path = ["changes", index, reason === "taken" ? "to" : "from"];
		return { provinces, problems: [problemAt(context, file, path, wording)] };
	}
}
