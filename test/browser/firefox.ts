import { type Browser, firefox } from "playwright-core";
import { findFirefox } from "../../scripts/browser/find-browser.ts";

/**
 * Firefox as readers have it, without a window. It is driven by WebDriver BiDi, its own protocol.
 *
 * @throws with what to do where this machine has none and none can be installed
 */
export function launchFirefox(): Promise<Browser> {
	return firefox.launch({
		executablePath: findFirefox((line) => console.log(line)),
		// Playwright's name for a Firefox that it did not build.
		channel: "moz-firefox",
		// Playwright loses a page that comes back as it was left.
		firefoxUserPrefs: { "fission.bfcacheInParent": false, "browser.sessionhistory.max_total_viewers": 0 },
	});
}
