import { dayOf, type IsoDay, type Slug } from "../../model/ids.ts";
import type { ProvinceUnit } from "../../model/province.ts";
import { currentUnits, provinceOn, provinceSlugs, unitByKey, unitsWithSlug } from "../../model/provinces.ts";
import { formatDay } from "../../text/index.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Provinces that never were, and provinces that were not there on the day of the article. */
export const checkProvinces: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	for (const { file, fields } of context.articles.values()) {
		const { province, date } = fields;
		if (province === undefined) continue;
		if (unitsWithSlug(province).length === 0) {
			problems.push(problemAt(context, file, ["province"], unknown(province)));
		} else if (date !== undefined && !provinceOn(province, dayOf(date))) {
			problems.push(problemAt(context, file, ["province"], ofOtherDay(province, dayOf(date))));
		}
	}
	for (const { file, fields } of context.committees.values()) {
		if (fields.province !== undefined && unitsWithSlug(fields.province).length === 0) {
			problems.push(problemAt(context, file, ["province"], unknown(fields.province)));
		}
	}
	return problems;
};

function unknown(slug: Slug) {
	return strings.unknownProvince(slug, nearest(slug, provinceSlugs));
}

function ofOtherDay(slug: Slug, day: IsoDay) {
	const units = unitsWithSlug(slug);
	const right = units.flatMap((unit) => unitsInPlaceOf(unit, day)).map((unit) => unit.slug);
	return strings.provinceOfOtherDay(units[0]?.name ?? slug, formatDay(day), [...new Set(right)]);
}

/** The units of a day that became the unit, or that it has become. */
function unitsInPlaceOf(unit: ProvinceUnit, day: IsoDay): readonly ProvinceUnit[] {
	if (unit.from !== undefined && day < unit.from) return formerUnits(unit, day);
	return currentUnits(unit, day);
}

function formerUnits(unit: ProvinceUnit, day: IsoDay): ProvinceUnit[] {
	return unit.predecessors.flatMap((key) => {
		const former = unitByKey(key);
		if (!former) return [];
		return provinceOn(former.slug, day)?.key === former.key ? [former] : formerUnits(former, day);
	});
}
