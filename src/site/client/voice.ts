/**
 * Reports the visit to the server and shows its numbers: readers of the article, the most read articles, visits of the
 * site. All of it runs late. Without a server the page is complete and shows no numbers.
 */
import {
	monthNumbersAddress,
	mostReadAddress,
	placeOfNumbers,
	visitAddress,
	visitNumbersAddress,
} from "../../model/voice-addresses.ts";

type MostRead = Readonly<Record<string, readonly { readonly title: string; readonly address: string }[]>>;

const language = document.documentElement.lang;
const [month = "", name = ""] = placeOfNumbers(location.pathname) ?? [];

whenIdle(async () => {
	await tell();
	await Promise.all([
		fill("views", monthNumbersAddress(month), showViews),
		fill("most-read", mostReadAddress, showMostRead),
		fill("visits", visitNumbersAddress, showVisits),
	]);
});

/** Runs once the page has been painted, and not while a browser only prerenders it. */
function whenIdle(action: () => Promise<unknown>): void {
	// Without a server, or without a network, there is nothing to show.
	const start = () => setTimeout(() => action().catch(() => {}), 500);
	const isPrepared = (document as { prerendering?: boolean }).prerendering;
	if (isPrepared) document.addEventListener("prerenderingchange", start);
	else if (document.readyState === "complete") start();
	else addEventListener("load", start);
}

async function tell(): Promise<unknown> {
	const from = document.referrer && new URL(document.referrer).host;
	const host = from === location.host ? "" : from;
	const counter = document.querySelector<HTMLElement>("script[data-service]")?.dataset;
	if (!counter) {
		const body = `${location.pathname}\n${host}`;
		return await fetch(visitAddress, { method: "POST", body, keepalive: true });
	}
	const script = "/assets/count-elsewhere.js";
	// The numbers may be available even if that program is not.
	return await import(script).then(({ tellElsewhere }) => tellElsewhere(counter, host)).catch(() => {});
}

/** Shows a document in the part of the page that is for it, if there are both. */
async function fill<Body>(
	part: string,
	address: string,
	show: (place: HTMLElement, body: Body) => void,
): Promise<void> {
	const place = document.querySelector<HTMLElement>(`[data-${part}]`);
	const answer = place && (await fetch(address));
	if (answer?.ok) show(place as HTMLElement, await answer.json());
}

function showViews(place: HTMLElement, { views }: { views: Readonly<Record<string, number>> }): void {
	const counted = views[name];
	if (!counted) return;
	place.textContent = (Number(place.dataset.views) + counted).toLocaleString(language);
	reveal(place.parentElement);
}

function showVisits(place: HTMLElement, numbers: Readonly<Record<string, number>>): void {
	for (const each of place.querySelectorAll<HTMLElement>("[data-visits-of]")) {
		const number = numbers[each.dataset.visitsOf ?? ""];
		each.textContent = number?.toLocaleString(language) ?? "";
		if (each.parentElement) each.parentElement.hidden = number === undefined;
	}
	reveal(place);
}

function showMostRead(place: HTMLElement, lists: MostRead): void {
	const listOf = ({ dataset }: HTMLElement) => lists[dataset.period ?? ""] ?? [];
	const buttons = [...place.querySelectorAll("button")].filter((button) => {
		button.onclick = () => show(button);
		button.hidden = !listOf(button)[0];
		return !button.hidden;
	});
	const [first] = buttons;
	if (!first) return;
	show(first);
	reveal(place);
	reveal(first.parentElement);

	function show(chosen: HTMLElement): void {
		for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
		const items = listOf(chosen).map(({ title, address }) => {
			const item = document.createElement("li");
			const link = document.createElement("a");
			link.href = address;
			link.textContent = title;
			item.append(link);
			return item;
		});
		place.querySelector("ol")?.replaceChildren(...items);
	}
}

function reveal(element: HTMLElement | null): void {
	if (element) element.hidden = false;
}
