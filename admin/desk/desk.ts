/** The script of the desk's pages: asks before something is deleted, and shows the progress of builds. */
import "./desk.css";
import "./desk-header.css";
import "./desk-pages.css";
import { element } from "../../src/dom/element.ts";
import { strings } from "../strings.ts";
import { showBadges } from "./badges.ts";
import { listenToDesk } from "./desk-events.ts";
import { askInDialog } from "./dialog.ts";

/** The button whose question was just confirmed. */
let agreed: HTMLElement | undefined;

document.addEventListener("submit", (event) => {
	const { submitter } = event;
	const question = submitter?.dataset.confirm;
	if (!submitter || question === undefined || submitter === agreed) return;
	event.preventDefault();
	void askInDialog({
		title: question,
		answers: [
			{ label: submitter.textContent ?? "", kind: "danger", value: () => true },
			{ label: strings.entry.back, value: () => false },
		],
	}).then((isAgreed) => {
		if (!isAgreed) return;
		agreed = submitter;
		(event.target as HTMLFormElement).requestSubmit(submitter);
		agreed = undefined;
	});
});

/** "Choose the whole page" needs a script, and is not shown without one. */
for (const all of document.querySelectorAll<HTMLInputElement>("[data-choose-all]")) {
	const { chooseAll: name } = all.dataset;
	const boxes = () => all.form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [];
	all.closest("label")?.removeAttribute("hidden");
	all.addEventListener("change", () => {
		for (const box of boxes()) box.checked = all.checked;
	});
}

/** Shows only the fields of the chosen action. */
for (const select of document.querySelectorAll<HTMLSelectElement>("[data-shows-fields]")) {
	const show = () => {
		for (const field of select.form?.querySelectorAll<HTMLElement>("[data-for]") ?? []) {
			field.hidden = !(field.dataset.for ?? "").split(" ").includes(select.value);
		}
	};
	select.addEventListener("change", show);
	show();
}

/** Signed-out pages have no navigation, and get no events. */
if (document.querySelector(".desk-header")) tellNews();

function tellNews(): void {
	const news = element("p", { class: "desk-news", role: "status" });
	document.body.append(news);
	listenToDesk("online", (event) => {
		news.replaceChildren(event.message);
		if (event.step !== "online") return;
		for (const { title, address } of event.entries) {
			news.append(" ", element("a", { href: address }, title));
		}
	});
}

showBadges(document);

/** On a phone the navigation and the states are wider than the screen. */
for (const current of document.querySelectorAll(":is(.desk-nav, .desk-tabs) [aria-current]")) {
	current.scrollIntoView({ inline: "center", block: "nearest" });
}

const queue = document.querySelector<HTMLFormElement>("[data-queue]");
const comments = [...(queue?.querySelectorAll<HTMLElement>("[data-comment]") ?? [])];
if (queue || document.querySelector("[data-undo]")) document.addEventListener("keydown", moderate);

/** The key in the session's storage for the position in the queue, which a decision by key keeps. */
const placeInQueue = "desk-queue-place";
const place = sessionStorage.getItem(placeInQueue);
sessionStorage.removeItem(placeInQueue);
if (place !== null) goTo(Math.min(Number(place), comments.length - 1));

/** Scrolls a comment to the middle of the window, as the header and the form at the bottom hide its edges. */
function goTo(index: number): void {
	comments[index]?.focus({ preventScroll: true });
	comments[index]?.scrollIntoView({ block: "center", behavior: "instant" });
}

/**
 * J and K move down and up the queue; D approves, T rejects, a digit rejects for the reason with that number, X selects,
 * U undoes the last decision, and after it the one before. Decisions are about the selected comments, or about the
 * current one if none is selected.
 */
function moderate(event: KeyboardEvent): void {
	const target = event.target as HTMLElement;
	const isTyping = target.matches("textarea, select, input:not([type=checkbox])");
	if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
	const at = comments.findIndex((item) => item.contains(document.activeElement));
	const press = (selector: string, within: ParentNode | undefined) =>
		within?.querySelector<HTMLElement>(selector)?.click();
	const current = comments[Math.max(at, 0)];
	const isAnySelected = queue?.querySelector("[name=id]:checked") != null;
	const decide = (button: string, within: ParentNode | undefined) => {
		sessionStorage.setItem(placeInQueue, String(Math.max(at, 0)));
		press(button, within);
	};
	const decideAs = (decision: string) =>
		isAnySelected && queue ? decide(`[value=${decision}]`, queue) : decide(`[name=${decision}]`, current);
	const actions: Readonly<Record<string, () => void>> = {
		j: () => goTo(Math.min(at + 1, comments.length - 1)),
		k: () => goTo(Math.max(at - 1, 0)),
		d: () => decideAs("approve"),
		t: () => decideAs("reject"),
		x: () => press("[name=id]", current),
		u: () => decide("[data-undo] button", document),
	};
	const reasons = queue?.querySelector<HTMLSelectElement>("[name=reason]");
	const numbered = /^[1-9]$/.test(event.key) ? reasons?.options[Number(event.key) - 1] : undefined;
	if (numbered) numbered.selected = true;
	const action = actions[numbered ? "t" : event.key.toLowerCase()];
	if (!action) return;
	event.preventDefault();
	action();
}
