/** Finds a browser of the Chromium family for the browser tests and benchmarks, and installs one where there is none. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { installDebianPackage } from "../install-debian-package.ts";

const commands = [
	"google-chrome-stable",
	"google-chrome",
	"chromium",
	"chromium-browser",
	"microsoft-edge-stable",
	"microsoft-edge",
	"chrome.exe",
	"msedge.exe",
];

const places = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** How long an installation may take, in milliseconds. */
const patience = 300_000;

/**
 * The path of a browser: `CHROME_PATH`, one that is installed, or else one that is installed now, by Playwright's own
 * download or by Debian's packages.
 *
 * @throws with what to do where none can be had; tests never pass without one
 */
export function findBrowser(say: (line: string) => void): string {
	const named = process.env.CHROME_PATH;
	if (named) {
		if (!existsSync(named)) throw new Error(`CHROME_PATH names a file that does not exist: ${named}`);
		return named;
	}
	const installed = findInstalled();
	if (installed) return installed;
	say("Chrome, Chromium or Edge is needed, and none was found. Installing one; this takes a minute or two.");
	const found = installByPlaywright(say) ?? installByDebian(say);
	if (found) return found;
	throw new Error(
		"No browser could be installed. Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and try again.",
	);
}

function findInstalled(): string | undefined {
	const inPath = (process.env.PATH ?? "")
		.split(delimiter)
		.flatMap((folder) => commands.map((command) => join(folder, command)));
	return [...inPath, ...places, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

function installByPlaywright(say: (line: string) => void): string | undefined {
	say("Trying Playwright's download of Chromium…");
	const cli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "..", "cli.js");
	const { status } = spawnSync(process.execPath, [cli, "install", "--with-deps", "chromium"], {
		stdio: "ignore",
		timeout: patience,
	});
	if (status === 0) return findInstalled();
	say("That download is out of reach.");
	return undefined;
}

function installByDebian(say: (line: string) => void): string | undefined {
	say("Trying Debian's package chromium…");
	return installDebianPackage("chromium") ? findInstalled() : undefined;
}
