import type { Slug } from "../../model/ids.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import type { FieldPath } from "../read-document.ts";
import { strings } from "../strings.ts";
import { type CheckContext, type PortalCheck, problemAt } from "./context.ts";
import { meantId } from "./meant.ts";

/**
 * Finds references to committees without a file: in articles, in other committees' successors, and on the home page.
 */
export const checkCommittees: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const look = (file: string, path: FieldPath, id: Slug | undefined): void => {
		if (id === undefined || context.committees.has(id)) return;
		const meant = meantId("committees", id, context) ?? nearest(id, context.committees.keys());
		const wording = strings.unknownCommittee(id, meant);
		problems.push(problemAt(context, file, path, wording));
	};
	for (const { file, fields } of context.articles.values()) look(file, ["committee"], fields.committee);
	for (const { file, fields } of context.committees.values()) look(file, ["successor"], fields.successor);
	context.site?.fields.homeCommittees?.forEach((id, index) => {
		look("site.yml", ["homeCommittees", index], id);
	});
	return [...problems, ...successorCycles(context)];
};

/** Finds committees that are their own successors through others. Each cycle is reported once. */
function successorCycles(context: CheckContext): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const settled = new Set<Slug>();
	for (const start of context.committees.keys()) {
		const trail: Slug[] = [];
		let id: Slug | undefined = start;
		while (id !== undefined && !settled.has(id) && !trail.includes(id)) {
			trail.push(id);
			id = context.committees.get(id)?.fields.successor;
		}
		if (id !== undefined && trail.includes(id)) {
			const cycle = [...trail.slice(trail.indexOf(id)), id];
			const last = trail.at(-1) ?? id;
			const file = context.committees.get(last)?.file ?? "";
			problems.push(problemAt(context, file, ["successor"], strings.successorCycle(cycle)));
		}
		for (const passed of trail) settled.add(passed);
	}
	return problems;
}
