/** Lists what the phone has, on the kept page and on the offline page. */

import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import { searchAddress } from "../../model/addresses.ts";
import { failureOf, onNews } from "./ask.ts";
import { offerToKeep } from "./keep-dialog.ts";
import { KeptSets } from "./kept-sets.ts";
import { texts } from "./kept-texts.ts";
import { phoneSearch } from "./phone-search.ts";
import { readPages } from "./read-list.ts";

const place = document.querySelector("#kept");
/** On the offline page, whose address is that of the page which could not be had. */
const isOffline = document.querySelector(".offline-page") !== null;

if (place) {
	if ("serviceWorker" in navigator && "caches" in globalThis)
		show(place).catch((error: unknown) => {
			place.textContent = say(texts, `kept.failed.${failureOf(error)}`);
		});
	else place.textContent = say(texts, "kept.unsupported");
}

async function show(place: Element): Promise<void> {
	if (isOffline) addEventListener("online", () => location.reload());
	const sets = new KeptSets();
	onNews((news) => {
		if (news.kind === "progress") sets.showProgress(news.id, news.done, news.total);
		else void refresh();
	});
	const finder = wholeSearch();
	async function refresh(): Promise<void> {
		const kept = await sets.refresh();
		finder.hidden = isOffline || kept.some(({ id }) => id === searchAddress);
	}
	await refresh();
	const question = new URLSearchParams(location.search).get("q") ?? "";
	place.replaceChildren(
		element(
			"div",
			{},
			...(isOffline
				? [element("p", {}, element("a", { href: location.href }, say(texts, "kept.retry")))]
				: []),
			phoneSearch(question),
			sets.element,
		),
		element(
			"div",
			{},
			...(document.querySelector(`form[action="${searchAddress}"]`) ? [finder] : []),
			await readPages(),
		),
	);
}

/** The finder with its whole index, for who asks for it. */
function wholeSearch(): HTMLElement {
	const title = say(texts, "kept.finder");
	const button = element("button", { type: "button" }, say(texts, "kept.keepFinder"));
	button.addEventListener("click", () => offerToKeep(searchAddress, title));
	return element(
		"section",
		{ class: "kept-finder" },
		element("h2", { class: "section-heading" }, title),
		element("p", { class: "kept-note" }, say(texts, "kept.finderHint")),
		element("p", { class: "kept-actions" }, button),
	);
}
