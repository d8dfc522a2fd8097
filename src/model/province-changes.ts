import { z } from "zod";
import { day, field, line, list } from "./fields.ts";
import { strings } from "./strings.ts";

const newProvinceSchema = z.strictObject({
	name: field(line(2, 60), strings.provinceChanges.name),
	rank: field(
		z.enum(["province", "city"], strings.problems.choice(["province", "city"])),
		strings.provinceChanges.rank,
	),
});

const provinceChangeSchema = z.strictObject({
	day: field(day(), { ...strings.provinceChanges.day, control: "day" }),
	act: field(line(2, 120), strings.provinceChanges.act),
	from: field(list(line(2, 60), 20), strings.provinceChanges.from),
	to: field(list(newProvinceSchema, 20), strings.provinceChanges.to),
});

/** `content/provinces.yml`: reorganisations that the product does not know. */
export const provinceChangesSchema = z.strictObject({
	changes: field(list(provinceChangeSchema, 200), strings.provinceChanges.changes),
});

export type ProvinceChanges = z.output<typeof provinceChangesSchema>;
