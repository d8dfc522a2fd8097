import { notFoundAddress } from "../../../model/addresses.ts";
import { visible } from "../../plan/archive-index.ts";
import { headline } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { type Output, output } from "../../plan/output.ts";

const headlinesForTheLost = 5;

/** The page for addresses that do not exist. */
export function notFoundPage({ index }: PlanContext): Output {
	return output("not-found", notFoundAddress, () => ({
		latest: visible(index.all.slice(-headlinesForTheLost * 2))
			.slice(-headlinesForTheLost)
			.reverse()
			.map(headline),
	}));
}
