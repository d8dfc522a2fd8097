import { offlineAddress } from "../../../model/addresses.ts";
import { type Output, output } from "../../plan/output.ts";

/** The page that is shown instead of pages that the phone does not have. */
export function offlinePage(): Output {
	return output("offline", offlineAddress, () => ({}));
}
