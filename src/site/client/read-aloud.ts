/** Reads an article aloud with one of the browser's voices. The sentence being read is highlighted. */
import { type Messages, say } from "../../messages/index.ts";

/** The texts of its buttons. The build inserts them. */
declare const voiceMessages: Messages;

const speaking = { messages: voiceMessages };

interface Sentence {
	readonly text: string;
	readonly range: Range;
}

type Highlights = { set(name: string, highlight: unknown): void; delete(name: string): void };
declare const Highlight: (new (range: Range) => unknown) | undefined;

/** The parts that are read, in the order of the page: no captions, tables or notes. */
const readParts = [
	".article-page-header h1",
	".article-page-lead",
	".prose > :is(p, h2, h3, ul, ol, blockquote)",
].join();
const highlightName = "read-aloud";
const highlights = (CSS as unknown as { highlights?: Highlights }).highlights;
if (highlights) {
	// Those who never listen need not load it.
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`::highlight(${highlightName}) { background: var(--level-2); color: var(--ink) }`);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

let sentences: readonly Sentence[] = [];
let at = 0;
let isReading = false;
let stopButton: HTMLButtonElement | undefined;

/** The button's action: starts, pauses, or resumes at the beginning of the current sentence. */
export function readAloud(button: HTMLButtonElement): void {
	if (isReading) {
		silence();
		label(button, "tools.resume");
		return;
	}
	if (sentences.length === 0) {
		sentences = [...document.querySelectorAll<HTMLElement>(readParts)].flatMap(sentencesOf);
		addEventListener("pagehide", silence);
		document.addEventListener("keydown", ({ key }) => {
			if (key === "Escape") stop(button);
		});
	}
	stopButton ??= addStopButton(button);
	isReading = true;
	label(button, "tools.pause");
	speak(button);
}

function speak(button: HTMLButtonElement): void {
	const sentence = sentences[at];
	if (!sentence) {
		stop(button);
		return;
	}
	const utterance = new SpeechSynthesisUtterance(sentence.text);
	utterance.lang = document.documentElement.lang;
	const next = () => {
		// A cancelled utterance fires this event as well.
		if (!isReading || sentences[at] !== sentence) return;
		at++;
		speak(button);
	};
	utterance.addEventListener("end", next);
	utterance.addEventListener("error", ({ error }) => {
		if (error !== "canceled" && error !== "interrupted") stop(button);
	});
	mark(sentence.range);
	speechSynthesis.speak(utterance);
}

function stop(button: HTMLButtonElement): void {
	if (!stopButton) return;
	silence();
	at = 0;
	mark(undefined);
	label(button, "tools.listen");
	if (stopButton.contains(document.activeElement)) button.focus();
	stopButton.remove();
	stopButton = undefined;
}

/** Some phones cannot pause a voice, so it is stopped, and later begins its sentence again. */
function silence(): void {
	isReading = false;
	speechSynthesis.cancel();
}

function addStopButton(button: HTMLButtonElement): HTMLButtonElement {
	const made = document.createElement("button");
	made.type = "button";
	made.textContent = say(speaking, "tools.stop");
	made.addEventListener("click", () => stop(button));
	button.after(made);
	return made;
}

function label(button: HTMLButtonElement, key: "tools.listen" | "tools.pause" | "tools.resume"): void {
	const span = button.querySelector("span");
	if (span) span.textContent = say(speaking, key);
}

let marked: HTMLElement | undefined;

function mark(range: Range | undefined): void {
	const element = range?.startContainer.parentElement ?? undefined;
	if (highlights && Highlight) {
		if (range) highlights.set(highlightName, new Highlight(range));
		else highlights.delete(highlightName);
	} else {
		// A browser without the highlight API gets an outline around the whole element.
		if (marked) marked.style.outline = "";
		if (element) element.style.outline = "2px solid currentColor";
		marked = element;
	}
	element?.scrollIntoView({ block: "nearest" });
}

function sentencesOf(element: HTMLElement): Sentence[] {
	const texts: { readonly node: Text; readonly start: number }[] = [];
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	let whole = "";
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		// Footnote marks are not read.
		if (node.parentElement?.closest("sup")) continue;
		texts.push({ node: node as Text, start: whole.length });
		whole += node.textContent;
	}
	return cut(whole).flatMap(({ start, end }) => {
		const text = whole.slice(start, end).replaceAll("\u00a0", " ").trim();
		const range = rangeOf(texts, start, end);
		return /[\p{L}\p{N}]/u.test(text) && range ? [{ text, range }] : [];
	});
}

/** Where sentences begin and end. A full stop after one to three capitals (TP. Huế) does not end one. */
function cut(text: string): { readonly start: number; readonly end: number }[] {
	if (!("Segmenter" in Intl)) return [{ start: 0, end: text.length }];
	const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
	const found: { start: number; end: number }[] = [];
	let isOpen = false;
	for (const { segment, index } of segmenter.segment(text)) {
		const last = found[found.length - 1];
		if (isOpen && last) last.end = index + segment.length;
		else found.push({ start: index, end: index + segment.length });
		isOpen = /(?:^|\s)\p{Lu}{1,3}\.\s*$/u.test(segment);
	}
	return found;
}

function rangeOf(
	texts: readonly { readonly node: Text; readonly start: number }[],
	start: number,
	end: number,
): Range | undefined {
	const range = document.createRange();
	const first = [...texts].reverse().find((text) => text.start <= start);
	const last = [...texts].reverse().find((text) => text.start < end);
	if (!first || !last) return undefined;
	range.setStart(first.node, start - first.start);
	range.setEnd(last.node, end - last.start);
	return range;
}
