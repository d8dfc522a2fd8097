import { recordsAddresses } from "../../../model/addresses.ts";
import type { PlanContext } from "../../plan/context.ts";
import { officialsOf, type Unit, unitLink, unitsBelow } from "../../plan/organisation.ts";
import { type Output, output } from "../../plan/output.ts";
import type { UnitNodeView } from "../../views.ts";

/** At most this many of a unit's people are in the tree; the unit's page has all of them. */
const shownCount = 4;

/** The page of the whole office, if it has units. */
export function* organisationPages(context: PlanContext): Generator<Output> {
	if (context.portal.records.units.size === 0) return;
	yield output("organisation", recordsAddresses.units, () => ({
		units: unitsBelow(context, undefined).map((unit) => node(context, unit)),
	}));
}

function node(context: PlanContext, unit: Unit): UnitNodeView {
	return {
		...unitLink(unit),
		people: officialsOf(context, unit.id).slice(0, shownCount),
		units: unitsBelow(context, unit.id).map((below) => node(context, below)),
	};
}
