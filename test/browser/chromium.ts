import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

let shared: Promise<Browser> | undefined;

/**
 * The browser that all test files of a worker share; it ends with the worker. Each test file closes its own windows.
 */
export function openChromium(): Promise<Browser> {
	shared ??= launchChromium();
	return shared;
}

/** Closes every window that a test file has left open. */
export async function closeWindows(): Promise<void> {
	for (const context of (await shared)?.contexts() ?? []) await context.close();
}

/** Launches a separate browser, which the caller must close. The global set-up has found its path. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: inject("browserPath"),
		args: [
			// In containers, tests run as root, for whom Chromium's sandbox does not start.
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
			"--disable-gpu",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--no-first-run",
			// Nothing beyond this machine is reached, and no request has to be looked at for that.
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
		],
	});
}
