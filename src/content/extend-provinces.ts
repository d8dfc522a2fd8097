import { asIsoDay } from "../model/ids.ts";
import type { ProvinceChanges } from "../model/province-changes.ts";
import type { ProvinceChange } from "../model/province-data.ts";
import { ProvinceChangeError, type ProvinceChangeFault } from "../model/province-history.ts";
import { createProvinces, type Provinces, provinces } from "../model/provinces.ts";
import { addDays, formatDay } from "../text/index.ts";
import { type CheckContext, type Entry, problemAt } from "./checks/context.ts";
import { nearest } from "./nearest.ts";
import type { ContentProblem } from "./problem.ts";
import { strings, type Wording } from "./strings.ts";

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
		const problems = error.faults.map((fault) => {
			const path = ["changes", changes.indexOf(fault.change as (typeof changes)[number]), fieldOf(fault)];
			return problemAt(context, file, path, wordingOf(fault));
		});
		return { provinces, problems };
	}
}

function fieldOf({ reason, builtIn }: ProvinceChangeFault): keyof ProvinceChange {
	if (builtIn !== undefined) return "day";
	return reason === "unknown" || reason === "twice" ? "from" : "to";
}

function wordingOf({ change, unit, reason, builtIn }: ProvinceChangeFault): Wording {
	if (builtIn !== undefined) return strings.provinceOfKnownChange(unit, formatDay(builtIn));
	const day = formatDay(change.day);
	if (reason === "twice") return strings.provinceChangedTwice(unit, day);
	if (reason === "taken") return strings.provinceMadeTwice(unit, day);
	if (reason === "unchanged") return strings.provinceUnchanged(unit, day);
	const names = provinces.on(asIsoDay(addDays(change.day, -1))).map(({ name }) => name);
	return strings.provinceOfNoChange(unit, day, nearest(unit, names));
}
