/**
 * Additions to pages that are complete without a script: sharing, copying, printing, the size of the text, video
 * players in place of links, and search suggestions.
 */
import { searchAddress, serviceWorkerAddress } from "../../model/addresses.ts";
import { changeSize, offerColours, showStoredSize } from "./display.ts";
import { tellOnce } from "./tell-once.ts";

const keepsPages = "serviceWorker" in navigator && document.querySelector("link[rel=manifest]") !== null;

/** Phones precache this script. */
const keepScript = "/assets/keep.js";

type Tool = (button: HTMLButtonElement) => unknown;

const tools: Readonly<Record<string, { readonly works: boolean; readonly run: Tool }>> = {
	share: { works: "share" in navigator, run: share },
	copy: { works: "clipboard" in navigator, run: copy },
	listen: { works: "speechSynthesis" in window && hasVoice(), run: (button) => void listen(button) },
	print: { works: true, run: () => window.print() },
	save: { works: true, run: (button) => void save(button) },
	smaller: { works: true, run: () => changeSize(-1) },
	larger: { works: true, run: () => changeSize(1) },
	keep: { works: keepsPages, run: keep },
};

showStoredSize();
for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-colours]"))
	offerColours(select);

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-tool]")) {
	const tool = tools[button.dataset.tool ?? ""];
	if (tool?.works) offer(button, tool.run);
	else if (tool && button.dataset.tool === "listen") offerOnceThereIsAVoice(button, tool.run);
}

function offer(button: HTMLButtonElement, run: Tool): void {
	button.addEventListener("click", () => run(button));
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

// Browsers do not ask the worker for downloads. Without this, a tap on one would fail silently when offline.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/tep/"]')) {
	link.addEventListener("click", (event) => {
		if (!keepsPages || navigator.onLine) return;
		event.preventDefault();
		void openKeptFile(link);
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

/**
 * From now on, pages that are read stay readable without a network. That includes this page, which was loaded before
 * the worker.
 */
async function keepWhatIsRead(): Promise<void> {
	const { serviceWorker } = navigator;
	const isFirst = !serviceWorker.controller;
	try {
		await serviceWorker.register(serviceWorkerAddress, { updateViaCache: "none" });
		if (!isFirst) return;
		const addresses = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
		(await serviceWorker.ready).active?.postMessage({ kind: "read", addresses });
	} catch {
		// The browser may forbid it; the page is complete without it.
	}
}

const pictures = [...document.querySelectorAll<HTMLImageElement>(".article-page-article figure img")];
if ("HTMLDialogElement" in window) {
	for (const picture of pictures) {
		// A picture in a link keeps the link's action.
		if (picture.closest("a")) continue;
		picture.tabIndex = 0;
		picture.setAttribute("role", "button");
		picture.setAttribute("aria-haspopup", "dialog");
		picture.addEventListener("click", () => void enlarge(picture));
		picture.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" && event.key !== " ") return;
			event.preventDefault();
			void enlarge(picture);
		});
	}
}

async function enlarge(picture: HTMLImageElement): Promise<void> {
	const script = "/assets/enlarge.js";
	try {
		const { enlarge } = await import(script);
		enlarge(
			pictures.filter((each) => each.getAttribute("role") === "button"),
			picture,
		);
	} catch (error) {
		console.error(error);
	}
}

for (const origin of document.querySelectorAll<HTMLElement>("[data-printed]")) {
	const text = origin.textContent ?? "";
	addEventListener("beforeprint", () => {
		const now = new Date().toLocaleString(document.documentElement.lang, {
			dateStyle: "short",
			timeStyle: "short",
		});
		origin.textContent = `${text}. ${origin.dataset.printed?.replace("{moment}", now) ?? ""}`;
	});
}

const dateLine = document.querySelector<HTMLTimeElement>("time[data-today]");
if (dateLine) void showToday(dateLine);

/** The home page shows today's date in both calendars. Without a script it shows the day of its newest article. */
async function showToday(line: HTMLTimeElement): Promise<void> {
	const script = "/assets/today.js";
	try {
		const { sayToday } = await import(script);
		sayToday(line);
	} catch (error) {
		console.error(error);
	}
}

/** Loads the suggestions once a reader uses the search field. Without them the field still works. */
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

/** Many browsers know their voices only some time after the page has loaded. */
function offerOnceThereIsAVoice(button: HTMLButtonElement, run: Tool): void {
	if (!("speechSynthesis" in window)) return;
	const learn = () => {
		if (!hasVoice()) return;
		speechSynthesis.removeEventListener("voiceschanged", learn);
		offer(button, run);
	};
	speechSynthesis.addEventListener("voiceschanged", learn);
}

/** Whether the system has a voice for the language of this page. */
function hasVoice(): boolean {
	const { lang } = document.documentElement;
	return speechSynthesis.getVoices().some((voice) => voice.lang.toLowerCase().startsWith(lang));
}

async function listen(button: HTMLButtonElement): Promise<void> {
	const script = "/assets/read-aloud.js";
	try {
		const { readAloud } = await import(script);
		readAloud(button);
	} catch (error) {
		console.error(error);
	}
}

async function keep(): Promise<void> {
	const { offerToKeep } = await import(keepScript);
	offerToKeep();
}

async function openKeptFile(link: HTMLAnchorElement): Promise<void> {
	const { openKeptFile } = await import(keepScript);
	await openKeptFile(link);
}

/** Only now is anything requested from the video's host. */
function play(link: HTMLAnchorElement): void {
	const player = document.createElement("iframe");
	player.src = link.dataset.player ?? link.href;
	player.title = link.textContent;
	player.allow = "autoplay; fullscreen; picture-in-picture";
	// YouTube refuses players without a referrer.
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
	navigator.clipboard.writeText(pageAddress()).then(
		() => answer(button, button.dataset.done),
		() => answer(button, button.dataset.failed),
	);
}

/** Shows an answer on the button for a while, and announces it once to screen readers. */
function answer(button: HTMLButtonElement, text: string | undefined): void {
	const label = button.querySelector("span");
	if (!label || !text) return;
	const before = label.dataset.before ?? label.textContent ?? "";
	label.dataset.before = before;
	label.textContent = text;
	tellOnce(text);
	setTimeout(() => {
		label.textContent = before;
	}, 3000);
}

async function save(button: HTMLButtonElement): Promise<void> {
	const script = "/assets/save-page.js";
	try {
		const { savePage } = await import(script);
		await savePage();
	} catch (error) {
		console.error(error);
		answer(button, button.dataset.failed);
	}
}

function pageAddress(): string {
	return document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
}
