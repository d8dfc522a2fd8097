import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** The browser that the set-up found, without a window. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: inject("browserPath"),
		args: [
			// Chromium's sandbox does not start for root, as tests run in containers.
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
			"--disable-gpu",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--no-first-run",
		],
	});
}
