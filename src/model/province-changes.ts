import { z } from "zod";
import { slugify } from "../text/index.ts";
import { day, field, filledList, line, list } from "./fields.ts";
import { strings } from "./strings.ts";

/** The name of a unit without its rank. */
function provinceName() {
	return line(2, 60)
		.refine((name) => slugify(name) !== "", strings.problems.nameWithoutLetters)
		.refine(
			(name) => !/^(?:tỉnh|thành phố|tp\.?|đặc khu)\s/i.test(name.normalize("NFC")),
			strings.problems.nameWithRank,
		);
}

const newProvinceSchema = z.strictObject({
	name: field(provinceName(), strings.provinceChanges.name),
	rank: field(
		z.enum(["province", "city"], strings.problems.choice(["province", "city"])),
		strings.provinceChanges.rank,
	),
});

const provinceChangeSchema = z.strictObject({
	day: field(day(), { ...strings.provinceChanges.day, control: "day" }),
	act: field(line(2, 120), strings.provinceChanges.act),
	from: field(
		list(provinceName(), 20).refine(
			(names) => new Set(names).size === names.length,
			strings.problems.repeatedItem,
		),
		strings.provinceChanges.from,
	),
	to: field(filledList(newProvinceSchema, 20), strings.provinceChanges.to),
});

/** `content/provinces.yml`: reorganisations that the product does not know. */
export const provinceChangesSchema = z.strictObject({
	changes: field(list(provinceChangeSchema, 200), strings.provinceChanges.changes),
});

export type ProvinceChanges = z.output<typeof provinceChangesSchema>;
