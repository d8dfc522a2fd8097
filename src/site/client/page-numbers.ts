/**
 * Reports a visit and shows the server's numbers: readers of the article, visits of the site, the most read articles.
 * Without a server the page is complete and shows no numbers. Every page loads this, so what only some pages need is in
 * scripts of its own.
 */
import {
	monthNumbersAddress,
	mostReadAddress,
	placeOfNumbers,
	visitNumbersAddress,
} from "../../model/voice-addresses.ts";
import type { MostReadLists } from "./most-read.ts";

/** Of the article; pages that are no articles do not use them. */
const [month, name] = placeOfNumbers(location.pathname);

/**
 * Runs once the page has been painted, and not while a browser only prerenders it.
 *
 * @param tell reports the visit @param from host of the site that led here; empty if none did
 */
export function tellAndShow(tell: (from: string) => Promise<unknown>): void {
	const [source, event] = (document as { prerendering?: boolean }).prerendering
		? [document, "prerenderingchange"]
		: [window, "load"];
	// Without a server, or without a network, there is nothing to show.
	source.addEventListener(event, () => setTimeout(() => run().catch(() => {}), 500));

	async function run(): Promise<void> {
		const [, , from = ""] = document.referrer.split("/");
		await tell(from === location.host ? "" : from);
		await Promise.all([
			fill("views", monthNumbersAddress(month), showViews),
			fill("visits", visitNumbersAddress, showVisits),
			fill("most-read", mostReadAddress, showMostRead),
		]);
	}
}

/** Shows a document in the part of the page that is for it, if there are both. */
async function fill<Body>(
	part: string,
	address: string,
	showIn: (place: HTMLElement, body: Body) => unknown,
): Promise<void> {
	const place = document.querySelector<HTMLElement>(`[data-${part}]`);
	const answer = place && (await fetch(address));
	if (answer?.ok) await showIn(place as HTMLElement, await answer.json());
}

function showViews(place: HTMLElement, { views }: { views: Readonly<Record<string, number>> }): void {
	const counted = views[name];
	if (counted) show(place, Number(place.dataset.views) + counted);
}

function showVisits(place: HTMLElement, numbers: Readonly<Record<string, number>>): void {
	for (const each of place.querySelectorAll<HTMLElement>("[data-visits-of]")) {
		const number = numbers[each.dataset.visitsOf ?? ""];
		if (number !== undefined) show(each, number);
	}
	reveal(place);
}

async function showMostRead(place: HTMLElement, lists: MostReadLists): Promise<void> {
	const script = "/assets/most-read.js";
	(await import(script)).showMostRead(place, lists);
}

function show(place: HTMLElement, number: number): void {
	place.textContent = number.toLocaleString(document.documentElement.lang);
	reveal(place);
}

function reveal(place: HTMLElement): void {
	place.closest("[hidden]")?.removeAttribute("hidden");
}
