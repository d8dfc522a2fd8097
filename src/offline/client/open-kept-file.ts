import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import { cacheNames } from "../cache-names.ts";
import { texts } from "./kept-texts.ts";

const told = new WeakSet<Element>();

/** Without a network: saves a kept attachment like a download. If it is not kept, says so below its link. */
export async function openKeptFile(link: HTMLAnchorElement): Promise<void> {
	const kept = await (await caches.open(cacheNames.kept)).match(link.pathname);
	if (!kept) return tellNeedsNetwork(link);
	const address = URL.createObjectURL(await kept.blob());
	const name = decodeURIComponent(link.pathname.slice(link.pathname.lastIndexOf("/") + 1));
	element("a", { href: address, download: name }).click();
	// The browser has begun to save by then.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Says it once for each link. */
function tellNeedsNetwork(link: Element): void {
	if (told.has(link)) return;
	told.add(link);
	const note = element("small", { role: "status" });
	(link.closest("li, p") ?? link).append(element("br"), note);
	// Screen readers announce a status when its text changes, not when it is inserted with its text.
	note.textContent = say(texts, "kept.needsNetwork");
}
