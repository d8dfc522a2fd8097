import type { Slug } from "../../model/ids.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds units that belong to themselves, and posts and events that end before they begin. */
export const checkOrganisation: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const { units, people, events } = context.records;
	const settled = new Set<Slug>();
	for (const start of units.keys()) {
		const trail: Slug[] = [];
		let id: Slug | undefined = start;
		while (id !== undefined && !settled.has(id) && !trail.includes(id)) {
			trail.push(id);
			id = units.get(id)?.fields.parent;
		}
		if (id !== undefined && trail.includes(id)) {
			const cycle = [...trail.slice(trail.indexOf(id)), id];
			const file = units.get(trail.at(-1) ?? id)?.file ?? "";
			problems.push(problemAt(context, file, ["parent"], strings.unitCycle(cycle)));
		}
		for (const passed of trail) settled.add(passed);
	}
	for (const { file, fields } of people.values()) {
		fields.posts?.forEach(({ from, until }, index) => {
			if (from !== undefined && until !== undefined && until < from)
				problems.push(problemAt(context, file, ["posts", index, "until"], strings.endsBeforeBegin));
		});
	}
	for (const { file, fields } of events.values()) {
		const { since, until } = fields;
		if (since !== undefined && until !== undefined && until < since)
			problems.push(problemAt(context, file, ["until"], strings.endsBeforeBegin));
	}
	return problems;
};
