/**
 * What a script adds to pages that are complete without it: sharing, copying, printing, the size of the text, players
 * in place of links to videos, and suggestions under search fields.
 */
import { searchAddress, serviceWorkerAddress } from "../../model/addresses.ts";

const keepsPages = "serviceWorker" in navigator && document.querySelector("link[rel=manifest]") !== null;

const sizeKey = "text-size";
const sizes = ["small", "normal", "large", "larger"] as const;
type Size = (typeof sizes)[number];

type Tool = (button: HTMLButtonElement) => unknown;

const tools: Readonly<Record<string, { readonly works: boolean; readonly run: Tool }>> = {
	share: { works: "share" in navigator, run: share },
	copy: { works: "clipboard" in navigator, run: copy },
	print: { works: true, run: () => window.print() },
	smaller: { works: true, run: () => changeSize(-1) },
	larger: { works: true, run: () => changeSize(1) },
	keep: { works: keepsPages, run: keep },
};

showSize(storedSize());

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-tool]")) {
	const tool = tools[button.dataset.tool ?? ""];
	if (!tool?.works) continue;
	button.addEventListener("click", () => tool.run(button));
	button.closest("[hidden]")?.removeAttribute("hidden");
}

for (const sheet of document.querySelectorAll<HTMLDetailsElement>("details.menu-sheet")) {
	sheet.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || !sheet.open) return;
		sheet.open = false;
		sheet.querySelector("summary")?.focus();
	});
}

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-player]")) {
	link.addEventListener("click", (event) => {
		// A video opened in another tab stays a link.
		if (event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		play(link);
	});
}

const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
for (const input of document.querySelectorAll<HTMLInputElement>(
	`form[action="${searchAddress}"] input[name=q]`,
)) {
	if (!savesData) input.addEventListener("focus", () => void offerSuggestions(input), { once: true });
}

// After everything else that the page needs.
if (keepsPages) addEventListener("load", () => void keepWhatIsRead());

/** From now on what is read stays readable without a network; this page as well, which came before the worker. */
async function keepWhatIsRead(): Promise<void> {
	const { serviceWorker } = navigator;
	const isFirst = !serviceWorker.controller;
	try {
		await serviceWorker.register(serviceWorkerAddress, { updateViaCache: "none" });
		if (!isFirst) return;
		const addresses = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
		(await serviceWorker.ready).active?.postMessage({ kind: "read", addresses });
	} catch {
		// The browser may forbid it; the page is complete without.
	}
}

const dateLine = document.querySelector<HTMLTimeElement>("time[data-today]");
if (dateLine) void showToday(dateLine);

/** The home page tells today's date by both calendars; without a script it tells of the day of its newest article. */
async function showToday(line: HTMLTimeElement): Promise<void> {
	const script = "/assets/today.js";
	try {
		const { sayToday } = await import(script);
		sayToday(line);
	} catch (error) {
		console.error(error);
	}
}

/** Loads what makes suggestions, once a reader has turned to the search. Without it the field works as it is. */
async function offerSuggestions(input: HTMLInputElement): Promise<void> {
	const script = "/assets/suggest.js";
	const before = input.value;
	try {
		const { attachSuggestions } = await import(script);
		attachSuggestions(input, before);
	} catch (error) {
		console.error(error);
	}
}

async function keep(): Promise<void> {
	const script = "/assets/keep.js";
	const { offerToKeep } = await import(script);
	offerToKeep();
}

/** Only now is anything asked of the video's host. */
function play(link: HTMLAnchorElement): void {
	const player = document.createElement("iframe");
	player.src = link.dataset.player ?? link.href;
	player.title = link.textContent;
	player.allow = "autoplay; fullscreen; picture-in-picture";
	// YouTube refuses players whose page it cannot tell.
	player.referrerPolicy = "strict-origin-when-cross-origin";
	link.replaceWith(player);
	player.focus();
}

function share(): void {
	const heading = (document.querySelector("h1")?.textContent ?? document.title).replaceAll("\u00a0", " ");
	// Rejects when the reader closes the sheet, which needs no answer.
	navigator.share({ title: heading, url: pageAddress() }).catch(() => {});
}

function copy(button: HTMLButtonElement): void {
	const label = button.querySelector("span");
	const before = label?.textContent ?? "";
	const say = (text: string | undefined) => {
		if (!label || !text) return;
		label.textContent = text;
		setTimeout(() => {
			label.textContent = before;
		}, 3000);
	};
	navigator.clipboard.writeText(pageAddress()).then(
		() => say(button.dataset.done),
		() => say(button.dataset.failed),
	);
}

function pageAddress(): string {
	return document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
}

function changeSize(step: number): void {
	const place = sizes.indexOf(storedSize()) + step;
	const size = sizes[Math.min(sizes.length - 1, Math.max(0, place))] ?? "normal";
	showSize(size);
	try {
		localStorage.setItem(sizeKey, size);
	} catch {
		// Storage may be forbidden; the size then lasts as long as the page.
	}
}

function showSize(size: Size): void {
	document.documentElement.dataset.textSize = size;
}

function storedSize(): Size {
	const shown = document.documentElement.dataset.textSize;
	let stored: string | null | undefined = shown;
	try {
		stored ??= localStorage.getItem(sizeKey);
	} catch {
		// As above.
	}
	return sizes.find((size) => size === stored) ?? "normal";
}
