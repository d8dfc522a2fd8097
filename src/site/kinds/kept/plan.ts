import { keptAddress } from "../../../model/addresses.ts";
import { type Output, output } from "../../plan/output.ts";

/** The page on which readers see what their phone has kept. */
export function keptPage(): Output {
	return output("kept", keptAddress, () => ({}));
}
