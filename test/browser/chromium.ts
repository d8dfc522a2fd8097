import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

let shared: Promise<Browser> | undefined;

/** The browser of all tests that a worker runs, which ends with the worker. Its windows are of one file of tests alone. */
export function openChromium(): Promise<Browser> {
	shared ??= launchChromium();
	return shared;
}

/** Closes every window that a file of tests has left open. */
export async function closeWindows(): Promise<void> {
	for (const context of (await shared)?.contexts() ?? []) await context.close();
}

/** A browser of its own, which has to be closed. The set-up found it. */
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
