import { keptAddress, offlineAddress } from "../../model/addresses.ts";
import { page as kept } from "../kinds/kept/kept-page.tsx";
import { page as offline } from "../kinds/offline/offline-page.tsx";
import { renderPage } from "../layouts/render-page.tsx";
import { removingWorker, renderServiceWorker } from "../offline/service-worker.ts";
import { template } from "./template.ts";

export const { data, render } = template("service-worker", ({ site }) =>
	site.features.offline
		? renderServiceWorker(site, [
				renderPage(kept, {}, site, { address: keptAddress }),
				renderPage(offline, {}, site, { address: offlineAddress }),
			])
		: removingWorker,
);
