import { recordAddress } from "../../../model/addresses.ts";
import { asWritten } from "../../../model/as-written.ts";
import type { PlanContext } from "../../plan/context.ts";
import { formerPostsOf, officialsOf, type Unit, unitLink, unitsBelow } from "../../plan/organisation.ts";
import { type Output, output } from "../../plan/output.ts";
import type { LinkView } from "../../views.ts";

/** A page for each unit of the office. */
export function* unitPages(context: PlanContext): Generator<Output> {
	for (const unit of context.portal.records.units.values()) {
		yield output("unit", recordAddress("units", unit.id), () => ({
			...asWritten("unit", unit),
			above: unitsAbove(context, unit),
			units: unitsBelow(context, unit.id).map(unitLink),
			people: officialsOf(context, unit.id),
			former: formerPostsOf(context, unit.id),
		}));
	}
}

function unitsAbove({ portal }: PlanContext, unit: Unit): LinkView[] {
	const above: LinkView[] = [];
	for (let id = unit.parent; id !== undefined; ) {
		const parent: Unit | undefined = portal.records.units.get(id);
		if (!parent) break;
		above.unshift(unitLink(parent));
		id = parent.parent;
	}
	return above;
}
