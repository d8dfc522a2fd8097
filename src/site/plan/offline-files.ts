/** The files that phones need for reading without a network. */
import { appManifestAddress, serviceWorkerAddress, withdrawalsAddress } from "../../model/addresses.ts";
import { keptPage } from "../kinds/kept/plan.ts";
import { offlinePage } from "../kinds/offline/plan.ts";
import type { PlanContext } from "./context.ts";
import { type Output, output } from "./output.ts";

export function* offlineFiles({ portal, index }: PlanContext): Generator<Output> {
	// If the feature is off, the worker removes itself from phones that have it.
	yield output("service-worker", serviceWorkerAddress, () => ({}));
	if (!portal.site.features.offline) return;
	yield keptPage();
	yield offlinePage();
	yield output("app-manifest", appManifestAddress, () => ({}));
	yield output("withdrawals", withdrawalsAddress, () => ({
		addresses: index.all.filter(({ withdrawn }) => withdrawn).map(({ article }) => article.address),
	}));
}
