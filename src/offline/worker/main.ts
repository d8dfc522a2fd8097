/**
 * The service worker: what answers for the site on a reader's phone. Bundled as `/assets/offline-worker.js`; `/sw.js`
 * loads it and says what the shell is.
 */
import { precache } from "workbox-precaching";
import { cacheNames } from "../cache-names.ts";
import { answerForReadPages } from "./read-pages.ts";
import { scope } from "./scope.ts";

/** As `/sw.js` sets it: `Shell` of `src/site/offline/service-worker.ts`. */
const { shell } = globalThis as unknown as {
	readonly shell: {
		readonly version: string;
		readonly pages: readonly string[];
		readonly assets: readonly string[];
	};
};

precache(shell.pages.map((url) => ({ url, revision: shell.version })));

const reading = answerForReadPages({
	page: async () => undefined,
	picture: async () => undefined,
	isWithdrawn: async () => false,
});

scope.addEventListener("install", (event) => {
	// Pages name no version of what they are shown with, so a newer worker may answer for an older page.
	event.waitUntil(Promise.all([scope.skipWaiting(), fetchAssets()]));
});

scope.addEventListener("activate", (event) => {
	event.waitUntil(Promise.all([scope.clients.claim(), scope.registration.navigationPreload?.enable()]));
});

scope.addEventListener("message", (event) => {
	const message = event.data as { readonly kind: "read"; readonly addresses: readonly string[] };
	if (message.kind === "read") event.waitUntil(reading.store(message.addresses, event));
});

/** What the page that registers the worker has loaded already costs nothing. */
async function fetchAssets(): Promise<void> {
	const cache = await caches.open(cacheNames.assets);
	await Promise.all(
		shell.assets.map(async (address) => {
			const response = await fetch(address).catch(() => undefined);
			if (response?.ok) await cache.put(address, response);
		}),
	);
}
