/** Offers to keep the page that is shown: tells the size, then how far it is, then that it is done. */

import { element } from "../../dom/element.ts";
import { say, sayBytes, sayDay } from "../../messages/index.ts";
import { keptAddress } from "../../model/addresses.ts";
import type { Wish } from "../database.ts";
import type { Measure } from "../messages.ts";
import { failureOf, listKept, measure, onNews, tellWorker } from "./ask.ts";
import { texts } from "./kept-texts.ts";
import { askToPersist, dayAt, room, savesData } from "./phone.ts";
import { rememberSets } from "./remembered.ts";

export { openKeptFile } from "./open-kept-file.ts";

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog. @param id and its title; by default the page's own address and heading */
export function offerToKeep(id = location.pathname, title = ownTitle()): void {
	dialog?.remove();
	const heading = element("h2", { id: "keep-title" }, title);
	const content = element("div", { class: "keep-dialog-content", "aria-live": "polite" });
	const close = element("button", { type: "button", class: "keep-dialog-close" }, say(texts, "kept.close"));
	const made = element(
		"dialog",
		{ class: "keep-dialog", "aria-labelledby": "keep-title" },
		heading,
		content,
		close,
	);
	close.addEventListener("click", () => made.close());
	document.body.append(made);
	dialog = made;
	void styled().then(() => {
		made.showModal();
		return offer(id, title, content);
	});
}

let sheet: Promise<void> | undefined;

/** The dialog's own style sheet, which no page loads before it is needed. */
function styled(): Promise<void> {
	sheet ??= new Promise((resolve) => {
		const link = element("link", { rel: "stylesheet", href: "/assets/keep-dialog.css" });
		for (const event of ["load", "error"]) link.addEventListener(event, () => resolve());
		document.head.append(link);
	});
	return sheet;
}

function ownTitle(): string {
	return (document.querySelector("h1")?.textContent ?? document.title).replace(/\s+/g, " ").trim();
}

async function offer(id: string, title: string, content: HTMLElement): Promise<void> {
	content.replaceChildren(element("p", {}, say(texts, "kept.measuring")));
	try {
		const [size, space] = await Promise.all([measure(id), room()]);
		if (size.kept && size.kept.missing === 0) showKept(id, title, size.kept.updatedAt, content);
		else showOffer(id, title, size, space?.free ?? Number.POSITIVE_INFINITY, content);
	} catch (error) {
		showFailure(error, content);
	}
}

/** Larger attachments are kept only if the reader says so. */
const mostAttachmentsUnasked = 5 * 1024 * 1024;

function showOffer(id: string, title: string, size: Measure, free: number, content: HTMLElement): void {
	const { articles: count, pages, pictures, attachments } = size;
	const pictureChoice = choice("kept.withPictures", pictures);
	const attachmentChoice = choice("kept.withAttachments", attachments);
	pictureChoice.box.checked = !savesData() && pages + pictures < free;
	attachmentChoice.box.checked =
		!savesData() && attachments <= mostAttachmentsUnasked && pages + pictures + attachments < free;
	const choices = [pictureChoice, attachmentChoice].filter(({ bytes }) => bytes > 0);
	const about = element("p", {});
	const warning = element("p", { class: "keep-dialog-warning" });
	const button = element("button", { type: "button", class: "keep-dialog-main" }, say(texts, "kept.keep"));
	const tell = () => {
		const bytes = choices.reduce((sum, { box, bytes }) => sum + (box.checked ? bytes : 0), pages);
		about.textContent = say(texts, size.isCut ? "kept.contentCut" : "kept.content", {
			count,
			size: sayBytes(texts, bytes),
		});
		button.disabled = bytes > free;
		warning.textContent = button.disabled ? say(texts, "kept.noRoom", { free: sayBytes(texts, free) }) : "";
	};
	for (const { box } of choices) box.addEventListener("change", tell);
	tell();
	button.addEventListener("click", () => {
		const wish = { withPictures: pictureChoice.box.checked, withAttachments: attachmentChoice.box.checked };
		void keep({ id, title, ...wish }, content);
	});
	content.replaceChildren(
		about,
		...choices.map(({ label }) => element("p", {}, label)),
		...(choices.length > 0 && savesData()
			? [element("p", { class: "keep-dialog-hint" }, say(texts, "kept.saveData"))]
			: []),
		warning,
		element("p", {}, button),
	);
	button.focus();
}

function choice(text: "kept.withPictures" | "kept.withAttachments", bytes: number) {
	const box = element("input", { type: "checkbox" });
	const label = element("label", {}, box, ` ${say(texts, text, { size: sayBytes(texts, bytes) })}`);
	return { box, label, bytes };
}

async function keep(wish: Wish, content: HTMLElement): Promise<void> {
	const { id } = wish;
	const bar = element("progress", { max: "1", value: "0", "aria-labelledby": "keep-title" });
	const status = element("p", {}, say(texts, "kept.measuring"));
	const stop = element("button", { type: "button" }, say(texts, "kept.stop"));
	stop.addEventListener("click", () => void tellWorker({ kind: "cancel", id }));
	content.replaceChildren(
		bar,
		status,
		element("p", { class: "keep-dialog-hint" }, say(texts, "kept.mayLeave")),
		element("p", {}, stop),
	);
	const stopListening = onNews((news) => {
		if (news.kind !== "progress" || news.id !== id) return;
		bar.max = Math.max(news.total, 1);
		bar.value = news.total === 0 ? 1 : news.done;
		status.textContent = say(texts, "kept.progress", {
			done: sayBytes(texts, news.done),
			total: sayBytes(texts, news.total),
		});
	});
	try {
		await askToPersist();
		await tellWorker({ kind: "keep", ...wish });
		rememberSets((await listKept()).sets);
		content.replaceChildren(element("p", {}, say(texts, "kept.done")), toKept());
	} catch (error) {
		showFailure(error, content);
	}
	stopListening();
}

function showKept(id: string, title: string, updatedAt: number, content: HTMLElement): void {
	const remove = element("button", { type: "button" }, say(texts, "kept.remove"));
	remove.addEventListener("click", async () => {
		await tellWorker({ kind: "remove", id });
		rememberSets((await listKept()).sets);
		content.replaceChildren(element("p", {}, say(texts, "kept.removed", { title })));
	});
	content.replaceChildren(
		element("p", {}, say(texts, "kept.already", { day: sayDay(texts, dayAt(updatedAt)) })),
		toKept(),
		element("p", {}, remove),
	);
}

function showFailure(error: unknown, content: HTMLElement): void {
	const reason = failureOf(error);
	content.replaceChildren(
		element("p", { class: "keep-dialog-warning" }, say(texts, `kept.failed.${reason}`)),
		...(reason === "noWorker" ? [] : [toKept()]),
	);
}

function toKept(): HTMLElement {
	return element("p", {}, element("a", { href: keptAddress }, say(texts, "kept.open")));
}
