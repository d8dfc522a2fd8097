import { writeLetterAddress } from "../../../model/addresses.ts";
import type { PlanContext } from "../../plan/context.ts";
import { type Output, output } from "../../plan/output.ts";

/** The page with the form, if the portal has it and an address to which letters go. */
export function* letterPage({ portal }: PlanContext): Generator<Output> {
	const { voice, contact } = portal.site;
	if (voice.letters && contact.email)
		yield output("letter", writeLetterAddress, () => ({ email: contact.email ?? "" }));
}
