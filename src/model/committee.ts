import { z } from "zod";
import { day, field, line, list, slug, text } from "./fields.ts";
import type { IsoDay, Slug } from "./ids.ts";
import { strings } from "./strings.ts";

export const committeeKinds = [
	"mass-mobilisation",
	"propaganda",
	"propaganda-and-mass-mobilisation",
	"steering",
	"organisation",
	"inspection",
	"office",
	"front",
	"other",
] as const;

/** `district` ended on 30 June 2025 with Resolution 203/2025/QH15's two-tier local government. */
export const committeeLevels = ["central", "province", "district", "commune"] as const;

/** A former name of a committee, with its last day. */
const formerNameSchema = z.strictObject({
	name: field(line(3, 160), strings.committee.name),
	shortName: field(line(2, 60), strings.committee.shortName).optional(),
	until: field(day(), { ...strings.committee.formerNameUntil, control: "day" }),
});

/** `content/committees/<id>.yml`. */
export const committeeSchema = z.strictObject({
	name: field(line(3, 160), strings.committee.name),
	shortName: field(line(2, 60), strings.committee.shortName).optional(),
	formerNames: field(list(formerNameSchema, 20), strings.committee.formerNames),
	kind: field(z.enum(committeeKinds, strings.problems.choice(committeeKinds)), strings.committee.kind),
	level: field(z.enum(committeeLevels, strings.problems.choice(committeeLevels)), strings.committee.level),
	province: field(slug(), {
		...strings.committee.province,
		control: "reference",
		refersTo: "provinces",
	}).optional(),
	since: field(day(), { ...strings.committee.since, control: "day" }).optional(),
	until: field(day(), { ...strings.committee.until, control: "day" }).optional(),
	successor: field(slug(), {
		...strings.committee.successor,
		control: "reference",
		refersTo: "committees",
	}).optional(),
	description: field(text(1, 2000), { ...strings.committee.description, control: "longText" }).optional(),
});

export type Committee = z.output<typeof committeeSchema> & { readonly id: Slug; readonly file: string };

/** A committee's name on a day: the former name that was valid then, otherwise the present one. */
export function committeeNameOn(
	{ name, shortName, formerNames }: Pick<Committee, "name" | "shortName" | "formerNames">,
	day: IsoDay,
): { readonly name: string; readonly shortName?: string | undefined } {
	const former = formerNames.filter(({ until }) => day <= until).sort((a, b) => (a.until < b.until ? -1 : 1));
	return former[0] ?? { name, shortName };
}
