/** Finds the browsers for tests and benchmarks, and installs missing ones. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { installDebianPackage } from "../install-debian-package.ts";

type Say = (line: string) => void;

/** Browsers of which any does. */
interface Family {
	/** In words. */
	readonly names: string;
	/** The environment variable that may name one. */
	readonly variable: string;
	readonly commands: readonly string[];
	readonly places: readonly string[];
	readonly debianPackage: string;
	/** The first version that the tests' driver can command. @default any */
	readonly oldest?: number;
}

/** Chromium without the parts that draw its own windows. A new context takes a quarter of the processor time. */
const headlessShell = "chromium-headless-shell";

const chromiumFamily: Family = {
	names: "Chrome, Chromium or Edge",
	variable: "CHROME_PATH",
	commands: [
		headlessShell,
		"google-chrome-stable",
		"google-chrome",
		"chromium",
		"chromium-browser",
		"microsoft-edge-stable",
		"microsoft-edge",
		"chrome.exe",
		"msedge.exe",
	],
	places: [
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
		"C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
		"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
		chromium.executablePath(),
	],
	debianPackage: "chromium",
};

const firefoxFamily: Family = {
	names: "Firefox",
	variable: "FIREFOX_PATH",
	commands: ["firefox-esr", "firefox", "firefox.exe"],
	places: [
		"/Applications/Firefox.app/Contents/MacOS/firefox",
		"C:\\Program Files\\Mozilla Firefox\\firefox.exe",
		"C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe",
	],
	debianPackage: "firefox-esr",
	// Playwright's driver asks for `network.addDataCollector`, which 140 does not have. None between the two was tried.
	oldest: 153,
};

/** How long an installation may take, in milliseconds. */
const patience = 300_000;

/**
 * The path of a browser of the Chromium family: `CHROME_PATH`, one that is installed, or else one that is installed now,
 * by Playwright's own download or by Debian's packages. Debian's headless shell is installed even beside another browser.
 *
 * @throws with what to do where none can be had; tests never pass without one
 */
export function findBrowser(say: Say): string {
	if (!process.env[chromiumFamily.variable] && isDebian() && inPath([headlessShell]).length === 0) {
		say(`Installing Debian's package ${headlessShell}…`);
		installDebianPackage(headlessShell);
	}
	return find(chromiumFamily, say, installByPlaywright);
}

/**
 * The path of Firefox as its makers or Debian hand it out: `FIREFOX_PATH`, one that is installed, or else Debian's, which
 * is installed now.
 *
 * @throws with what to do where it cannot be had
 */
export function findFirefox(say: Say): string {
	return find(firefoxFamily, say);
}

function find(family: Family, say: Say, install?: (say: Say) => boolean): string {
	const { variable, debianPackage } = family;
	const names = family.oldest === undefined ? family.names : `${family.names} ${family.oldest} or later`;
	const named = process.env[variable];
	if (named) {
		if (!existsSync(named)) throw new Error(`${variable} names a file that does not exist: ${named}`);
		return named;
	}
	const installed = findInstalled(family);
	if (installed) return installed;
	say(`${names} is needed, and none was found. Installing one; this takes a minute or two.`);
	if (install?.(say)) {
		const found = findInstalled(family);
		if (found) return found;
	}
	say(`Trying Debian's package ${debianPackage}…`);
	const found = installDebianPackage(debianPackage) ? findInstalled(family) : undefined;
	if (found) return found;
	throw new Error(
		`No browser could be installed. Install ${names}, or set ${variable} to one, and try again.`,
	);
}

function isDebian(): boolean {
	const release = "/etc/os-release";
	return existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, "utf8"));
}

function findInstalled({ commands, places, oldest }: Family): string | undefined {
	const installed = [...inPath(commands), ...places.filter((path) => path !== "" && existsSync(path))];
	return oldest === undefined ? installed[0] : installed.find((path) => majorVersion(path) >= oldest);
}

/** Of a browser that says it as Firefox does: "Mozilla Firefox 153.8.0esr"; 0 where it says nothing. */
function majorVersion(path: string): number {
	const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: patience });
	return Number(/ (\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
}

function inPath(commands: readonly string[]): string[] {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return commands
		.flatMap((command) => folders.map((folder) => join(folder, command)))
		.filter((path) => existsSync(path));
}

function installByPlaywright(say: Say): boolean {
	say("Trying Playwright's download of Chromium…");
	const cli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "..", "cli.js");
	const { status } = spawnSync(process.execPath, [cli, "install", "--with-deps", "chromium"], {
		stdio: "ignore",
		timeout: patience,
	});
	if (status !== 0) say("That download is out of reach.");
	return status === 0;
}
