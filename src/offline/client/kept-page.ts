/** Lists what the phone has, on the kept page and on the offline page. */
import { say } from "../../messages/index.ts";
import { element } from "./element.ts";
import { texts } from "./kept-texts.ts";
import { readPages } from "./read-list.ts";

const place = document.querySelector("#kept");
/** On the offline page, whose address is that of the page which could not be had. */
const isOffline = document.querySelector(".offline-page") !== null;

if (place) {
	if ("serviceWorker" in navigator && "caches" in globalThis) void show(place);
	else place.textContent = say(texts, "kept.unsupported");
}

async function show(place: Element): Promise<void> {
	if (isOffline) {
		place.before(element("p", {}, element("a", { href: location.href }, say(texts, "kept.retry"))));
		addEventListener("online", () => location.reload());
	}
	place.replaceChildren(await readPages());
}
