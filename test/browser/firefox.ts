import { type Browser, firefox } from "playwright-core";
import { findFirefox } from "../../scripts/browser/find-browser.ts";

/**
 * Launches an ordinary Firefox, headless. It is driven by WebDriver BiDi, which it supports itself.
 *
 * @throws with a remedy if Firefox is missing and cannot be installed
 */
export function launchFirefox(): Promise<Browser> {
	return firefox.launch({
		executablePath: findFirefox((line) => console.log(line)),
		// Playwright's name for a Firefox that is not its own build.
		channel: "moz-firefox",
		firefoxUserPrefs: {
			// Playwright loses track of a page that is restored from the back/forward cache.
			"fission.bfcacheInParent": false,
			"browser.sessionhistory.max_total_viewers": 0,
			// One process for all pages, and none that waits for another page.
			"fission.autostart": false,
			"dom.ipc.processCount": 1,
			"dom.ipc.processPrelaunch.enabled": false,
		},
	});
}
