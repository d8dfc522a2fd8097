import { writeLetterAddress } from "../../../model/addresses.ts";
import { lettersTo } from "../../../model/site.ts";
import type { PlanContext } from "../../plan/context.ts";
import { type Output, output } from "../../plan/output.ts";

/** The page with the form, if the portal takes letters. */
export function* letterPage({ portal }: PlanContext): Generator<Output> {
	const email = lettersTo(portal.site);
	if (email !== undefined) yield output("letter", writeLetterAddress, () => ({ email }));
}
