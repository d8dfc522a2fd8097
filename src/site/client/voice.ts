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

whenIdle(async () => {
	await tell();
	await Promise.all([showViews(), showMostRead(), showVisits()]);
});

/** Runs once the page has been painted, and not while a browser only prerenders it. */
function whenIdle(action: () => Promise<unknown>): void {
	// Without a server, or without a network, there is nothing to show.
	const start = () => setTimeout(() => void action().catch(() => {}), 500);
	const isPrepared = (document as { prerendering?: boolean }).prerendering === true;
	if (isPrepared) document.addEventListener("prerenderingchange", start, { once: true });
	else if (document.readyState === "complete") start();
	else addEventListener("load", start, { once: true });
}

async function tell(): Promise<void> {
	const from = document.referrer && new URL(document.referrer).host;
	const host = from === location.host ? "" : from;
	const counter = document.querySelector<HTMLElement>("script[data-service]")?.dataset;
	if (counter) {
		const script = "/assets/count-elsewhere.js";
		// The numbers may be there even where that program is not.
		await import(script).then(({ tellElsewhere }) => tellElsewhere(counter, host)).catch(() => {});
		return;
	}
	await fetch(visitAddress, { method: "POST", body: `${location.pathname}\n${host}`, keepalive: true });
}

async function read<Body>(address: string): Promise<Body | undefined> {
	const answer = await fetch(address);
	return answer.ok ? ((await answer.json()) as Body) : undefined;
}

async function showViews(): Promise<void> {
	const place = document.querySelector<HTMLElement>("[data-views]");
	const [month, name] = placeOfNumbers(location.pathname) ?? [];
	if (!place || !month || !name) return;
	const numbers = await read<{ views: Readonly<Record<string, number>> }>(monthNumbersAddress(month));
	const counted = numbers?.views[name];
	if (!counted) return;
	place.textContent = (Number(place.dataset.views) + counted).toLocaleString(language);
	place.parentElement?.removeAttribute("hidden");
}

async function showVisits(): Promise<void> {
	const place = document.querySelector<HTMLElement>("[data-visits]");
	const numbers = place && (await read<Readonly<Record<string, number>>>(visitNumbersAddress));
	if (!place || !numbers) return;
	for (const each of place.querySelectorAll<HTMLElement>("[data-visits-of]")) {
		const number = numbers[each.dataset.visitsOf ?? ""];
		each.textContent = number?.toLocaleString(language) ?? "";
		if (number === undefined) each.parentElement?.setAttribute("hidden", "");
	}
	place.hidden = false;
}

async function showMostRead(): Promise<void> {
	const place = document.querySelector<HTMLElement>("[data-most-read]");
	const lists = place && (await read<MostRead>(mostReadAddress));
	if (!place || !lists) return;
	const buttons = [...place.querySelectorAll("button")].filter((button) => {
		button.hidden = !lists[button.dataset.period ?? ""]?.length;
		button.onclick = () => show(button);
		return !button.hidden;
	});
	if (!buttons[0]) return;
	show(buttons[0]);
	place.hidden = false;
	buttons[0].parentElement?.removeAttribute("hidden");

	function show(chosen: HTMLButtonElement): void {
		for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
		const items = (lists?.[chosen.dataset.period ?? ""] ?? []).map(({ title, address }) => {
			const item = document.createElement("li");
			const link = document.createElement("a");
			link.href = address;
			link.textContent = title;
			item.append(link);
			return item;
		});
		place?.querySelector("ol")?.replaceChildren(...items);
	}
}
