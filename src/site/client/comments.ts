/** Writing, liking, sorting and taking back comments. The page shows other readers' comments without it. */
import type { CommentRequest } from "../../model/comment-request.ts";
import {
	commentAddress,
	likeAddress,
	monthNumbersAddress,
	placeOfNumbers,
	takeBackAddress,
	takeBackMark,
} from "../../model/voice-addresses.ts";
import { watchForFreshComments } from "./fresh-comments.ts";
import { postJson, startReaderForm } from "./reader-form.ts";

const section = document.querySelector<HTMLElement>("[data-discussion]");
const form = section?.querySelector<HTMLFormElement>("[data-comment-form]");
const address = location.pathname;
const language = document.documentElement.lang;

/** The comments that this browser sent about this article and can take back: ids with their keys. */
const storage = `y-kien:${address}`;
type Sent = readonly { readonly id: string; readonly key: string }[];

if (section) {
	startList(section);
	watchForFreshComments(section, () => startList(section));
	takeKeyOfLink();
	section.querySelector("[data-take-back] button")?.addEventListener("click", () => void takeBack());
	offerBack();
}
if (form) startForm(form);

function startList(section: HTMLElement): void {
	sortBy("date");
	for (const button of section.querySelectorAll<HTMLButtonElement>("[data-by]")) {
		button.addEventListener("click", () => sortBy(button.dataset.by ?? "date"));
	}
	for (const button of section.querySelectorAll<HTMLButtonElement>("[data-like]")) {
		button.addEventListener("click", () => void like(button));
	}
	section.querySelector("[data-order]")?.removeAttribute("hidden");
	if (section.querySelector("[data-comment]")) void showLikes();
}

/** Newest first, or most liked first; among equals the newest first. */
function sortBy(order: string): void {
	const list = section?.querySelector("ol");
	for (const button of section?.querySelectorAll<HTMLElement>("[data-by]") ?? []) {
		button.setAttribute("aria-pressed", String(button.dataset.by === order));
	}
	const items = [...(list?.querySelectorAll<HTMLElement>("[data-comment]") ?? [])];
	items.sort((one, other) => {
		const byLikes = Number(other.dataset.likes ?? 0) - Number(one.dataset.likes ?? 0);
		return (order === "likes" && byLikes) || dateOf(other).localeCompare(dateOf(one));
	});
	list?.append(...items);
}

function dateOf(item: HTMLElement): string {
	return (
		[...item.querySelectorAll("time")]
			.map(({ dateTime }) => dateTime)
			.sort()
			.pop() ?? ""
	);
}

/** Without a server nobody can like anything, so the buttons stay hidden. */
async function showLikes(): Promise<void> {
	const [month] = placeOfNumbers(address);
	const answer = await fetch(monthNumbersAddress(month)).catch(() => undefined);
	if (!answer?.ok) return;
	const { likes } = (await answer.json()) as { readonly likes: Readonly<Record<string, number>> };
	for (const item of section?.querySelectorAll<HTMLElement>("[data-comment]") ?? []) {
		setLikes(item, likes[item.dataset.comment ?? ""] ?? 0);
		item.querySelector("[data-like]")?.parentElement?.removeAttribute("hidden");
	}
}

function setLikes(item: HTMLElement, count: number): void {
	item.dataset.likes = String(count);
	const place = item.querySelector("[data-likes]");
	if (place) place.textContent = count > 0 ? count.toLocaleString(language) : "";
}

async function like(button: HTMLButtonElement): Promise<void> {
	const item = button.closest<HTMLElement>("[data-comment]");
	if (!item) return;
	button.disabled = true;
	const answer = await fetch(likeAddress, {
		method: "POST",
		body: `${address}\n${item.dataset.comment}`,
	}).catch(() => undefined);
	if (answer?.ok) setLikes(item, Number(item.dataset.likes ?? 0) + 1);
	else button.disabled = false;
}

function startForm(form: HTMLFormElement): void {
	const { field } = startReaderForm(form, async (request) => {
		const key = randomKey();
		const body: CommentRequest = { ...request, address, consent: field("consent").checked, key };
		const answer = await postJson(commentAddress, body);
		const { id, message = "" } = (await answer.json()) as { readonly id?: string; readonly message?: string };
		if (id === undefined) return message;
		write([...read(), { id, key }]);
		offerBack();
		return undefined;
	});
}

/** A mail leads here from any browser, with the key in its link. */
function takeKeyOfLink(): void {
	const [mark, given = ""] = location.hash.split(takeBackMark, 2);
	const [, id, key] = (mark === "#" && /^([a-z0-9]{12})\.([\w-]{20,64})$/.exec(given)) || [];
	if (!id || !key) return;
	write([...read().filter((each) => each.id !== id), { id, key }]);
	history.replaceState(null, "", address);
	offerBack();
	place("[data-take-back]")?.scrollIntoView({ block: "center" });
}

function offerBack(): void {
	const back = place("[data-take-back]");
	if (back) back.hidden = read().length === 0;
}

/** The last one first. */
async function takeBack(): Promise<void> {
	const sent = read();
	const last = sent[sent.length - 1];
	if (!last) return;
	const said = place("[data-taken-back]");
	const answer = await postJson(takeBackAddress, last).catch(() => undefined);
	// A comment that no longer exists need not be taken back.
	const isDone = answer?.ok || answer?.status === 404;
	if (said) said.textContent = (isDone ? said.dataset.takenBack : said.dataset.failed) ?? "";
	if (!isDone) return;
	write(sent.slice(0, -1));
	offerBack();
}

function place(selector: string): HTMLElement | null {
	return section?.querySelector<HTMLElement>(selector) ?? null;
}

function read(): Sent {
	try {
		return JSON.parse(localStorage.getItem(storage) ?? "[]") as Sent;
	} catch {
		return [];
	}
}

function write(sent: Sent): void {
	try {
		if (sent.length > 0) localStorage.setItem(storage, JSON.stringify(sent));
		else localStorage.removeItem(storage);
	} catch {
		// Storage may be forbidden; then only the office can take the comment back.
	}
}

function randomKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(24));
	return btoa(String.fromCharCode(...bytes))
		.replace(/\+/g, "-")
		.replace(/\//g, "_");
}
