import { dayOf, type IsoDay, type Slug } from "../../model/ids.ts";
import type { ProvinceUnit } from "../../model/province.ts";
import type { Provinces } from "../../model/provinces.ts";
import { formatDay } from "../../text/index.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds provinces that never existed, or did not exist on the article's day. */
export const checkProvinces: PortalCheck = (context) => {
	const { provinces } = context;
	const problems: ContentProblem[] = [];
	for (const { file, fields } of context.articles.values()) {
		const { province, date } = fields;
		if (province === undefined) continue;
		if (provinces.withSlug(province).length === 0) {
			problems.push(problemAt(context, file, ["province"], unknown(provinces, province)));
		} else if (date !== undefined && !provinces.at(province, dayOf(date))) {
			problems.push(problemAt(context, file, ["province"], ofOtherDay(provinces, province, dayOf(date))));
		}
	}
	for (const { file, fields } of context.committees.values()) {
		if (fields.province !== undefined && provinces.withSlug(fields.province).length === 0) {
			problems.push(problemAt(context, file, ["province"], unknown(provinces, fields.province)));
		}
	}
	return problems;
};

function unknown(provinces: Provinces, slug: Slug) {
	return strings.unknownProvince(slug, provinces.find(slug)?.slug ?? nearest(slug, provinces.slugs));
}

/** The wording for a province that did not exist on a day. */
export function ofOtherDay(provinces: Provinces, slug: Slug, day: IsoDay) {
	const units = provinces.withSlug(slug);
	const right = units.flatMap((unit) => unitsInPlaceOf(provinces, unit, day)).map((unit) => unit.slug);
	return strings.provinceOfOtherDay(units[0]?.name ?? slug, formatDay(day), [...new Set(right)]);
}

/** The provinces of a day that the given one was formed from or has become. */
function unitsInPlaceOf(provinces: Provinces, unit: ProvinceUnit, day: IsoDay): readonly ProvinceUnit[] {
	if (unit.from !== undefined && day < unit.from) return formerUnits(provinces, unit, day);
	return provinces.current(unit, day);
}

function formerUnits(provinces: Provinces, unit: ProvinceUnit, day: IsoDay): ProvinceUnit[] {
	return unit.predecessors.flatMap((key) => {
		const former = provinces.byKey(key);
		if (!former) return [];
		return provinces.at(former.slug, day)?.key === former.key
			? [former]
			: formerUnits(provinces, former, day);
	});
}
