import { offlineAddress } from "../../../model/addresses.ts";
import { type Output, output } from "../../plan/output.ts";

/** The page that stands for those that cannot be had without a network. */
export function offlinePage(): Output {
	return output("offline", offlineAddress, () => ({}));
}
