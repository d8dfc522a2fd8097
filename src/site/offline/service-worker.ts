import { shortDigest } from "../../disk/digest.ts";
import { keptAddress, offlineAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { SiteView } from "../views.ts";

/** What a phone has from the beginning. */
export interface Shell {
	/** Changes whenever one of the pages does. */
	readonly version: string;
	readonly pages: readonly UrlPath[];
	/** What these pages are shown with. */
	readonly assets: readonly string[];
}

const assets = [
	"/assets/site.css",
	"/assets/article.css",
	"/assets/print.css",
	"/assets/site.js",
	"/assets/keep.js",
	"/assets/keep-dialog.css",
	"/assets/kept.js",
	"/assets/icon.svg",
	"/assets/fonts/source-serif-400.woff2",
];

/**
 * The service worker of a site: what its shell is, and the program that is the same for all. Changes with the shell, so
 * that phones fetch it again.
 *
 * @param pages the kept page and the offline page as they are written
 */
export function renderServiceWorker({ logo }: SiteView, pages: readonly string[]): string {
	const shell: Shell = {
		version: shortDigest(pages.join("\n")),
		pages: [keptAddress, offlineAddress],
		assets: [...assets, ...(logo ? [logo.src] : [])],
	};
	return `self.shell=${JSON.stringify(shell)};importScripts("/assets/offline-worker.js");\n`;
}

/**
 * Takes the place of a service worker that is no longer wanted: removes what it kept, and then itself. The database is
 * that of `src/offline/database.ts`.
 */
export const removingWorker = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
	event.waitUntil(
		(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
			indexedDB.deleteDatabase("doc-ngoai-tuyen");
			await registration.unregister();
		})(),
	);
});
`;
